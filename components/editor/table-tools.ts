import { type Editor, Extension } from "@tiptap/core";
import { isInTable, selectedRect } from "@tiptap/pm/tables";
import { canMoveInTable, type Direction, leaveTable, moveInTable } from "@/components/editor/table-moves";
import { focusCaption } from "@/components/editor/table-view";

export interface TableDeed {
  label: string;
  /** In Tiptap's notation; works wherever the caret is in a table. */
  keys?: string;
  run(editor: Editor): boolean;
  isPossible?(editor: Editor): boolean;
}

function move(label: string, direction: Direction, keys: string): TableDeed {
  return {
    label,
    keys,
    run: (editor) => moveInTable(editor, direction),
    isPossible: (editor) => canMoveInTable(editor.state, direction),
  };
}

function editCaption(editor: Editor): boolean {
  if (!isInTable(editor.state)) return false;
  focusCaption(editor.view, selectedRect(editor.state).tableStart - 1);
  return true;
}

/** What can be done to a table, in the groups of its menu. Alt+Shift+arrows move rows in Word too. */
export const TABLE_DEEDS: TableDeed[][] = [
  [
    { label: "Add a row above", run: (editor) => editor.commands.addRowBefore() },
    { label: "Add a row below", keys: "Alt-Enter", run: (editor) => editor.commands.addRowAfter() },
    move("Move the row up", "up", "Alt-Shift-ArrowUp"),
    move("Move the row down", "down", "Alt-Shift-ArrowDown"),
    { label: "Remove the row", keys: "Alt-Delete", run: (editor) => editor.commands.deleteRow() },
  ],
  [
    { label: "Add a column before", run: (editor) => editor.commands.addColumnBefore() },
    {
      label: "Add a column after",
      keys: "Alt-Shift-Enter",
      run: (editor) => editor.commands.addColumnAfter(),
    },
    move("Move the column left", "left", "Alt-Shift-ArrowLeft"),
    move("Move the column right", "right", "Alt-Shift-ArrowRight"),
    { label: "Remove the column", keys: "Alt-Shift-Delete", run: (editor) => editor.commands.deleteColumn() },
  ],
  [
    { label: "Header row on or off", run: (editor) => editor.commands.toggleHeaderRow() },
    { label: "Header column on or off", run: (editor) => editor.commands.toggleHeaderColumn() },
    { label: "Caption", run: editCaption },
  ],
  [{ label: "Remove the table", run: (editor) => editor.commands.deleteTable() }],
];

const WHERE_LEFT: Record<string, "after" | "before"> = { "Mod-Enter": "after", "Mod-Shift-Enter": "before" };

/** The keys of the table menu, and the way out of a table at either end. */
export const TableKeys = Extension.create({
  name: "tableKeys",
  // Before the hard break, which has Mod+Enter elsewhere.
  priority: 1000,
  addKeyboardShortcuts() {
    const inTable = (deed: (editor: Editor) => boolean) => () => {
      if (!isInTable(this.editor.state)) return false;
      deed(this.editor);
      // At an edge there is nothing to do, and nothing else that these keys should do instead.
      return true;
    };
    const deeds = TABLE_DEEDS.flat().flatMap(({ keys, run }) =>
      keys ? [[keys, inTable(run)] as const] : [],
    );
    const ways = Object.entries(WHERE_LEFT).map(
      ([keys, side]) => [keys, inTable((editor) => leaveTable(editor, side))] as const,
    );
    return Object.fromEntries([...deeds, ...ways]);
  },
});
