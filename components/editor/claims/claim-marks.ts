import { Extension } from "@tiptap/core";
import { closeHistory } from "@tiptap/pm/history";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ClaimMargin } from "@/components/editor/claims/claim-margin";
import {
  claimAt,
  claimRanges,
  type Range,
  wordsOf,
  wordsToMark,
} from "@/components/editor/claims/claim-ranges";
import "./claim-marks.css";

/** How a claim shows in its text. */
export interface ClaimSign {
  id: string;
  /** Drawn in the margin. */
  shape: string;
  /** The state in words, for who does not see the shape. */
  words: string;
  /** "none" underlines the words as something that is missing. */
  state: string;
}

/** What became of marking: a new claim, one that is there already, or no words to mark. */
type Marked = { kind: "new"; id: string; text: string } | { kind: "there"; id: string } | null;

/** A text of a story as its claims use it. */
export interface ClaimedText {
  /** Marks what is selected, or the sentence at the caret, with this id, unless a claim is there already. */
  mark(id: string): Marked;
  /** Puts a claim's mark on what is selected. False when there is nothing to put it on. */
  remark(id: string): boolean;
  unmark(id: string): void;
  has(id: string): boolean;
  /** Scrolls to the words. False when they are not here. */
  reveal(id: string): boolean;
  focus(): void;
}

/** Who keeps the claims (components/desk/claims/claims-store.ts). */
export interface ClaimsHost {
  signs(): ReadonlyMap<string, ClaimSign>;
  active(): string | null;
  subscribe(listener: () => void): () => void;
  onText(text: ClaimedText | null): void;
  /** "come" by its sign in the margin; "see" by its words, in which one may only want to write. */
  onPress(id: string, how: "come" | "see"): void;
  onKey(): void;
}

interface Shown {
  signs: ReadonlyMap<string, ClaimSign>;
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
    addKeyboardShortcuts: (): Record<string, () => boolean> => (mayWrite ? { "Mod-Shift-e": begin } : {}),
    addProseMirrorPlugins: () => [claimsPlugin(host)],
  });
}

function claimsPlugin(host: ClaimsHost): Plugin<Shown> {
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
        click: (_, event) => {
          const words = event.target instanceof Element ? event.target.closest("[data-claim]") : null;
          const id = words?.getAttribute("data-claim");
          if (id && host.signs().has(id)) host.onPress(id, "see");
          return false;
        },
      },
    },
    view: (view) => connect(view, host),
  });
}

function shown(document: Node, host: ClaimsHost): Shown {
  const signs = host.signs();
  const active = host.active();
  const all = [...claimRanges(document)].flatMap(([id, { from, to }]) => {
    const classes = [
      signs.get(id)?.state === "none" ? "claim-bare" : "",
      id === active ? "claim-active" : "",
    ].filter(Boolean);
    return classes.length > 0 ? [Decoration.inline(from, to, { class: classes.join(" ") })] : [];
  });
  const decorations = all.length > 0 ? DecorationSet.create(document, all) : DecorationSet.empty;
  return { signs, active, decorations };
}

/** Joins a text that is awake to the keeper of its claims. */
function connect(view: EditorView, host: ClaimsHost) {
  const margin = new ClaimMargin(view, host);
  const stop = host.subscribe(() => {
    const before = key.getState(view.state);
    // A transaction in the middle of a press puts the selection back to what it was before it.
    if (view.isDestroyed || (before?.signs === host.signs() && before.active === host.active())) return;
    view.dispatch(view.state.tr.setMeta(key, true).setMeta("addToHistory", false));
    margin.draw();
  });
  host.onText(textOf(view));
  return {
    update(_: EditorView, before: EditorState) {
      if (!view.state.doc.eq(before.doc)) margin.draw();
    },
    destroy() {
      stop();
      margin.destroy();
      host.onText(null);
    },
  };
}

function textOf(view: EditorView): ClaimedText {
  const put = (id: string, range: Range) => {
    const { tr, schema } = view.state;
    const type = schema.marks.claim;
    if (!type) return false;
    // A step of its own, so that undo takes the mark back and not what was typed before it.
    const marked = closeHistory(tr.addMark(range.from, range.to, type.create({ id })));
    if (!marked.docChanged) return false;
    view.dispatch(marked);
    return true;
  };
  return {
    mark(id) {
      const there = claimAt(view.state);
      if (there) return { kind: "there", id: there };
      const range = wordsToMark(view.state);
      const other = range && overlapping(view.state.doc, range);
      if (other) return { kind: "there", id: other };
      return range && put(id, range) ? { kind: "new", id, text: wordsOf(view.state.doc, id) } : null;
    },
    remark(id) {
      const range = view.state.selection.empty ? null : wordsToMark(view.state);
      return range !== null && !overlapping(view.state.doc, range) && put(id, range);
    },
    unmark(id) {
      const { tr, schema, doc } = view.state;
      const range = claimRanges(doc).get(id);
      const mark = schema.marks.claim?.create({ id });
      if (range && mark) view.dispatch(closeHistory(tr.removeMark(range.from, range.to, mark)));
    },
    has: (id) => claimRanges(view.state.doc).has(id),
    reveal: (id) => reveal(view, id),
    focus: () => view.focus(),
  };
}

/** A claim that lies on some of these words: two claims never share any. */
function overlapping(document: Node, range: Range): string | null {
  for (const [id, other] of claimRanges(document)) {
    if (other.from < range.to && range.from < other.to) return id;
  }
  return null;
}

function reveal(view: EditorView, id: string): boolean {
  const range = claimRanges(view.state.doc).get(id);
  if (!range) return false;
  const words = view.dom.querySelector(`[data-claim="${CSS.escape(id)}"]`);
  words?.scrollIntoView({ block: "center" });
  const caret = TextSelection.near(view.state.doc.resolve(range.from + 1));
  view.dispatch(view.state.tr.setSelection(caret).setMeta("addToHistory", false));
  return true;
}
