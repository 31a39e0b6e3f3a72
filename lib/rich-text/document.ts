import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { z } from "zod";
import { tableCaption } from "@/lib/rich-text/captioned-table";
import { isAllowedLink, richTextExtensions } from "@/lib/rich-text/extensions";
import { figureAttributes } from "@/lib/rich-text/figure";

export interface RichTextMark {
  type: string;
  attrs?: Record<string, unknown>;
}

/** One node of a stored document, as Tiptap's getJSON() gives it. */
export interface RichTextNode {
  type: string;
  attrs?: Record<string, unknown>;
  content?: RichTextNode[];
  marks?: RichTextMark[];
  text?: string;
}

/** A whole stored document. */
export interface RichText extends RichTextNode {
  type: "doc";
  content: RichTextNode[];
}

/** A document without words: one empty paragraph. */
export const EMPTY: RichText = { type: "doc", content: [{ type: "paragraph" }] };

/** ProseMirror's schema, made from the one list of extensions; needs no DOM. */
export const proseMirrorSchema = getSchema(richTextExtensions);

/** Deeper nesting than this is no text that a person wrote; recursion over it would not end well. */
const DEEPEST = 100;

function isTooDeep(value: unknown, depth = 0): boolean {
  if (depth > DEEPEST) return true;
  const content = typeof value === "object" && value !== null && "content" in value ? value.content : [];
  return Array.isArray(content) && content.some((child) => isTooDeep(child, depth + 1));
}

const within = (value: unknown, least: number, most: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

/** What ProseMirror's own check leaves open: the values of attributes. Answers what is wrong with them, or null. */
export function attributeProblem(node: Node): string | null {
  const link = node.marks.find((mark) => mark.type.name === "link");
  if (link && !isAllowedLink(link.attrs.href)) {
    return `has a link that is not http, https or mailto: ${link.attrs.href}`;
  }
  if (node.type.name === "heading" && !within(node.attrs.level, 3, 4))
    return "has a heading of an unknown level";
  if (node.type.name === "orderedList" && !within(node.attrs.start, 0, 1_000_000))
    return "has a list with an unusable start";
  if (node.type.name === "figure" && !figureAttributes(node.attrs))
    return "has a picture that cannot be shown";
  const { caption } = node.attrs;
  if (typeof caption === "string" ? tableCaption(caption) !== caption : (caption ?? null) !== null) {
    return "has a table with an unusable caption";
  }
  const isCell = node.type.name === "tableCell" || node.type.name === "tableHeader";
  if (isCell && !(within(node.attrs.colspan, 1, 100) && within(node.attrs.rowspan, 1, 100))) {
    return "has a table cell of an unusable width";
  }
  return null;
}

function problem(value: unknown): string | null {
  if (isTooDeep(value)) return "is nested too deeply";
  try {
    const node = Node.fromJSON(proseMirrorSchema, value);
    node.check();
    if (node.type.name !== "doc") return "is not a whole document";
    let found: string | null = null;
    node.descendants((child) => {
      found ??= attributeProblem(child);
    });
    return found;
  } catch {
    return "is not made of what a story may hold";
  }
}

/**
 * Parses a stored document: Tiptap JSON within the one list of extensions, links within the protocol allow-list.
 * Answers it as the schema writes it, so unknown attributes do not survive.
 */
export const richText = z.unknown().transform((value, context): RichText => {
  const wrong = problem(value);
  if (wrong !== null) {
    context.addIssue({ code: "custom", message: `The text ${wrong}.` });
    return z.NEVER;
  }
  return Node.fromJSON(proseMirrorSchema, value).toJSON() as RichText;
});

/** True when the document has no words, tables, pictures or rules: nothing a reader would see. */
export function isEmpty(document: RichText): boolean {
  return document.content.every((node) => node.type === "paragraph" && !node.content?.length);
}

/**
 * A document read back from the database, where only validated ones are written.
 * Throws an Error when the column holds something else: that is a bug or a damaged row, not bad input.
 */
export function storedRichText(value: unknown): RichText {
  if (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    value.type === "doc" &&
    "content" in value
  ) {
    return value as RichText;
  }
  throw new Error("A stored text is not a document.");
}
