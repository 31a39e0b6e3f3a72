import { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import {
  type AnchorKey,
  anchorKey,
  anchorOf,
  anchorsIn,
  type NamedAnchor,
} from "@/components/editor/claims/anchors";
import { type CopiedMark, PastedAnchors } from "@/components/editor/claims/pasted-anchors";
import { deskExtensions } from "@/components/editor/desk-extensions";
import { newUuid } from "@/components/ui/new-uuid";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";

const nothing = () => {};
const setting = {
  variant: "body",
  placeholder: "",
  uploadImage: null,
  choosePicture: nothing,
  onToolbar: nothing,
  onLink: nothing,
} as const;

/** One character of a text, and the marks that it is under. */
export interface Placed {
  char: string;
  under: Set<AnchorKey>;
}

function underOf({ marks }: Node): Set<AnchorKey> {
  return new Set(
    marks.flatMap((mark) => {
      const anchor = anchorOf(mark);
      return anchor ? [anchorKey(anchor)] : [];
    }),
  );
}

/** A document's characters, in its order. */
export function charactersOf(document: Node): Placed[] {
  const placed: Placed[] = [];
  document.descendants((node) => {
    for (const char of node.text ?? "") placed.push({ char, under: underOf(node) });
  });
  return placed;
}

/** A desk's editor with its real list of extensions, used as a browser uses it: by keys, and by the clipboard's events. */
export class MarkedText {
  readonly editor: Editor;
  readonly copies: CopiedMark[] = [];

  constructor() {
    const extensions = deskExtensions({ current: setting });
    const element = document.createElement("div");
    this.editor = new Editor({ element, extensions, enablePasteRules: ["link"] });
  }

  /** Begins anew, without history. */
  open(words: RichText): void {
    const { view } = this.editor;
    const doc = proseMirrorSchema.nodeFromJSON(words);
    const { plugins, schema } = view.state;
    view.updateState(EditorState.create({ doc: schema.nodeFromJSON(doc.toJSON()), plugins }));
    this.copies.length = 0;
    const has = (anchor: NamedAnchor) => anchorsIn(view.state.doc).has(anchorKey(anchor));
    this.editor.storage.cleanPaste.anchors = new PastedAnchors({
      has,
      isGone: () => false,
      newId: () => {
        const id = newUuid();
        return id;
      },
      onCopied: (marks) => void this.copies.push(...marks),
    });
  }

  get doc(): Node {
    return this.editor.state.doc;
  }

  /** Every place where a caret can be. */
  places(): number[] {
    const places: number[] = [];
    this.doc.descendants((node, at) => {
      if (!node.isTextblock) return true;
      for (let offset = 0; offset <= node.content.size; offset += 1) places.push(at + 1 + offset);
      return false;
    });
    return places;
  }

  select(from: number, to = from): void {
    const { state, view } = this.editor;
    const selection = TextSelection.between(state.doc.resolve(from), state.doc.resolve(to));
    view.dispatch(state.tr.setSelection(selection));
  }

  type(char: string): void {
    const { view } = this.editor;
    const { from, to } = view.state.selection;
    const plain = () => view.state.tr.insertText(char, from, to);
    if (!view.someProp("handleTextInput", (handle) => handle(view, from, to, char, plain)))
      view.dispatch(plain());
  }

  /** True when the editor has an answer to the key; what it leaves to the browser does nothing here. */
  press(key: string): boolean {
    const event = new KeyboardEvent("keydown", { key });
    return this.editor.view.someProp("handleKeyDown", (handle) => handle(this.editor.view, event)) ?? false;
  }

  /** "cut" or "copy" of what is selected: what the clipboard holds then. */
  take(how: "cut" | "copy"): Map<string, string> {
    const data = new Map<string, string>();
    this.#clipboard(how, data);
    return data;
  }

  paste(data: ReadonlyMap<string, string>): void {
    this.#clipboard("paste", new Map(data));
  }

  #clipboard(how: string, data: Map<string, string>): void {
    const event = new Event(how, { bubbles: true, cancelable: true });
    const clipboardData = {
      clearData: () => data.clear(),
      setData: (type: string, text: string) => void data.set(type, text),
      getData: (type: string) => data.get(type) ?? "",
      files: [],
    };
    this.editor.view.dom.dispatchEvent(Object.assign(event, { clipboardData }));
  }
}
