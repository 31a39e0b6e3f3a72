import { Extension } from "@tiptap/core";
import { redoDepth } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import {
  type AnchorKey,
  type AnchorType,
  anchorKey,
  anchorsIn,
  type NamedAnchor,
  wordsOf,
} from "@/components/editor/claims/anchors";
import { ClaimMargin } from "@/components/editor/claims/claim-margin";
import {
  anchorsInHand,
  type Marking,
  markAs,
  markClaimed,
  type Remarked,
  remarked,
  turned,
  unmarked,
} from "@/components/editor/claims/marking";
import type { PastedAnchors } from "@/components/editor/claims/pasted-anchors";
import type { Deed } from "@/components/editor/undo-trail";
import type { Kind } from "@/lib/claims/kind";
import "./claim-marks.css";

/** How a claim or an analysis shows in its text. */
export interface ClaimSign extends NamedAnchor {
  kind: Kind | "analysis";
  /** The kind's word and shape; a fact has no shape. */
  kindWord: string;
  kindShape: string;
  /** The state's shape and words: what a claim stands on. Of an analysis only words. */
  shape: string;
  words: string;
  /** "none" underlines the words as something that is missing. */
  state: string;
}

export type Signs = ReadonlyMap<AnchorKey, ClaimSign>;

/** What became of marking: a new mark, one that is there already, one of the other type that was turned, or none. */
export type Marked =
  | { kind: "new"; id: string; text: string }
  | { kind: "there"; id: string; text: string }
  | { kind: "turned"; id: string; text: string }
  | { kind: "taken" }
  | null;

/** A text of a story as its claims use it. */
export interface ClaimedText {
  /** Marks what is selected, or the sentence at the caret, with this id as a claim, unless a claim is there already. */
  mark(id: string): Marked;
  /** The same for a kind that was chosen: a claim becomes an analysis, and the other way round. */
  markAs(type: AnchorType, id: string): Marked;
  /** Makes an analysis of a claim, or the other way round. False where that would lie over another. */
  turn(anchor: NamedAnchor): boolean;
  /** What is marked where the caret or the selection is; the innermost. */
  selected(): NamedAnchor | null;
  /** Puts a mark on what is selected. */
  remark(anchor: NamedAnchor): Remarked;
  unmark(anchor: NamedAnchor): void;
  has(anchor: NamedAnchor): boolean;
  /** Ids in the order of the text. */
  ids(): string[];
  /** Scrolls to the words. False when they are not here. */
  reveal(anchor: NamedAnchor): boolean;
  focus(): void;
  /** Something was done to a claim of this text that undo in it is to take back in turn. */
  did(deed: Deed): void;
}

/** Who keeps the claims (components/desk/claims/claims-store.ts). */
export interface ClaimsHost {
  signs(): Signs;
  active(): string | null;
  subscribe(listener: () => void): () => void;
  onText(text: ClaimedText | null): void;
  onFocus(mayWrite: boolean): void;
  /** "come" by its sign in the margin; "see" by its words, in which one may only want to write. */
  onPress(id: string, how: "come" | "see"): void;
  onKey(): void;
  /** Undo took the mark off these words, which still stand there. */
  onMarkUndone(words: string): void;
  pasted: PastedAnchors;
}

interface Shown {
  signs: Signs;
  active: string | null;
  decorations: DecorationSet;
}

const key = new PluginKey<Shown>("claims");

/** The key that begins evidence for what is selected. */
export const EVIDENCE_KEYS = "Mod+Shift+E";

/**
 * Shows what claims stand on beside their text and, for who may write, marks new ones. The marks themselves are the
 * document's.
 */
export function claimMarks(host: ClaimsHost, mayWrite: boolean) {
  const begin = () => {
    host.onKey();
    return true;
  };
  return Extension.create({
    name: "claimMarks",
    onBeforeCreate() {
      this.editor.storage.cleanPaste.anchors = host.pasted;
    },
    addKeyboardShortcuts: (): Record<string, () => boolean> => (mayWrite ? { "Mod-Shift-e": begin } : {}),
    addProseMirrorPlugins() {
      return [claimsPlugin(host, (deed) => this.editor.storage.sharedUndo?.did(deed))];
    },
  });
}

type Did = ClaimedText["did"];

function claimsPlugin(host: ClaimsHost, did: Did): Plugin<Shown> {
  return new Plugin<Shown>({
    key,
    state: {
      init: (_, state) => shown(state.doc, host),
      apply: (transaction, before, _, state) =>
        transaction.docChanged || transaction.getMeta(key) ? shown(state.doc, host) : before,
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleDOMEvents: {
        focus: (view) => {
          host.onFocus(view.editable);
          return false;
        },
        click: (_, event) => {
          const anchor = pressed(event.target);
          if (anchor && host.signs().has(anchorKey(anchor))) host.onPress(anchor.id, "see");
          return false;
        },
      },
    },
    view: (view) => connect(view, host, did),
  });
}

