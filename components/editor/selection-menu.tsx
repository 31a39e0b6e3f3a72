"use client";

import type { Editor } from "@tiptap/react";
import { BubbleMenu } from "@tiptap/react/menus";
import { Toolbar } from "radix-ui";
import type { ReactNode } from "react";

/** Tools beside selected words, also of a text that can only be read. */
export function SelectionMenu({ editor, label, children }: SelectionMenuProps) {
  return (
    <BubbleMenu
      editor={editor}
      pluginKey="selectionMenu"
      updateDelay={80}
      options={{ placement: "top", offset: 8 }}
      shouldShow={({ view, state }) => !state.selection.empty && (view.hasFocus() || !view.editable)}
      className="z-30"
    >
      <Toolbar.Root
        aria-label={`Selected words: ${label}`}
        className="flex gap-0.5 rounded-control border border-hair bg-paper p-1 font-sans shadow-lift"
      >
        {children}
      </Toolbar.Root>
    </BubbleMenu>
  );
}

interface SelectionMenuProps {
  editor: Editor;
  /** The name of the text. */
  label: string;
  children: ReactNode;
}
