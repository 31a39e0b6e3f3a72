import { closeHistory } from "@tiptap/pm/history";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import {
  type Anchor,
  type AnchorType,
  anchorsAt,
  anchorsSelected,
  type Range,
} from "@/components/editor/claims/anchors";
import { wordsToMark } from "@/components/editor/claims/words-to-mark";

/** What pressing a kind does to the words in hand. */
export type Marking =
  /** A mark on words that had none of this type. */
  | { kind: "new"; tr: Transaction }
  /** They are marked so already. */
  | { kind: "there"; anchor: Anchor }
  /** A claim becomes an analysis, or the other way round, under the same id. */
  | { kind: "turned"; tr: Transaction; anchor: Anchor }
  /** It would lie over another claim or analysis, and two of one type share no words. */
  | { kind: "taken"; anchor: Anchor }
  | { kind: "no-words" };

/** What became of putting a mark on words again; "taken": they are under another of its type. */
export type Remarked = "marked" | "taken" | "no-words";

/** A step of its own, so that undo takes the mark back and not what was typed before it. */
function marked({ tr, schema }: EditorState, { type, id, pieces }: Anchor, off?: Anchor): Transaction | null {
  const mark = schema.marks[type]?.create({ id });
  if (!mark) return null;
  for (const { from, to } of off?.pieces ?? []) tr.removeMark(from, to, schema.marks[off?.type ?? type]);
  for (const { from, to } of pieces) tr.addMark(from, to, mark);
  return tr.docChanged ? closeHistory(tr) : null;
}

const ofType = (anchors: Anchor[], type: AnchorType) => anchors.find((anchor) => anchor.type === type);

/** Whether somebody means this anchor: with only a caret the one around it, else the one whose words are selected, all and only. */
function isMeant({ pieces }: Anchor, range: Range, hasCaret: boolean): boolean {
  const [first, last] = [pieces[0], pieces.at(-1)];
  return hasCaret || (first?.from === range.from && last?.to === range.to);
}

const touches = ({ pieces }: Anchor, at: number) => pieces.some(({ from, to }) => from <= at && at <= to);

/**
 * The anchors in hand, the one that is meant first. A caret before the first letter of marked words or after their full stop is
 * in none of them, but its sentence is theirs: one sentence is not two kinds because of where in it somebody happens to stand.
 */
export function anchorsInHand(state: EditorState): Anchor[] {
  const selected = anchorsSelected(state);
  const { empty, from } = state.selection;
  const range = empty && selected.length === 0 ? wordsToMark(state) : null;
  if (!range) return selected;
  const inSentence = anchorsAt(state.doc, range);
  const touched = inSentence.filter((anchor) => touches(anchor, from));
  return [...touched, ...inSentence.filter((anchor) => !touched.includes(anchor))];
}

/**
 * Marks what is selected, or the sentence at the caret. What is a claim or an analysis already is found again; one of the other
 * type is turned where the caret stands in it or all of its words are selected. Otherwise claims lie inside analyses, and the
 * other way round: an inference may hold a fact.
 */
export function markAs(state: EditorState, type: AnchorType, id: string): Marking {
  const inHand = anchorsInHand(state);
  const there = ofType(inHand, type);
  if (there) return { kind: "there", anchor: there };
  const range = wordsToMark(state);
  if (!range) return { kind: "no-words" };
  const [other] = inHand;
  if (other && isMeant(other, range, state.selection.empty)) return turned(state, other, type);
  const around = ofType(anchorsAt(state.doc, range), type);
  if (around) return { kind: "there", anchor: around };
  const tr = marked(state, { type, id, pieces: [range] });
  return tr ? { kind: "new", tr } : { kind: "no-words" };
}

/** Makes an analysis of a claim, or the other way round, under the same id. */
export function turned(state: EditorState, anchor: Anchor, type: AnchorType): Marking {
  const inside = anchor.pieces.flatMap((piece) => anchorsAt(state.doc, piece));
  const taken = ofType(inside, type);
  if (taken) return { kind: "taken", anchor: taken };
  const tr = marked(state, { ...anchor, type }, anchor);
  return tr ? { kind: "turned", tr, anchor } : { kind: "no-words" };
}

/** Makes a new claim of the words in hand, or finds the one that they have already; analyses stay as they are. */
export function markClaimed(state: EditorState, id: string): Marking {
  const there = ofType(anchorsSelected(state), "claim");
  if (there) return { kind: "there", anchor: there };
  const range = wordsToMark(state);
  const around = range && ofType(anchorsAt(state.doc, range), "claim");
  if (around) return { kind: "there", anchor: around };
  const tr = range && marked(state, { type: "claim", id, pieces: [range] });
  return tr ? { kind: "new", tr } : { kind: "no-words" };
}

/** Puts the mark of something that has none on the selected words; says why where it cannot. */
export function remarked(
  state: EditorState,
  type: AnchorType,
  id: string,
): Transaction | Exclude<Remarked, "marked"> {
  const range = state.selection.empty ? null : wordsToMark(state);
  if (!range) return "no-words";
  if (ofType(anchorsAt(state.doc, range), type)) return "taken";
  return marked(state, { type, id, pieces: [range] }) ?? "no-words";
}

/** Takes a mark off all of its words. */
export function unmarked({ tr, schema }: EditorState, { type, id, pieces }: Anchor): Transaction | null {
  const mark = schema.marks[type]?.create({ id });
  for (const { from, to } of pieces) tr.removeMark(from, to, mark);
  return tr.docChanged ? closeHistory(tr) : null;
}