/** The innermost marked words around what was pressed. */
function pressed(target: EventTarget | null): NamedAnchor | null {
  const words = target instanceof Element ? target.closest("[data-claim], [data-analysis]") : null;
  const claim = words?.getAttribute("data-claim");
  const id = claim ?? words?.getAttribute("data-analysis");
  return id ? { type: claim ? "claim" : "analysis", id } : null;
}

function shown(document: Node, host: ClaimsHost): Shown {
  const signs = host.signs();
  const active = host.active();
  const all = [...anchorsIn(document)].flatMap(([named, { id, pieces }]) => {
    const sign = signs.get(named);
    const classes = [
      sign ? `kind-${sign.kind}` : "",
      sign?.state === "none" ? "claim-bare" : "",
      id === active ? "claim-active" : "",
    ].filter(Boolean);
    if (classes.length === 0) return [];
    return pieces.map(({ from, to }) => Decoration.inline(from, to, { class: classes.join(" ") }));
  });
  const decorations = all.length > 0 ? DecorationSet.create(document, all) : DecorationSet.empty;
  return { signs, active, decorations };
}

/** Joins a text that is awake to the keeper of its claims. */
function connect(view: EditorView, host: ClaimsHost, did: Did) {
  const margin = new ClaimMargin(view, host);
  const stop = host.subscribe(() => {
    const before = key.getState(view.state);
    // A transaction in the middle of a press puts the selection back to what it was before it.
    if (view.isDestroyed || (before?.signs === host.signs() && before.active === host.active())) return;
    view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
    margin.draw();
  });
  host.onText(textOf(view, did));
  return {
    update(_: EditorView, before: EditorState) {
      if (view.state.doc.eq(before.doc)) return;
      margin.draw();
      for (const words of marksUndone(before, view.state)) host.onMarkUndone(words);
    },
    destroy() {
      stop();
      margin.destroy();
      host.onText(null);
    },
  };
}

function textOf(view: EditorView, did: Did): ClaimedText {
  const find = (anchor: NamedAnchor) => anchorsIn(view.state.doc).get(anchorKey(anchor));
  const done = (marking: Marking, named: NamedAnchor): Marked => {
    if (marking.kind === "no-words") return null;
    if (marking.kind === "taken") return { kind: "taken" };
    if (marking.kind !== "there") view.dispatch(marking.tr);
    const id = marking.kind === "new" ? named.id : marking.anchor.id;
    const anchor = find({ type: named.type, id });
    return { kind: marking.kind, id, text: anchor ? wordsOf(view.state.doc, anchor) : "" };
  };
  return {
    mark: (id) => done(markClaimed(view.state, id), { type: "claim", id }),
    markAs: (type, id) => done(markAs(view.state, type, id), { type, id }),
    turn(named) {
      const anchor = find(named);
      const turning = anchor && turned(view.state, anchor, anchor.type === "claim" ? "analysis" : "claim");
      if (turning?.kind === "turned") view.dispatch(turning.tr);
      return turning?.kind === "turned";
    },
    selected: () => anchorsInHand(view.state)[0] ?? null,
    remark({ type, id }) {
      const marked = remarked(view.state, type, id);
      if (typeof marked === "string") return marked;
      view.dispatch(marked);
      return "marked";
    },
    unmark(anchor) {
      const found = find(anchor);
      const bare = found && unmarked(view.state, found);
      if (bare) view.dispatch(bare);
    },
    has: (anchor) => find(anchor) !== undefined,
    ids: () => [...anchorsIn(view.state.doc).values()].map(({ id }) => id),
    reveal: (anchor) => reveal(view, anchor),
    focus: () => view.focus(),
    did,
  };
}

/** The words whose marks undo took off between two states; none where the words went too, which is seen. */
export function marksUndone(before: EditorState, after: EditorState): string[] {
  if (redoDepth(after) <= redoDepth(before) || before.doc.textContent !== after.doc.textContent) return [];
  // What turned into the other type is still marked.
  const standing = new Set([...anchorsIn(after.doc).values()].map(({ id }) => id));
  const gone = [...anchorsIn(before.doc).values()].filter(({ id }) => !standing.has(id));
  return gone.map((anchor) => wordsOf(before.doc, anchor));
}

function reveal(view: EditorView, anchor: NamedAnchor): boolean {
  const [piece] = anchorsIn(view.state.doc).get(anchorKey(anchor))?.pieces ?? [];
  if (!piece) return false;
  const words = view.dom.querySelector(`[data-${anchor.type}="${CSS.escape(anchor.id)}"]`);
  words?.scrollIntoView({ block: "center" });
  const caret = TextSelection.near(view.state.doc.resolve(piece.from + 1));
  view.dispatch(view.state.tr.setSelection(caret).setMeta("addToHistory", false));
  return true;
}
