import { Node, type Schema, Slice } from "@tiptap/pm/model";
import { looksLikeMarkdown, tabbedRows } from "@/components/editor/paste/text-shapes";
import type { RichText, RichTextNode } from "@/lib/rich-text/document";

/**
 * Plain text as what it was before it became plain: a table from a spreadsheet, Markdown. Null for prose, which the editor reads
 * as paragraphs. `readMarkdown` is missing while its parser is still on the way.
 */
export function textSlice(
  text: string,
  schema: Schema,
  readMarkdown: ((text: string) => RichText) | null,
): Slice | null {
  const rows = tabbedRows(text);
  if (rows) return sliceOf({ type: "doc", content: [tableOf(rows)] }, schema);
  if (!readMarkdown || !looksLikeMarkdown(text)) return null;
  return sliceOf(readMarkdown(text), schema);
}

/** Open at both ends as far as words go, so that a pasted line joins the line it is pasted into. */
function sliceOf(document: RichText, schema: Schema): Slice {
  return Slice.maxOpen(Node.fromJSON(schema, document).content, false);
}

function tableOf(rows: string[][]): RichTextNode {
  return {
    type: "table",
    content: rows.map((cells) => ({
      type: "tableRow",
      content: cells.map((text) => ({ type: "tableCell", content: paragraphs(text) })),
    })),
  };
}

function paragraphs(text: string): RichTextNode[] {
  return text.split("\n").map((line) => {
    const words = line.trim();
    return words === ""
      ? { type: "paragraph" }
      : { type: "paragraph", content: [{ type: "text", text: words }] };
  });
}
