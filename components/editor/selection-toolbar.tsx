"use client";

import { type Editor, isNodeSelection } from "@tiptap/core";
import { CellSelection } from "@tiptap/pm/tables";
import { BubbleMenu } from "@tiptap/react/menus";
import { Toolbar } from "radix-ui";
import type { ReactNode } from "react";
import type { EditorVariant } from "@/components/editor/slash-items";
import { ToolButtons } from "@/components/editor/tool-buttons";
import { backToText, Hair, LinkButton } from "@/components/editor/toolbar";
import { BOLD, CODE, HEADING, ITALIC, QUOTE, STRIKE, type Tool } from "@/components/editor/tools";

const MARKS = [BOLD, ITALIC, STRIKE, CODE];
const BLOCKS: Record<EditorVariant, readonly Tool[]> = {
  body: [HEADING, QUOTE],
  plain: [HEADING, QUOTE],
  box: [],
};

interface SelectionToolbarProps {
  editor: Editor;
  variant: EditorVariant;
  label: string;
  onLink(): void;
  /** What others put in: comments, claims, highlights. */
  extra: ReactNode;
}

/** The tools that float over selected words; Alt+F10 leads into them, Escape back to the words. */
export function SelectionToolbar({ editor, variant, label, onLink, extra }: SelectionToolbarProps) {
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="selectionToolbar"
      updateDelay={100}
      shouldShow={({ element }) =>
        hasWords(editor) && (editor.isFocused || element.contains(document.activeElement))
      }
      options={FLOATING}
      className="z-30 w-max max-w-[min(40rem,calc(100vw-1rem))]"
    >
      <Toolbar.Root
        aria-label={`Selected words: ${label}`}
        onKeyDown={(event) => backToText(event, editor)}
        className="flex flex-wrap items-center gap-0.5 rounded-card border border-hair bg-paper p-1 font-sans shadow-lift"
      >
        <ToolButtons editor={editor} tools={MARKS} />
        <LinkButton editor={editor} onLink={onLink} />
        {BLOCKS[variant].length > 0 ? <Hair /> : null}
        <ToolButtons editor={editor} tools={BLOCKS[variant]} />
        {extra ? <Hair /> : null}
        {extra}
      </Toolbar.Root>
    </BubbleMenu>
  );
}

const FLOATING = { placement: "top" as const, offset: 8, flip: true, shift: { padding: 8 } };

function hasWords({ state, isEditable }: Editor): boolean {
  const { selection, doc } = state;
  if (!isEditable || selection.empty || isNodeSelection(selection) || selection instanceof CellSelection)
    return false;
  return (
    doc.textBetween(selection.from, selection.to, " ").trim() !== "" && !selection.$from.parent.type.spec.code
  );
}
