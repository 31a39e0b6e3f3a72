"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { Image, Link } from "lucide-react";
import { Toolbar } from "radix-ui";
import type { KeyboardEvent, ReactNode } from "react";
import type { EditorVariant } from "@/components/editor/slash-items";
import { TableMenu } from "@/components/editor/table-menu";
import { ToolButtons } from "@/components/editor/tool-buttons";
import { ToolbarButton } from "@/components/editor/toolbar-button";
import {
  BOLD,
  BULLETS,
  CODE,
  HEADING,
  HISTORY,
  ITALIC,
  NUMBERS,
  QUOTE,
  type Tool,
} from "@/components/editor/tools";

const MARKS = [BOLD, ITALIC];
const BLOCKS: Record<EditorVariant, readonly Tool[]> = {
  body: [HEADING, BULLETS, NUMBERS, QUOTE, CODE],
  plain: [HEADING, BULLETS, NUMBERS, QUOTE],
  box: [BULLETS, NUMBERS],
};

interface EditorToolbarProps {
  editor: Editor;
  variant: EditorVariant;
  /** The name of the text, so that several toolbars on a page can be told apart. */
  label: string;
  onLink(): void;
  /** Absent where pictures cannot be added. */
  onPicture: (() => void) | null;
  /** What others put in. */
  extra: ReactNode;
}

/** The tools of one text: one tab stop, arrows inside, Escape back to the text. */
export function EditorToolbar({ editor, variant, label, onLink, onPicture, extra }: EditorToolbarProps) {
  return (
    <Toolbar.Root
      aria-label={`Formatting: ${label}`}
      onKeyDown={(event) => backToText(event, editor)}
      className="flex items-center gap-0.5 font-sans max-sm:gap-0 max-sm:overflow-x-auto"
    >
      <ToolButtons editor={editor} tools={MARKS} />
      <LinkButton editor={editor} onLink={onLink} />
      <Hair />
      <ToolButtons editor={editor} tools={BLOCKS[variant]} />
      {variant === "body" ? <TableMenu editor={editor} /> : null}
      {variant === "body" && onPicture ? (
        <ToolbarButton label="Add a picture" onPress={onPicture}>
          <Image size={16} aria-hidden />
        </ToolbarButton>
      ) : null}
      {extra ? <Hair /> : null}
      {extra}
      <Hair />
      <ToolButtons editor={editor} tools={HISTORY} />
    </Toolbar.Root>
  );
}

export function backToText(event: KeyboardEvent, editor: Editor): void {
  if (event.key === "Escape" && !event.defaultPrevented) editor.commands.focus();
}

export function LinkButton({ editor, onLink }: { editor: Editor; onLink(): void }) {
  const isOn = useEditorState({ editor, selector: ({ editor: current }) => current.isActive("link") });
  return (
    <ToolbarButton label="Link" keys="Mod+Shift+K" pressed={isOn} onPress={onLink}>
      <Link size={16} aria-hidden />
    </ToolbarButton>
  );
}

export function Hair() {
  return <Toolbar.Separator className="mx-1 h-4 w-px shrink-0 bg-hair max-sm:hidden" />;
}
