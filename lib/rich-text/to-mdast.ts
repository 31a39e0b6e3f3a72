import type {
  BlockContent,
  Heading,
  Image,
  Link,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from "mdast";
import type { RichText, RichTextMark, RichTextNode } from "@/lib/rich-text/document";
import { figureAddress } from "@/lib/rich-text/figure-address";

export interface ToMdastOptions {
  /** Depth of the heading above the text: level 3 becomes one deeper, level 4 two. Without it they stay 3 and 4. */
  headingBase?: number;
}

/** From the outside in, so that a link is never cut in two by a change of emphasis. */
const ORDER = ["link", "bold", "italic", "strike"];

function markOf(node: RichTextNode, type: string): RichTextMark | undefined {
  return node.marks?.find((mark) => mark.type === type);
}

function wrap(type: string, mark: RichTextMark, children: PhrasingContent[]): PhrasingContent {
  if (type === "bold") return { type: "strong", children };
  if (type === "italic") return { type: "emphasis", children };
  if (type === "strike") return { type: "delete", children };
  const { href, title } = mark.attrs ?? {};
  const link: Link = { type: "link", url: String(href), children: children as Link["children"] };
  return typeof title === "string" && title !== "" ? { ...link, title } : link;
}

function leaf(node: RichTextNode): PhrasingContent {
  if (node.type === "hardBreak") return { type: "break" };
  return { type: markOf(node, "code") ? "inlineCode" : "text", value: node.text ?? "" };
}

function sameMark(a: RichTextMark | undefined, b: RichTextMark | undefined): boolean {
  return a?.type === b?.type && a?.attrs?.href === b?.attrs?.href && a?.attrs?.title === b?.attrs?.title;
}

/** Runs of text under a common mark become one node; claim and analysis marks have no Markdown and leave their words. */
function phrasing(nodes: RichTextNode[], order: string[] = ORDER): PhrasingContent[] {
  const [type, ...inner] = order;
  if (type === undefined) return nodes.map(leaf);
  const found: PhrasingContent[] = [];
  for (let start = 0; start < nodes.length; ) {
    const first = nodes[start];
    const mark = first && markOf(first, type);
    let end = start + 1;
    while (end < nodes.length && sameMark(mark, markOf(nodes[end] ?? { type: "" }, type))) end++;
    const run = phrasing(nodes.slice(start, end), inner);
    if (mark) found.push(wrap(type, mark, run));
    else found.push(...run);
    start = end;
  }
  return found;
}

/** Markdown has no break at either end of a line: it would be a stray backslash. */
function inline(nodes: RichTextNode[] = []): PhrasingContent[] {
  const first = nodes.findIndex((node) => node.type !== "hardBreak");
  const last = nodes.findLastIndex((node) => node.type !== "hardBreak");
  return first === -1 ? [] : phrasing(nodes.slice(first, last + 1));
}

function heading(node: RichTextNode, options: ToMdastOptions): Heading {
  const level = node.attrs?.level === 4 ? 4 : 3;
  const depth = options.headingBase === undefined ? level : Math.min(6, options.headingBase + level - 2);
  return { type: "heading", depth: depth as Heading["depth"], children: inline(node.content) };
}

function listItem(node: RichTextNode, options: ToMdastOptions): ListItem {
  const children = blocks(node.content ?? [], options) as BlockContent[];
  const spread = children.filter((child) => child.type !== "list").length > 1;
  return { type: "listItem", spread, children };
}

function list(node: RichTextNode, options: ToMdastOptions): List {
  const children = (node.content ?? []).map((item) => listItem(item, options));
  const spread = children.some((item) => item.spread);
  if (node.type !== "orderedList") return { type: "list", ordered: false, spread, children };
  const start = typeof node.attrs?.start === "number" ? node.attrs.start : 1;
  return { type: "list", ordered: true, start, spread, children };
}

/** A Markdown cell holds one line: the blocks of a cell are joined by spaces. */
function cellInline(nodes: RichTextNode[]): RichTextNode[] {
  return nodes.flatMap((node, index) => {
    if (node.text !== undefined) return [node];
    const gap: RichTextNode[] = index > 0 ? [{ type: "text", text: " " }] : [];
    return [...gap, ...cellInline(node.content ?? [])];
  });
}

function table(node: RichTextNode): Table {
  const rows = (node.content ?? []).map((row): TableRow => {
    const children = (row.content ?? []).map(
      (cell): TableCell => ({ type: "tableCell", children: phrasing(cellInline(cell.content ?? [])) }),
    );
    return { type: "tableRow", children };
  });
  const headed = node.content?.[0]?.content?.every((cell) => cell.type === "tableHeader") ?? false;
  const blank = (): TableCell => ({ type: "tableCell", children: [] });
  const header: TableRow = { type: "tableRow", children: rows[0]?.children.map(blank) ?? [] };
  return { type: "table", children: headed ? rows : [header, ...rows] };
}

function tableCaption(node: RichTextNode): RootContent[] {
  const caption = node.attrs?.caption;
  if (typeof caption !== "string") return [];
  const words: PhrasingContent = { type: "text", value: caption };
  return [{ type: "paragraph", children: [{ type: "emphasis", children: [words] }] }];
}

/** The picture, its credit as its title, its caption on the next line of the same paragraph. */
function figure(node: RichTextNode): RootContent {
  const attrs = node.attrs ?? {};
  const image: Image = {
    type: "image",
    url: figureAddress(attrs),
    alt: String(attrs.alt ?? ""),
    title: attrs.credit ? String(attrs.credit) : null,
  };
  const caption = inline(node.content);
  return {
    type: "paragraph",
    children: caption.length > 0 ? [image, { type: "break" }, ...caption] : [image],
  };
}

function code(node: RichTextNode): RootContent {
  const [lang = null, ...meta] = String(node.attrs?.language ?? "").split(" ");
  const value = (node.content ?? []).map((child) => child.text ?? "").join("");
  return { type: "code", lang: lang || null, meta: meta.join(" ") || null, value };
}

function block(node: RichTextNode, options: ToMdastOptions): RootContent[] {
  if (node.type === "paragraph") {
    const children = inline(node.content);
    return children.length > 0 ? [{ type: "paragraph", children }] : [];
  }
  if (node.type === "heading") return [heading(node, options)];
  if (node.type === "bulletList" || node.type === "orderedList") return [list(node, options)];
  if (node.type === "table") return [table(node), ...tableCaption(node)];
  if (node.type === "figure") return [figure(node)];
  if (node.type === "codeBlock") return [code(node)];
  if (node.type === "horizontalRule") return [{ type: "thematicBreak" }];
  const children = blocks(node.content ?? [], options) as BlockContent[];
  return node.type === "blockquote" ? [{ type: "blockquote", children }] : children;
}

function blocks(nodes: RichTextNode[], options: ToMdastOptions): RootContent[] {
  return nodes.flatMap((node) => block(node, options));
}

/** A stored document as Markdown blocks for remark-stringify. Claim and analysis marks leave their words only. */
export function toMdast(document: RichText, options: ToMdastOptions = {}): RootContent[] {
  return blocks(document.content, options);
}
