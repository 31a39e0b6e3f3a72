import type { RichText, RichTextNode } from "@/lib/rich-text/document";

const SPOKEN = new Set(["paragraph"]);
const SKIPPED = new Set(["table", "figure", "codeBlock", "heading"]);

function inlineText(node: RichTextNode): string {
  if (node.type === "hardBreak") return "\n";
  return node.text ?? (node.content ?? []).map(inlineText).join("");
}

function paragraphs(node: RichTextNode): string[] {
  if (SKIPPED.has(node.type)) return [];
  if (SPOKEN.has(node.type)) return [inlineText(node)];
  return (node.content ?? []).flatMap(paragraphs);
}

/** The paragraphs of a body that hold sentences, in order: of lists and quotations too, not of tables, captions, code and headings. */
export const bodyParagraphs = (body: RichText): string[] =>
  paragraphs(body).filter((text) => text.trim() !== "");
