import type { RichText, RichTextMark, RichTextNode } from "@/lib/rich-text/document";

// Short ways to write documents in tests.

type Inline = string | RichTextNode | Inline[];

const nodes = (parts: Inline[]): RichTextNode[] =>
  parts.flatMap((part) => {
    if (typeof part === "string") return [{ type: "text", text: part }];
    return Array.isArray(part) ? nodes(part) : [part];
  });

const marked = (mark: RichTextMark, parts: Inline[]): RichTextNode[] =>
  nodes(parts).map((node) => ({ ...node, marks: [...(node.marks ?? []), mark] }));

export const bold = (...parts: Inline[]) => marked({ type: "bold" }, parts);
export const italic = (...parts: Inline[]) => marked({ type: "italic" }, parts);
export const link = (href: string, ...parts: Inline[]) => marked({ type: "link", attrs: { href } }, parts);
export const claimMark = (id: string, ...parts: Inline[]) => marked({ type: "claim", attrs: { id } }, parts);
export const analysisMark = (id: string, ...parts: Inline[]) =>
  marked({ type: "analysis", attrs: { id } }, parts);

export const p = (...parts: Inline[]): RichTextNode => ({ type: "paragraph", content: nodes(parts) });
export const heading = (level: 3 | 4, ...parts: Inline[]): RichTextNode => ({
  type: "heading",
  attrs: { level },
  content: nodes(parts),
});
export const list = (...items: Inline[]): RichTextNode => ({
  type: "bulletList",
  content: items.map((item) => ({ type: "listItem", content: [p(item)] })),
});
export const quote = (...parts: Inline[]): RichTextNode => ({ type: "blockquote", content: [p(...parts)] });
export const table = (...rows: string[][]): RichTextNode => ({
  type: "table",
  content: rows.map((cells, row) => ({
    type: "tableRow",
    content: cells.map((text) => ({ type: row === 0 ? "tableHeader" : "tableCell", content: [p(text)] })),
  })),
});
export const captioned = (caption: string, given: RichTextNode): RichTextNode => ({
  ...given,
  attrs: { ...given.attrs, caption },
});
export const PICTURE = "0191d0a0-0000-7000-8000-00000000000a";
/** A picture of 1600 × 900 pixels. */
export const picture = (
  given: { alt?: string; credit?: string } = {},
  ...caption: Inline[]
): RichTextNode => ({
  type: "figure",
  attrs: { imageId: PICTURE, alt: "", credit: "", width: 1600, height: 900, ...given },
  ...(caption.length > 0 && { content: nodes(caption) }),
});
export const doc = (...content: RichTextNode[]): RichText => ({
  type: "doc",
  content: content.length > 0 ? content : [{ type: "paragraph" }],
});
