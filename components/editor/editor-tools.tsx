"use client";

import type { Editor } from "@tiptap/react";
import type { ReactNode } from "react";
import { createPortal } from "react-dom";
import { LinkPopover } from "@/components/editor/link-popover";
import { SelectionToolbar } from "@/components/editor/selection-toolbar";
import type { EditorVariant } from "@/components/editor/slash-items";
import { EditorToolbar } from "@/components/editor/toolbar";

const DOCK = "data-tool-dock";

/**
 * Where the tools of the text in use float: over the top of the page it stands on, taking no room of their own, so that nothing
 * moves when they come and go. One for a page, at its beginning.
 */
export function ToolDock() {
  return <div {...{ [DOCK]: "" }} className="sticky top-2 z-20 h-0 print:hidden" />;
}

interface EditorToolsProps {
  editor: Editor;
  variant: EditorVariant;
  label: string;
  linking: boolean;
  onLinking(open: boolean): void;
  onPicture: (() => void) | null;
  extra: ReactNode;
  dockExtra: ReactNode;
}

/** Everything around the text that is in use: its tools in the dock, those over selected words, and the link's popover. */
export function EditorTools({ linking, onLinking, onPicture, extra, dockExtra, ...text }: EditorToolsProps) {
  const onLink = () => onLinking(true);
  const toolbar = (
    <div className="absolute top-0 left-1/2 w-max max-w-full -translate-x-1/2 rounded-card border border-hair bg-paper p-1 shadow-lift">
      <EditorToolbar {...text} onLink={onLink} onPicture={onPicture} extra={dockExtra} />
    </div>
  );
  const dock = text.editor.view.dom.closest("article")?.querySelector(`[${DOCK}]`);
  return (
    <>
      {dock ? createPortal(toolbar, dock) : <div className="sticky top-2 z-20 h-0">{toolbar}</div>}
      <SelectionToolbar {...text} onLink={onLink} extra={extra} />
      <LinkPopover editor={text.editor} open={linking} onOpenChange={onLinking} />
    </>
  );
}

/** Into the tools over the selected words while they are there, else into those above the text. */
export function focusTools(editorId: string): void {
  const floating = document.querySelector<HTMLElement>(
    `[data-editor="${CSS.escape(editorId)}"] [role="toolbar"]`,
  );
  const isThere = floating?.checkVisibility({ visibilityProperty: true });
  const toolbar = isThere ? floating : document.querySelector(`[${DOCK}] [role="toolbar"]`);
  toolbar?.querySelector("button")?.focus();
}
