import { getSchema } from "@tiptap/core";
import { Node } from "@tiptap/pm/model";
import { z } from "zod";
import { isAllowedLink, richTextExtensions } from "@/lib/rich-text/extensions";

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

function problem(value: unknown): string | null {
  try {
    const node = Node.fromJSON(proseMirrorSchema, value);
    node.check();
    if (node.type.name !== "doc") return "is not a whole document";
    let badLink: string | null = null;
    node.descendants((child) => {
      const link = child.marks.find((mark) => mark.type.name === "link");
      if (link && !isAllowedLink(link.attrs.href)) badLink = String(link.attrs.href);
    });
    return badLink === null ? null : `has a link that is not http, https or mailto: ${badLink}`;
  } catch (error) {
    return error instanceof Error ? error.message : "is not a document";
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

/** True when the document has no words, tables or rules: nothing a reader would see. */
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
