"use client";

import type { Editor } from "@tiptap/react";
import { useEditorState } from "@tiptap/react";
import { Bold, Code, Heading3, Italic, List, ListOrdered, Redo2, TextQuote, Undo2 } from "lucide-react";
import { Toolbar } from "radix-ui";
import type { ComponentType, KeyboardEvent, Ref } from "react";
import { LinkPopover } from "@/components/editor/link-popover";
import { TableMenu } from "@/components/editor/table-menu";
import { ToolbarButton } from "@/components/editor/toolbar-button";

export type EditorVariant = "body" | "box" | "plain";

interface Tool {
  name: string;
  label: string;
  /** In Tiptap's notation, as the extension binds it. */
  keys: string;
  Icon: ComponentType<{ size?: number; "aria-hidden"?: boolean }>;
  isOn?: (editor: Editor) => boolean;
  isPossible?: (editor: Editor) => boolean;
  run(editor: Editor): boolean;
}

const MARKS: Tool[] = [
  {
    name: "bold",
    label: "Bold",
    keys: "Mod+B",
    Icon: Bold,
    isOn: (editor) => editor.isActive("bold"),
    run: (editor) => editor.chain().focus().toggleBold().run(),
  },
  {
    name: "italic",
    label: "Italic",
    keys: "Mod+I",
    Icon: Italic,
    isOn: (editor) => editor.isActive("italic"),
    run: (editor) => editor.chain().focus().toggleItalic().run(),
  },
];

const HEADING: Tool = {
  name: "heading",
  label: "Heading",
  keys: "Mod+Alt+3",
  Icon: Heading3,
  isOn: (editor) => editor.isActive("heading", { level: 3 }),
  run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
};

const LISTS: Tool[] = [
  {
    name: "bulletList",
    label: "List",
    keys: "Mod+Shift+8",
    Icon: List,
    isOn: (editor) => editor.isActive("bulletList"),
    run: (editor) => editor.chain().focus().toggleBulletList().run(),
  },
  {
    name: "orderedList",
    label: "Numbered list",
    keys: "Mod+Shift+7",
    Icon: ListOrdered,
    isOn: (editor) => editor.isActive("orderedList"),
    run: (editor) => editor.chain().focus().toggleOrderedList().run(),
  },
];

const QUOTE: Tool = {
  name: "blockquote",
  label: "Quotation",
  keys: "Mod+Shift+B",
  Icon: TextQuote,
  isOn: (editor) => editor.isActive("blockquote"),
  run: (editor) => editor.chain().focus().toggleBlockquote().run(),
};

const CODE: Tool = {
  name: "code",
  label: "Code",
  keys: "Mod+E",
  Icon: Code,
  isOn: (editor) => editor.isActive("code"),
  run: (editor) => editor.chain().focus().toggleCode().run(),
};

const HISTORY: Tool[] = [
  {
    name: "undo",
    label: "Undo",
    keys: "Mod+Z",
    Icon: Undo2,
    isPossible: (editor) => editor.can().undo(),
    run: (editor) => editor.chain().focus().undo().run(),
  },
  {
    name: "redo",
    label: "Redo",
    keys: "Mod+Shift+Z",
    Icon: Redo2,
    isPossible: (editor) => editor.can().redo(),
    run: (editor) => editor.chain().focus().redo().run(),
  },
];

const BLOCKS: Record<EditorVariant, Tool[]> = {
  body: [HEADING, ...LISTS, QUOTE, CODE],
  plain: [HEADING, ...LISTS, QUOTE],
  box: LISTS,
};
const ALL = [...MARKS, HEADING, ...LISTS, QUOTE, CODE, ...HISTORY];

interface EditorToolbarProps {
  ref: Ref<HTMLDivElement>;
  editor: Editor | null;
  variant: EditorVariant;
  /** The name of the text, so that several toolbars on a page can be told apart. */
  label: string;
  linking: boolean;
  onLinking(open: boolean): void;
}

/** The tools of one editor: one tab stop, arrows inside, Escape back to the text. */
export function EditorToolbar({ ref, editor, variant, label, linking, onLinking }: EditorToolbarProps) {
  const states = useToolStates(editor);
  const leave = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) editor?.commands.focus();
  };
  const button = (tool: Tool) => (
    <ToolbarButton
      key={tool.name}
      label={tool.label}
      keys={tool.keys}
      pressed={tool.isOn ? (states?.[tool.name]?.on ?? false) : undefined}
      disabled={!editor || states?.[tool.name]?.possible === false}
      onPress={() => editor && tool.run(editor)}
    >
      <tool.Icon size={16} aria-hidden />
    </ToolbarButton>
  );
  return (
    <Toolbar.Root
      ref={ref}
      aria-label={`Formatting: ${label}`}
      onKeyDown={leave}
      className={`flex flex-wrap items-center gap-0.5 font-sans max-sm:gap-0 ${PLACES[variant]}`}
    >
      {MARKS.map(button)}
      <LinkPopover editor={editor} open={linking} onOpenChange={onLinking} />
      <Hair />
      {BLOCKS[variant].map(button)}
      {variant === "body" ? <TableMenu editor={editor} /> : null}
      <Hair />
      {HISTORY.map(button)}
    </Toolbar.Root>
  );
}

// Small editors show their tools only while they are in use; the room for them is always kept, so nothing shifts.
const AT_WORK = "opacity-0 group-hover/editor:opacity-100 group-focus-within/editor:opacity-100";
const PLACES: Record<EditorVariant, string> = {
  body: "sticky top-0 z-10 -mx-1.5 mb-4 border-y border-hair bg-paper px-1 py-1",
  plain: "mb-3 -mx-1.5 border-y border-hair px-1 py-1",
  box: `absolute top-4 right-3 ${AT_WORK} max-sm:static max-sm:-ml-1.5 max-sm:mb-1 max-sm:opacity-100`,
};

function Hair() {
  return <Toolbar.Separator className="mx-1 h-4 w-px bg-hair max-sm:hidden" />;
}

type ToolStates = Record<string, { on: boolean; possible: boolean }>;

function useToolStates(editor: Editor | null): ToolStates | null {
  return useEditorState({
    editor,
    selector: ({ editor: current }): ToolStates | null =>
      current &&
      Object.fromEntries(
        ALL.map((tool) => [
          tool.name,
          { on: tool.isOn?.(current) ?? false, possible: tool.isPossible?.(current) ?? true },
        ]),
      ),
  });
}
