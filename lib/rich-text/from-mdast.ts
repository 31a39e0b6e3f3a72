import type { Heading, Image, List, ListItem, PhrasingContent, RootContent, Table } from "mdast";
import {
  EMPTY,
  proseMirrorSchema,
  type RichText,
  type RichTextMark,
  type RichTextNode,
} from "@/lib/rich-text/document";
import { LONGEST_ALT, LONGEST_CREDIT } from "@/lib/rich-text/figure";
import { readFigureAddress } from "@/lib/rich-text/figure-address";

export interface FromMdastOptions {
  /** Depth of the heading above the text: one deeper becomes level 3, all others 4. Without it 1 to 3 become 3. */
  headingBase?: number;
}

/** Quotes in lists in quotes … deeper than this are laid flat: no reader follows them, and no stack holds any number. */
const DEEPEST = 12;
const RANK = Object.keys(proseMirrorSchema.marks);
const PARAGRAPH: RichTextNode = { type: "paragraph" };

/** An HTML comment without words, as Markdown writers put between two lists. */
export function isEmptyComment(value: string): boolean {
  return /^<!--[\s-]*-->$/.test(value.trim());
}

/** Each type of mark once, in the schema's order. */
function marksFor(marks: RichTextMark[]): RichTextMark[] {
  return marks
    .filter((mark, index) => marks.findIndex((other) => other.type === mark.type) === index)
    .sort((a, b) => RANK.indexOf(a.type) - RANK.indexOf(b.type));
}

/** A line end within a paragraph is a space. */
function softBreaks(value: string): string {
  const lines = value.split("\n");
  const last = lines.length - 1;
  const trimmed = lines.map((line, index) => {
    const start = index === 0 ? line : line.trimStart();
    return index === last ? start : start.trimEnd();
  });
  return trimmed.join(" ");
}

function textNode(value: string, marks: RichTextMark[]): RichTextNode[] {
  const text = softBreaks(value);
  if (text === "") return [];
  const own = marksFor(marks);
  return [own.length > 0 ? { type: "text", text, marks: own } : { type: "text", text }];
}

const MARKS: Record<string, string> = { emphasis: "italic", strong: "bold", delete: "strike" };

function inline(nodes: PhrasingContent[], marks: RichTextMark[] = []): RichTextNode[] {
  return nodes.flatMap((node): RichTextNode[] => {
    if (node.type === "break") return [{ type: "hardBreak" }];
    if (node.type === "inlineCode") return textNode(node.value, [...marks, { type: "code" }]);
    if (node.type === "link") {
      const attrs = { href: node.url, title: node.title ?? null };
      return inline(node.children, [...marks, { type: "link", attrs }]);
    }
    if ("value" in node) return textNode(node.value, marks);
    if ("children" in node) {
      const type = MARKS[node.type];
      return inline(node.children, type ? [...marks, { type }] : marks);
    }
    return "alt" in node ? textNode(node.alt ?? "", marks) : [];
  });
}

function textblock(type: string, content: RichTextNode[], attrs?: Record<string, unknown>): RichTextNode {
  return { type, ...(attrs && { attrs }), ...(content.length > 0 && { content }) };
}

function heading(node: Heading, options: FromMdastOptions): RichTextNode {
  const deepest = options.headingBase === undefined ? 3 : options.headingBase + 1;
  return textblock("heading", inline(node.children), { level: node.depth <= deepest ? 3 : 4 });
}

/** HTML is text here, never interpreted; its lines stay lines. */
function literal(value: string): RichTextNode[] {
  if (value.trim() === "" || isEmptyComment(value)) return [];
  const lines = value.split("\n").map((line) => textNode(line.trim(), []));
  const content = lines.flatMap((line, index) => (index === 0 ? line : [{ type: "hardBreak" }, ...line]));
  return [textblock("paragraph", content)];
}

