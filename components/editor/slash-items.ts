import type { Editor, Range } from "@tiptap/core";
import { isInTable } from "@tiptap/pm/tables";
import {
  Code2,
  Heading3,
  Heading4,
  Image,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Table,
  TextQuote,
} from "lucide-react";

/** How much a text may hold: "body" everything, "plain" no table, picture or code, "box" only what a few sentences need. */
export type EditorVariant = "body" | "plain" | "box";

export interface SlashItem {
  name: string;
  label: string;
  /** Other words by which somebody may look for it. */
  aliases: string;
  /** Its Markdown, for those who want to learn it. */
  typed?: string;
  Icon: LucideIcon;
  variants: readonly EditorVariant[];
  isPossible?(editor: Editor): boolean;
  /** `range` is what was typed to get here: it goes. */
  run(editor: Editor, range: Range): void;
}

const ALL: readonly EditorVariant[] = ["body", "plain", "box"];
const ROOMY: readonly EditorVariant[] = ["body", "plain"];
const BODY: readonly EditorVariant[] = ["body"];

const at = (editor: Editor, range: Range) => editor.chain().focus().deleteRange(range);
const outsideTables = (editor: Editor) => !isInTable(editor.state);

export const BLOCKS: readonly SlashItem[] = [
  {
    name: "heading",
    label: "Heading",
    aliases: "h3 title",
    typed: "###",
    Icon: Heading3,
    variants: ROOMY,
    run: (editor, range) => at(editor, range).setHeading({ level: 3 }).run(),
  },
  {
    name: "subheading",
    label: "Subheading",
    aliases: "h4 small",
    typed: "####",
    Icon: Heading4,
    variants: BODY,
    run: (editor, range) => at(editor, range).setHeading({ level: 4 }).run(),
  },
  {
    name: "bulletList",
    label: "List",
    aliases: "bulleted unordered points ul",
    typed: "-",
    Icon: List,
    variants: ALL,
    run: (editor, range) => at(editor, range).toggleBulletList().run(),
  },
  {
    name: "orderedList",
    label: "Numbered list",
    aliases: "ordered ol 1",
    typed: "1.",
    Icon: ListOrdered,
    variants: ALL,
    run: (editor, range) => at(editor, range).toggleOrderedList().run(),
  },
  {
    name: "blockquote",
    label: "Quotation",
    aliases: "quote blockquote cite",
    typed: ">",
    Icon: TextQuote,
    variants: ROOMY,
    run: (editor, range) => at(editor, range).setBlockquote().run(),
  },
  {
    name: "table",
    label: "Table",
    aliases: "grid rows columns spreadsheet",
    Icon: Table,
    variants: BODY,
    isPossible: outsideTables,
    run: (editor, range) => at(editor, range).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    name: "horizontalRule",
    label: "Rule",
    aliases: "divider line separator hr",
    typed: "---",
    Icon: Minus,
    variants: ROOMY,
    isPossible: outsideTables,
    run: (editor, range) => at(editor, range).setHorizontalRule().run(),
  },
  {
    name: "codeBlock",
    label: "Code block",
    aliases: "pre program",
    typed: "```",
    Icon: Code2,
    variants: BODY,
    run: (editor, range) => at(editor, range).setCodeBlock().run(),
  },
];

/** Offered only where pictures can be added. */
export function pictureItem(choose: () => void): SlashItem {
  return {
    name: "picture",
    label: "Picture",
    aliases: "image photo upload figure",
    Icon: Image,
    variants: BODY,
    isPossible: outsideTables,
    run: (editor, range) => {
      at(editor, range).run();
      choose();
    },
  };
}

/** Those with a word that begins with what was typed, in their own order. */
export function matching(items: readonly SlashItem[], query: string): SlashItem[] {
  const typed = query.toLowerCase();
  return items.filter(
    ({ label, aliases }) =>
      `${label} ${aliases}`
        .toLowerCase()
        .split(" ")
        .some((word) => word.startsWith(typed)) || label.toLowerCase().startsWith(typed),
  );
}
