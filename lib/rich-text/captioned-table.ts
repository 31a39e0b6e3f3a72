import { mergeAttributes } from "@tiptap/core";
import { Table } from "@tiptap/extension-table";

export const LONGEST_TABLE_CAPTION = 300;

/** A table's caption as it is kept: one line, or null for none. */
export function tableCaption(words: string): string | null {
  return words.replace(/\s+/g, " ").trim().slice(0, LONGEST_TABLE_CAPTION).trim() || null;
}

/** A table with a caption: an attribute, since ProseMirror's tables hold nothing but rows. */
export const CaptionedTable = Table.extend({
  addAttributes: () => ({
    caption: {
      default: null,
      parseHTML: (element) => tableCaption(element.querySelector(":scope > caption")?.textContent ?? ""),
      rendered: false,
    },
  }),
  parseHTML: () => [{ tag: "table" }, { tag: "caption", ignore: true }],
  renderHTML: ({ node, HTMLAttributes }) => {
    const caption: unknown = node.attrs.caption;
    const head = typeof caption === "string" ? [["caption", {}, caption]] : [];
    return ["table", mergeAttributes(HTMLAttributes), ...head, ["tbody", 0]];
  },
}).configure({ resizable: false });
