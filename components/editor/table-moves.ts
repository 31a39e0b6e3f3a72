import type { Editor } from "@tiptap/core";
import type { EditorState, Transaction } from "@tiptap/pm/state";
import { TextSelection } from "@tiptap/pm/state";
import {
  isInTable,
  moveTableColumn,
  moveTableRow,
  rowIsHeader,
  selectedRect,
  TableMap,
} from "@tiptap/pm/tables";

export type Direction = "up" | "down" | "left" | "right";

const STEP: Record<Direction, number> = { up: -1, down: 1, left: -1, right: 1 };

/** Where the row or column of the caret would go; null at the edge. A header row stays on top. */
function destination(state: EditorState, direction: Direction): { from: number; to: number } | null {
  const rect = selectedRect(state);
  const isRow = direction === "up" || direction === "down";
  const from = isRow ? rect.top : rect.left;
  const to = from + STEP[direction];
  if (to < 0 || to >= (isRow ? rect.map.height : rect.map.width)) return null;
  const crosses = isRow && Math.min(from, to) === 0 && rowIsHeader(rect.map, rect.table, 0);
  return crosses ? null : { from, to };
}

export function canMoveInTable(state: EditorState, direction: Direction): boolean {
  return isInTable(state) && destination(state, direction) !== null;
}

/** Moves the row or column the caret is in by one; the caret goes with it. False at the edge, and outside a table. */
export function moveInTable(editor: Editor, direction: Direction): boolean {
  const { state, view } = editor;
  if (!isInTable(state)) return false;
  const way = destination(state, direction);
  if (!way) return false;
  const { tableStart, top, left } = selectedRect(state);
  const isRow = direction === "up" || direction === "down";
  const move = (isRow ? moveTableRow : moveTableColumn)({ ...way, select: false });
  return move(state, (transaction: Transaction) => {
    const [row, column] = isRow ? [way.to, left] : [top, way.to];
    view.dispatch(withCaretIn(transaction, tableStart, row, column).scrollIntoView());
  });
}

function withCaretIn(transaction: Transaction, tableStart: number, row: number, column: number): Transaction {
  const table = transaction.doc.nodeAt(tableStart - 1);
  if (!table) return transaction;
  const cell = tableStart + TableMap.get(table).positionAt(row, column, table);
  const end = cell + (transaction.doc.nodeAt(cell)?.nodeSize ?? 2) - 1;
  return transaction.setSelection(TextSelection.near(transaction.doc.resolve(end), -1));
}

/** Puts the caret behind (or before) the table it is in, into a paragraph made for it where there is none. */
export function leaveTable(editor: Editor, side: "after" | "before"): boolean {
  const { state, view } = editor;
  if (!isInTable(state)) return false;
  const { tableStart, table } = selectedRect(state);
  const edge = side === "after" ? tableStart - 1 + table.nodeSize : tableStart - 1;
  const place = state.doc.resolve(edge);
  const beside = side === "after" ? place.nodeAfter : place.nodeBefore;
  const { paragraph } = state.schema.nodes;
  const { tr } = state;
  if (!beside?.isTextblock && paragraph) tr.insert(edge, paragraph.create());
  const inside = side === "after" ? edge + 1 : beside?.isTextblock ? edge - 1 : edge + 1;
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(inside))).scrollIntoView());
  return true;
}
