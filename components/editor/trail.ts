import type { RichText, RichTextNode } from "@/lib/rich-text/document";

/** The document without the empty paragraph that the editor keeps after a table, list or quotation for the caret. */
export function withoutTrail(document: RichText): RichText {
  const isEmpty = (node: RichTextNode | undefined) => node?.type === "paragraph" && !node.content?.length;
  const last = document.content.at(-1);
  const before = document.content.at(-2);
  if (!before || before.type === "paragraph" || !isEmpty(last)) return document;
  return { ...document, content: document.content.slice(0, -1) };
}
