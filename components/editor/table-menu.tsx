"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { ChevronDown, Table } from "lucide-react";
import { Fragment } from "react";
import { TABLE_DEEDS } from "@/components/editor/table-tools";
import { shortcut, ToolbarButton } from "@/components/editor/toolbar-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";

/** Puts a table in; inside one, what can be done to its rows and columns. */
export function TableMenu({ editor }: { editor: Editor }) {
  const inTable = useEditorState({ editor, selector: ({ editor: current }) => current.isActive("table") });
  // What is possible changes with the cell that the caret is in.
  const impossible = useEditorState({ editor, selector: ({ editor: current }) => impossibleIn(current) });
  if (!inTable) {
    return (
      <ToolbarButton
        label="Insert a table"
        onPress={() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
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
    <Menu trigger={trigger} onCloseAutoFocus={() => backTo(editor)}>
      {TABLE_DEEDS.map((deeds, index) => (
        <Fragment key={deeds[0]?.label}>
          {index > 0 ? <MenuSeparator /> : null}
          {deeds.map(({ label, keys, run }) => (
            <MenuItem key={label} disabled={impossible.includes(label)} onSelect={() => run(editor)}>
              <span className="grow">{label}</span>
              {keys ? (
                <span aria-hidden className="pl-4 text-xs text-quiet">
                  {shortcut(keys.replaceAll("-", "+"))}
                </span>
              ) : null}
            </MenuItem>
          ))}
        </Fragment>
      ))}
    </Menu>
  );
}

function impossibleIn(editor: Editor): string[] {
  return TABLE_DEEDS.flat().flatMap(({ label, isPossible }) =>
    isPossible?.(editor) === false ? [label] : [],
  );
}

/** Back into the text, unless what was chosen has led elsewhere: into the caption's field. */
function backTo(editor: Editor): void {
  if (!(document.activeElement instanceof HTMLInputElement)) editor.commands.focus();
}
