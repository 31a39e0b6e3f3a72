"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { ChevronDown, Table } from "lucide-react";
import { Fragment } from "react";
import { ToolbarButton } from "@/components/editor/toolbar-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";

type Deed = [label: string, run: (editor: Editor) => boolean];

const GROUPS: Deed[][] = [
  [
    ["Add a row above", (editor) => editor.commands.addRowBefore()],
    ["Add a row below", (editor) => editor.commands.addRowAfter()],
    ["Remove this row", (editor) => editor.commands.deleteRow()],
  ],
  [
    ["Add a column before", (editor) => editor.commands.addColumnBefore()],
    ["Add a column after", (editor) => editor.commands.addColumnAfter()],
    ["Remove this column", (editor) => editor.commands.deleteColumn()],
  ],
  [
    ["Header row on or off", (editor) => editor.commands.toggleHeaderRow()],
    ["Remove the table", (editor) => editor.commands.deleteTable()],
  ],
];

/** Puts a table in; inside one, what can be done to its rows and columns. */
export function TableMenu({ editor }: { editor: Editor | null }) {
  const inTable = useEditorState({ editor, selector: ({ editor: current }) => current?.isActive("table") });
  if (!editor || !inTable) {
    return (
      <ToolbarButton
        label="Insert a table"
        disabled={!editor}
        onPress={() => editor?.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
      >
        <Table size={16} aria-hidden />
      </ToolbarButton>
    );
  }
  const trigger = (
    <ToolbarButton label="Table" pressed>
      <Table size={16} aria-hidden />
      <ChevronDown size={12} aria-hidden />
    </ToolbarButton>
  );
  return (
    <Menu trigger={trigger} onCloseAutoFocus={() => editor.commands.focus()}>
      {GROUPS.map((deeds, index) => (
        <Fragment key={deeds[0]?.[0]}>
          {index > 0 ? <MenuSeparator /> : null}
          {deeds.map(([label, run]) => (
            <MenuItem key={label} onSelect={() => run(editor)}>
              {label}
            </MenuItem>
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}
