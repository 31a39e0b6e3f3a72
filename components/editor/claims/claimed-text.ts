import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import {
  type AnchorType,
  anchorKey,
  anchorsIn,
  type NamedAnchor,
  wordsOf,
} from "@/components/editor/claims/anchors";
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
import type { Deed } from "@/components/editor/undo-trail";

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

/** The text that an editor holds, for its claims. */
export function claimedText(view: EditorView, did: ClaimedText["did"]): ClaimedText {
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

function reveal(view: EditorView, anchor: NamedAnchor): boolean {
  const [piece] = anchorsIn(view.state.doc).get(anchorKey(anchor))?.pieces ?? [];
  if (!piece) return false;
  const words = view.dom.querySelector(`[data-${anchor.type}="${CSS.escape(anchor.id)}"]`);
  words?.scrollIntoView({ block: "center" });
  const caret = TextSelection.near(view.state.doc.resolve(piece.from + 1));
  view.dispatch(view.state.tr.setSelection(caret).setMeta("addToHistory", false));
  return true;
}
