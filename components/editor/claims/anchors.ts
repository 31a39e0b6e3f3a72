import type { Mark, Node } from "@tiptap/pm/model";
import type { EditorState } from "@tiptap/pm/state";

/** What a mark in a text can be the anchor of. */
export type AnchorType = "claim" | "analysis";

/** ProseMirror positions. */
export interface Range {
  from: number;
  to: number;
}

export interface NamedAnchor {
  type: AnchorType;
  id: string;
}

/** One claim or analysis as it stands in a text: its words may lie in several pieces, with other words between them. */
export interface Anchor extends NamedAnchor {
  /** In document order, none empty. */
  pieces: Range[];
}

/** Names a claim or an analysis: words that change from one to the other keep their id. */
export type AnchorKey = `${AnchorType} ${string}`;

export const anchorKey = ({ type, id }: NamedAnchor): AnchorKey => `${type} ${id}`;

/** The anchor whose words lie under a mark; null for any other mark. */
export function anchorOf(mark: Mark): NamedAnchor | null {
  const { name } = mark.type;
  const { id } = mark.attrs;
  return (name === "claim" || name === "analysis") && typeof id === "string" ? { type: name, id } : null;
}

/** Every claim and analysis of a text, in document order. */
export function anchorsIn(document: Node): Map<AnchorKey, Anchor> {
  const anchors = new Map<AnchorKey, Anchor>();
  document.descendants((node, from) => {
    if (!node.isInline) return;
    for (const mark of node.marks) {
      const named = anchorOf(mark);
      if (!named) continue;
      const { pieces } = anchors.get(anchorKey(named)) ?? { pieces: [] };
      anchors.set(anchorKey(named), { ...named, pieces: joined(pieces, { from, to: from + node.nodeSize }) });
    }
  });
  return anchors;
}

function joined(pieces: Range[], next: Range): Range[] {
  const last = pieces.at(-1);
  return last?.to === next.from ? [...pieces.slice(0, -1), { ...last, to: next.to }] : [...pieces, next];
}

/** The words of an anchor. */
export function wordsOf(document: Node, { pieces }: Anchor): string {
  return pieces.map(({ from, to }) => document.textBetween(from, to)).join("");
}

const lengthOf = ({ pieces }: Anchor) => pieces.reduce((sum, { from, to }) => sum + to - from, 0);

/** Whether two stretches share a place; a caret at a stretch's edge is not in it. */
function meets({ from, to }: Range, other: Range): boolean {
  return other.from === other.to ? from < other.from && other.from < to : from < other.to && other.from < to;
}

/** Anchors that have words in a stretch, the shortest first: what lies inside another is meant before it. */
export function anchorsAt(document: Node, range: Range): Anchor[] {
  return [...anchorsIn(document).values()]
    .filter(({ pieces }) => pieces.some((piece) => meets(piece, range)))
    .toSorted((a, b) => lengthOf(a) - lengthOf(b));
}

/** The same for what is selected. */
export function anchorsSelected({ doc, selection: { from, to } }: EditorState): Anchor[] {
  return anchorsAt(doc, { from, to });
}