function listItem(node: ListItem, options: FromMdastOptions, depth: number): RichTextNode {
  const content = blocks(node.children, options, depth + 1);
  if (content[0]?.type !== "paragraph") content.unshift(PARAGRAPH);
  if (typeof node.checked !== "boolean") return { type: "listItem", content };
  const [first = PARAGRAPH, ...rest] = content;
  const box: RichTextNode = { type: "text", text: node.checked ? "☑ " : "☐ " };
  return { type: "listItem", content: [{ ...first, content: [box, ...(first.content ?? [])] }, ...rest] };
}

function list(node: List, options: FromMdastOptions, depth: number): RichTextNode[] {
  if (node.children.length === 0) return [];
  const content = node.children.map((item) => listItem(item, options, depth));
  return node.ordered
    ? [{ type: "orderedList", attrs: { start: node.start ?? 1 }, content }]
    : [{ type: "bulletList", content }];
}

/** Rows are filled up to the longest; a header row without words (Markdown cannot leave it out) is left out. */
function table(node: Table): RichTextNode[] {
  const width = Math.max(0, ...node.children.map((row) => row.children.length));
  if (width === 0) return [];
  const rows = node.children.map((row, index): RichTextNode => {
    const content = Array.from({ length: width }, (_, column): RichTextNode => {
      const cell = textblock("paragraph", inline(row.children[column]?.children ?? []));
      return { type: index === 0 ? "tableHeader" : "tableCell", content: [cell] };
    });
    return { type: "tableRow", content };
  });
  const headed = rows[0]?.content?.some((cell) => cell.content?.[0]?.content) || rows.length === 1;
  return [{ type: "table", content: headed ? rows : rows.slice(1) }];
}

/** A picture of ours that opens its paragraph; what follows on the next line is its caption. */
function figure(image: Image, rest: PhrasingContent[]): RichTextNode[] {
  const place = readFigureAddress(image.url);
  if (!place) return [];
  const alt = (image.alt ?? "").slice(0, LONGEST_ALT);
  const credit = (image.title ?? "").slice(0, LONGEST_CREDIT);
  const caption = inline(rest.slice(1)).map((node) =>
    node.type === "text" ? node : { type: "text", text: " " },
  );
  return [textblock("figure", caption, { ...place, alt, credit })];
}

function block(node: RootContent, options: FromMdastOptions, depth: number): RichTextNode[] {
  if (node.type === "paragraph" && node.children[0]?.type === "image") {
    return figure(node.children[0], node.children.slice(1));
  }
  if (node.type === "paragraph") {
    const content = inline(node.children);
    return content.length > 0 ? [textblock("paragraph", content)] : [];
  }
  if (node.type === "heading") return node.children.length > 0 ? [heading(node, options)] : [];
  if (node.type === "thematicBreak") return [{ type: "horizontalRule" }];
  if (node.type === "html") return literal(node.value);
  if (node.type === "table") return table(node);
  if (node.type === "code") {
    const language = [node.lang, node.meta].filter(Boolean).join(" ") || null;
    return [
      textblock("codeBlock", node.value === "" ? [] : [{ type: "text", text: node.value }], { language }),
    ];
  }
  if (depth > DEEPEST && "children" in node)
    return blocks(node.children as RootContent[], options, depth + 1);
  if (node.type === "list") return list(node, options, depth);
  if (node.type === "blockquote") {
    const content = blocks(node.children, options, depth + 1);
    return content.length > 0 ? [{ type: "blockquote", content }] : [];
  }
  return "children" in node ? blocks(node.children as RootContent[], options, depth + 1) : [];
}

function blocks(nodes: RootContent[], options: FromMdastOptions, depth: number): RichTextNode[] {
  return nodes.flatMap((node) => block(node, options, depth));
}

/** Blocks of a resolved tree (`resolveMdast`) as a document that `richText` accepts, no word lost. */
export function fromMdast(nodes: RootContent[], options: FromMdastOptions = {}): RichText {
  const content = blocks(nodes, options, 0);
  return content.length > 0 ? { type: "doc", content } : EMPTY;
}
