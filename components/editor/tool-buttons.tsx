"use client";

import { type Editor, useEditorState } from "@tiptap/react";
import { ToolbarButton } from "@/components/editor/toolbar-button";
import type { Tool } from "@/components/editor/tools";

/** A button for each tool, pressed where the caret stands in what it makes. */
export function ToolButtons({ editor, tools }: { editor: Editor; tools: readonly Tool[] }) {
  const states = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      Object.fromEntries(
        tools.flatMap((tool) => [
          [`${tool.name} on`, tool.isOn?.(current) ?? false],
          [`${tool.name} possible`, tool.isPossible?.(current) ?? true],
        ]),
      ),
  });
  return tools.map((tool) => (
    <ToolbarButton
      key={tool.name}
      label={tool.label}
      keys={tool.keys}
      pressed={tool.isOn ? (states[`${tool.name} on`] ?? false) : undefined}
      disabled={states[`${tool.name} possible`] === false}
      onPress={() => tool.run(editor)}
    >
      <tool.Icon size={16} aria-hidden />
    </ToolbarButton>
  ));
}
