import { align } from "@/lib/revisions/align";
import { type Block, blockKey, blockText, type Cell, type Frame, frameKey } from "@/lib/revisions/blocks";
import { likenessBy } from "@/lib/revisions/likeness";
import { compareWords, type Piece, wholePieces } from "@/lib/revisions/words";

/** One named part of a document: the headline, the text, the highlights. */
export interface Passage {
  name: string;
  label: string;
  blocks: Block[];
}

export type Change = "same" | "added" | "removed" | "changed";

export interface ComparedCell {
  change: Change;
  isHeader: boolean;
  pieces: Piece[];
}

/** One block between two versions, in the frame it has after (before, where it is gone). */
export interface ComparedBlock {
  change: Change;
  frame: Frame;
  /** The frame before, where it is another: a paragraph that became a heading. */
  was: Frame | null;
  pieces: Piece[];
  /** Of a row of a table; empty for the rest. */
  cells: ComparedCell[];
  table: number | null;
}

export interface ComparedPassage {
  name: string;
  label: string;
  isChanged: boolean;
  blocks: ComparedBlock[];
}

/** Less than a third of the words in common: another block, not a changed one. */
const LEAST_ALIKE = 1 / 3;

/** Rows are of tables, rules and pictures of no words: only their own kind can be the same one. */
function canBeSame(before: Block, after: Block): boolean {
  const alone = ["row", "rule", "picture", "remark"];
  const [was, is] = [before.frame.kind, after.frame.kind];
  return was === is || !(alone.includes(was) || alone.includes(is));
}

function whole(runs: Block["runs"], cells: Cell[], change: "same" | "added" | "removed") {
  return {
    pieces: wholePieces(runs, change),
    cells: cells.map((cell) => ({
      change,
      isHeader: cell.isHeader,
      pieces: wholePieces(cell.runs, change),
    })),
  };
}

function compareCell(before: Cell | null, after: Cell | null): ComparedCell[] {
  const cell = after ?? before;
  if (!cell) return [];
  const { isHeader } = cell;
  if (!before || !after) {
    const change = after ? "added" : "removed";
    return [{ change, isHeader, pieces: wholePieces(cell.runs, change) }];
  }
  const isSame = JSON.stringify(before) === JSON.stringify(after);
  const pieces = isSame ? wholePieces(cell.runs, "same") : compareWords(before.runs, after.runs);
  return [{ change: isSame ? "same" : "changed", isHeader, pieces }];
}

/** Cell by cell where there are as many as before; otherwise the likest are the same ones. */
function compareCells(before: Cell[], after: Cell[]): ComparedCell[] {
  if (before.length === after.length) {
    return before.flatMap((cell, index) => compareCell(cell, after[index] ?? null));
  }
  const likeness = likenessBy<Cell>((cell) => blockText({ runs: cell.runs, cells: [] }));
  const keyOf = (cell: Cell) => JSON.stringify(cell);
  return align(before, after, { keyOf, likeness, least: LEAST_ALIKE }).flatMap(([was, is]) =>
    compareCell(was, is),
  );
}

function compareBlock(before: Block | null, after: Block | null): ComparedBlock[] {
  const block = after ?? before;
  if (!block) return [];
  const { frame, table } = block;
  if (!before || !after) {
    const change = after ? "added" : "removed";
    const seat = after ? table : null;
    return [{ change, frame, was: null, table: seat, ...whole(block.runs, block.cells, change) }];
  }
  if (blockKey(before) === blockKey(after)) {
    return [{ change: "same", frame, was: null, table, ...whole(block.runs, block.cells, "same") }];
  }
  const was = frameKey(before.frame) === frameKey(frame) ? null : before.frame;
  const pieces = compareWords(before.runs, after.runs);
  const cells = compareCells(before.cells, after.cells);
  return [{ change: "changed", frame, was, table, pieces, cells }];
}

function compareBlocks(before: Block[], after: Block[]): ComparedBlock[] {
  // One line against one line is the same line, whatever it says.
  if (before.length === 1 && after.length === 1 && before[0]?.frame.kind === "line") {
    return compareBlock(before[0], after[0] ?? null);
  }
  const words = likenessBy<Block>(blockText);
  const likeness = (was: Block, is: Block) => (canBeSame(was, is) ? words(was, is) : 0);
  return align(before, after, { keyOf: blockKey, likeness, least: LEAST_ALIKE }).flatMap(([was, is]) =>
    compareBlock(was, is),
  );
}

/**
 * What differs between two versions of a document, part by part, block by block and, within changed blocks, word by word.
 * Nothing of either is left out: without what was added it reads as before, without what was removed as after. Parts are
 * matched by name and keep the order of `after`; one that only stood before comes last.
 */
export function compare(before: Passage[], after: Passage[]): ComparedPassage[] {
  const gone = before.filter((passage) => after.every(({ name }) => name !== passage.name));
  const passages = [...after, ...gone.map((passage) => ({ ...passage, blocks: [] }))];
  return passages.map(({ name, label, blocks }) => {
    const old = before.find((passage) => passage.name === name)?.blocks ?? [];
    const compared = compareBlocks(old, blocks);
    return { name, label, isChanged: compared.some((block) => block.change !== "same"), blocks: compared };
  });
}
