import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { cleanLine, storableText } from "./clean-text.ts";

/** What a text file says, and its first heading. */
export interface PlainReading {
  text: string;
  title: string | null;
}

const INLINE = new Set([
  "paragraph",
  "heading",
  "tableCell",
  "link",
  "emphasis",
  "strong",
  "delete",
  "linkReference",
]);

function inline(node: Nodes): string {
  if (node.type === "break") return "\n";
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return "children" in node ? node.children.map(inline).join("") : "";
}

function block(node: Nodes): string {
  if (node.type === "code") return node.value;
  if (node.type === "html") return node.value.replace(/<[^<>]*>/g, "");
  if (INLINE.has(node.type)) return inline(node);
  if (!("children" in node)) return "";
  const parts = node.children.map(block).filter((part) => part.trim() !== "");
  if (node.type === "tableRow") return parts.join("\t");
  return parts.join(/^(?:list|listItem|table)$/.test(node.type) ? "\n" : "\n\n");
}

// Nested quotations and lists beyond this are an attack: remark and `block` call themselves once for each.
const DEEPEST = /^(?:[ \t]*(?:>|[-*+]|\d+[.)])[ \t]*){60}/m;

/** Markdown as its words, divided like those of a page: blocks by an empty line, items and rows by a line, cells by a tab. */
export function readMarkdown(markdown: string): PlainReading {
  const source = storableText(markdown).replace(/^---\n[\s\S]{0,10000}?\n---\n/, "");
  if (DEEPEST.test(source)) return readPlain(markdown);
  const tree = unified().use(remarkParse).use(remarkGfm).parse(source);
  const heading = tree.children.find((node) => node.type === "heading");
  return { text: block(tree).trim(), title: heading ? cleanLine(inline(heading)) : null };
}

// A longer first line is a sentence.
const LONGEST_TITLE = 200;

/** A text file as it is. Its title is a first line that stands alone. */
export function readPlain(plain: string): PlainReading {
  const text = storableText(plain).trim();
  const first = /^\s*(?:#+\s+)?([^\n]+)(?:\n[=-]{3,})?\n\s*\n/.exec(text)?.[1];
  return { text, title: first && first.length <= LONGEST_TITLE ? cleanLine(first) : null };
}
