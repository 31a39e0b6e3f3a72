import type { ComparedBlock, ComparedPassage } from "@/lib/revisions/compare";

/** So many unchanged blocks stand here and are not shown. */
export interface Fold {
  hidden: number;
}

/** Rows of one table, shown as one. */
export interface Rows {
  rows: ComparedBlock[];
}

export type ShownBlock = ComparedBlock | Fold | Rows;

export interface ShownPassage {
  name: string;
  label: string;
  blocks: ShownBlock[];
}

/** Rows that follow each other belong to one table, unless they stand in two afterwards. */
function joinRows(blocks: (ComparedBlock | Fold)[]): ShownBlock[] {
  const out: ShownBlock[] = [];
  let table: number | null = null;
  for (const block of blocks) {
    const last = out.at(-1);
    if ("hidden" in block || block.frame.kind !== "row") {
      out.push(block);
      continue;
    }
    const isOther = table !== null && block.table !== null && block.table !== table;
    if (last && "rows" in last && !isOther) last.rows.push(block);
    else {
      out.push({ rows: [block] });
      table = null;
    }
    table = block.table ?? table;
  }
  return out;
}

/** Unchanged blocks give way to a count of them; the head of a table whose rows changed stays. */
function onlyChanges(blocks: ComparedBlock[]): (ComparedBlock | Fold)[] {
  const out: (ComparedBlock | Fold)[] = [];
  for (const [index, block] of blocks.entries()) {
    const isHead = block.frame.kind === "row" && block.cells.every((cell) => cell.isHeader);
    const leads = isHead && blocks[index + 1]?.frame.kind === "row";
    if (block.change !== "same" || leads) {
      out.push(block);
      continue;
    }
    const last = out.at(-1);
    if (last && "hidden" in last) last.hidden += 1;
    else out.push({ hidden: 1 });
  }
  return out;
}

/** What a view shows: the whole text without its empty parts, or the parts that changed and in them what did. */
export function foldPassages(passages: ComparedPassage[], view: "changes" | "whole"): ShownPassage[] {
  const shown = passages.filter(({ isChanged, blocks }) =>
    view === "changes" ? isChanged : blocks.length > 0,
  );
  return shown.map(({ name, label, blocks }) => ({
    name,
    label,
    blocks: joinRows(view === "changes" ? onlyChanges(blocks) : blocks),
  }));
}

/** Each with a key for React: a comparison never changes on the screen, so places are as good as names. */
export function placed<T>(items: T[]): { key: string; item: T }[] {
  return items.map((item, place) => ({ key: String(place), item }));
}
