"use client";

import type { Editor } from "@tiptap/react";
import type { ReactNode } from "react";
import { LinkPopover } from "@/components/editor/link-popover";
import { SelectionToolbar } from "@/components/editor/selection-toolbar";
import type { EditorVariant } from "@/components/editor/slash-items";
import { EditorToolbar } from "@/components/editor/toolbar";

interface EditorToolsProps {
  editor: Editor;
  variant: EditorVariant;
  label: string;
  linking: boolean;
  onLinking(open: boolean): void;
  onPicture: (() => void) | null;
  extra: ReactNode;
}

/** Everything around the text that is in use: the tools above it, those over selected words, and the link's own popover. */
export function EditorTools({ linking, onLinking, onPicture, extra, ...text }: EditorToolsProps) {
  const onLink = () => onLinking(true);
  return (
    <>
      <EditorToolbar {...text} onLink={onLink} onPicture={onPicture} />
      <SelectionToolbar {...text} onLink={onLink} extra={extra} />
      <LinkPopover editor={text.editor} open={linking} onOpenChange={onLinking} />
    </>
  );
}
