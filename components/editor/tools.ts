import type { Editor } from "@tiptap/react";
import {
  Bold,
  Code,
  Heading3,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  Redo2,
  Strikethrough,
  TextQuote,
  Undo2,
} from "lucide-react";

export interface Tool {
  name: string;
  label: string;
  /** In Tiptap's notation, as the extension binds it. */
  keys: string;
  Icon: LucideIcon;
  isOn?: (editor: Editor) => boolean;
  isPossible?: (editor: Editor) => boolean;
  run(editor: Editor): boolean;
}

const active = (name: string, attributes?: Record<string, unknown>) => (editor: Editor) =>
  editor.isActive(name, attributes);

export const BOLD: Tool = {
  name: "bold",
  label: "Bold",
  keys: "Mod+B",
  Icon: Bold,
  isOn: active("bold"),
  run: (editor) => editor.chain().focus().toggleBold().run(),
};

export const ITALIC: Tool = {
  name: "italic",
  label: "Italic",
  keys: "Mod+I",
  Icon: Italic,
  isOn: active("italic"),
  run: (editor) => editor.chain().focus().toggleItalic().run(),
};

export const STRIKE: Tool = {
  name: "strike",
  label: "Struck through",
  keys: "Mod+Shift+S",
  Icon: Strikethrough,
  isOn: active("strike"),
  run: (editor) => editor.chain().focus().toggleStrike().run(),
};

export const CODE: Tool = {
  name: "code",
  label: "Code",
  keys: "Mod+E",
  Icon: Code,
  isOn: active("code"),
  run: (editor) => editor.chain().focus().toggleCode().run(),
};

export const HEADING: Tool = {
  name: "heading",
  label: "Heading",
  keys: "Mod+Alt+3",
  Icon: Heading3,
  isOn: active("heading", { level: 3 }),
  run: (editor) => editor.chain().focus().toggleHeading({ level: 3 }).run(),
};

export const BULLETS: Tool = {
  name: "bulletList",
  label: "List",
  keys: "Mod+Shift+8",
  Icon: List,
  isOn: active("bulletList"),
  run: (editor) => editor.chain().focus().toggleBulletList().run(),
};

export const NUMBERS: Tool = {
  name: "orderedList",
  label: "Numbered list",
  keys: "Mod+Shift+7",
  Icon: ListOrdered,
  isOn: active("orderedList"),
  run: (editor) => editor.chain().focus().toggleOrderedList().run(),
};

export const QUOTE: Tool = {
  name: "blockquote",
  label: "Quotation",
  keys: "Mod+Shift+B",
  Icon: TextQuote,
  isOn: active("blockquote"),
  run: (editor) => editor.chain().focus().toggleBlockquote().run(),
};

export const HISTORY: readonly Tool[] = [
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
