import type { RichText, RichTextNode } from "@/lib/rich-text/document";

const CELL = new Set(["tableCell", "tableHeader"]);
const INLINE_PARENT = new Set(["paragraph", "heading", "codeBlock", "figure"]);

function inlineText(node: RichTextNode): string {
  if (node.type === "hardBreak") return "\n";
  return node.text ?? (node.content ?? []).map(inlineText).join("");
}

function blocks(node: RichTextNode): string[] {
  if (INLINE_PARENT.has(node.type)) return [inlineText(node)];
  if (node.type === "tableRow") {
    return [(node.content ?? []).map((cell) => blocks(cell).join(" ")).join("\t")];
  }
  const caption =
    node.type === "table" && typeof node.attrs?.caption === "string" ? [node.attrs.caption] : [];
  const inner = [...caption, ...(node.content ?? []).flatMap(blocks)];
  return CELL.has(node.type) || node.type === "table" || node.type === "listItem"
    ? [inner.join("\n")]
    : inner;
}

/**
 * The document's words: blocks divided by an empty line, list items and table rows by a line, cells by a tab. A table's
 * caption stands before its rows; a picture says its caption.
 */
export function plainText(document: RichText): string {
  return document.content
    .map((node) => blocks(node).join("\n"))
    .filter((text) => text !== "")
    .join("\n\n");
}

export interface PlainTable {
  /** Cells of the header row; empty when the table has none. */
  header: string[];
  rows: string[][];
}

/** Every table of the document, in order, as plain text. */
export function plainTables(document: RichText): PlainTable[] {
  const found: RichTextNode[] = [];
  const visit = (node: RichTextNode) => {
    if (node.type === "table") found.push(node);
    else node.content?.forEach(visit);
  };
  visit(document);
  return found.map((table) => {
    const rows = (table.content ?? []).map((row) => row.content ?? []);
    const hasHeader = rows[0]?.length ? rows[0].every((cell) => cell.type === "tableHeader") : false;
    const texts = rows.map((cells) => cells.map((cell) => blocks(cell).join("\n")));
    return { header: hasHeader ? (texts[0] ?? []) : [], rows: hasHeader ? texts.slice(1) : texts };
  });
}
