import type { RichText, RichTextNode } from "@/lib/rich-text/document";

/**
 * The text under each mark of one kind, by the id it carries, in document order.
 * Pieces that other marks or blocks cut apart are joined; blocks by a space.
 */
export function markedTexts(kind: "claim" | "analysis", ...documents: RichText[]): Map<string, string> {
  const texts = new Map<string, string>();
  const blockOf = new Map<string, RichTextNode>();
  const visit = (node: RichTextNode, block: RichTextNode) => {
    if (node.text === undefined) {
      for (const child of node.content ?? []) visit(child, node);
      return;
    }
    for (const mark of node.marks ?? []) {
      const id = mark.attrs?.id;
      if (mark.type !== kind || typeof id !== "string") continue;
      const before = texts.get(id);
      const gap = before === undefined || blockOf.get(id) === block ? "" : " ";
      texts.set(id, (before ?? "") + gap + node.text);
      blockOf.set(id, block);
    }
  };
  for (const document of documents) visit(document, document);
  return texts;
}
