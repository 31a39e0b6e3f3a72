import { equal } from "@/lib/equal";
import { byParts, type FieldMerge, type Merged } from "@/lib/merge/fields";
import { mergeSequences } from "@/lib/merge/sequences";
import { EMPTY, type RichText, type RichTextMark, type RichTextNode } from "@/lib/rich-text/document";

/** The same for two nodes that say the same: keys sorted, attributes without a value left out. */
export function canonicalNode(node: unknown): string {
  return JSON.stringify(node, (_, value: unknown) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

const DEEPER = new Set(["bulletList", "orderedList", "table", "blockquote"]);

/** Items of a list, rows of a table and paragraphs of a quotation merge one by one; any conflict is the whole block's. */
function deeper(base: RichTextNode, mine: RichTextNode, theirs: RichTextNode): RichTextNode | null {
  const shell = ({ content: _, ...rest }: RichTextNode) => canonicalNode(rest);
  const alike = shell(mine) === shell(base) && shell(theirs) === shell(base);
  if (!DEEPER.has(base.type) || !alike) return null;
  if (base.type === "table" && !isSameGrid([base, mine, theirs])) return null;
  const inside = (node: RichTextNode) => node.content ?? [];
  const pieces = mergeSequences<RichTextNode>(inside(base), inside(mine), inside(theirs), {
    key: canonicalNode,
  });
  if (pieces.some((piece) => piece.merged === null)) return null;
  const content = pieces.flatMap((piece) => piece.merged ?? []);
  return content.length > 0 ? { ...mine, content } : null;
}

/** Rows of different tables fit together only where every row has the same cells, none of them joined. */
function isSameGrid(tables: RichTextNode[]): boolean {
  const rows = tables.flatMap((table) => table.content ?? []);
  const width = rows[0]?.content?.length;
  const isPlain = (cell: RichTextNode) =>
    (cell.attrs?.colspan ?? 1) === 1 && (cell.attrs?.rowspan ?? 1) === 1;
  return rows.every((row) => row.content?.length === width && (row.content ?? []).every(isPlain));
}

/** A claim that one of two versions turned into an analysis keeps its id: it is the same words still. */
const idOf = (mark: RichTextMark) => (typeof mark.attrs?.id === "string" ? mark.attrs.id : null);

function idsIn(nodes: RichTextNode[]): Set<string> {
  const own = nodes.flatMap((node) => (node.marks ?? []).map(idOf).filter((id) => id !== null));
  return new Set([...own, ...nodes.flatMap((node) => [...idsIn(node.content ?? [])])]);
}

/** A claim is anchored once: where both versions stay, the second copy goes without the marks that the first has. */
function withoutMarks(node: RichTextNode, taken: Set<string>): RichTextNode {
  const marks = node.marks?.filter((mark) => !taken.has(idOf(mark) ?? ""));
  const content = node.content?.map((child) => withoutMarks(child, taken));
  const { marks: _, ...rest } = node;
  return { ...rest, ...(content && { content }), ...(marks && marks.length > 0 && { marks }) };
}

const isAnchor = ({ type }: RichTextMark) => type === "claim" || type === "analysis";

/** What each id is, where it first stands: a claim or an analysis. */
function typesIn(nodes: RichTextNode[], types = new Map<string, string>()): Map<string, string> {
  for (const { marks = [], content = [] } of nodes) {
    for (const mark of marks.filter(isAnchor)) {
      const id = idOf(mark);
      if (id !== null && !types.has(id)) types.set(id, mark.type);
    }
    typesIn(content, types);
  }
  return types;
}

/** One version turned a claim into an analysis, the other changed a part of its words in another block: it is one of the two. */
function withOneType(document: RichText): RichText {
  const types = typesIn(document.content);
  const agreed = (node: RichTextNode): RichTextNode => ({
    ...node,
    ...(node.content && { content: node.content.map(agreed) }),
    ...(node.marks && {
      marks: node.marks.map((mark) =>
        isAnchor(mark) ? { ...mark, type: types.get(idOf(mark) ?? "") ?? mark.type } : mark,
      ),
    }),
  });
  const whole = { ...document, content: document.content.map(agreed) };
  return equal(whole, document) ? document : whole;
}

const byBlocks = byParts<RichText, RichTextNode>({
  split: (document) => document.content,
  join: (content) => (content.length > 0 ? { type: "doc", content } : EMPTY),
  key: canonicalNode,
  deeper,
  again: (node, others) => withoutMarks(node, idsIn(others)),
});

/** Documents are merged block by block: see mergeDocuments. */
export const documentMerge: FieldMerge<RichText> = {
  merge: (...versions) => {
    const merged = byBlocks.merge(...versions);
    return { ...merged, value: withOneType(merged.value), yielding: withOneType(merged.yielding) };
  },
  decide: (...conflict) => {
    const decided = byBlocks.decide(...conflict);
    return { ...decided, mine: withOneType(decided.mine) };
  },
};

/**
 * Merges two documents that were made from one base, by their top-level blocks. Changes to different blocks, and to different
 * items, rows or paragraphs of one list, table or quotation, merge; what both changed differently is a conflict, each version
 * a small document of the blocks at issue. `lost` are documents that were sent and never answered.
 */
export function mergeDocuments(
  base: RichText,
  mine: RichText,
  theirs: RichText,
  lost: readonly RichText[] = [],
): Merged<RichText> {
  return documentMerge.merge(base, mine, theirs, lost);
}
