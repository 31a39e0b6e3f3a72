import type { BlockContent, Definition, ListItem, Nodes, PhrasingContent, RootContent, Table } from "mdast";
import { EMPTY, type RichText, type RichTextMark, type RichTextNode } from "@/lib/rich-text/document";
import { isAllowedLink } from "@/lib/rich-text/extensions";

/** Addresses of reference-style links, by identifier. */
export type Definitions = ReadonlyMap<string, string>;

/** The reference definitions of a parsed Markdown document, wherever they stand. */
export function definitionsOf(root: Nodes): Definitions {
  const found = new Map<string, string>();
  const visit = (node: Nodes) => {
    if (node.type === "definition") found.set((node as Definition).identifier, node.url);
    else if ("children" in node) node.children.forEach(visit);
  };
  visit(root);
  return found;
}

const MARK_OF = { emphasis: "italic", strong: "bold", delete: "strike" } as const;

/** Text as nodes: line ends inside it are breaks only where `breaks` says so, else spaces as in Markdown. */
function textNodes(value: string, marks: RichTextMark[], breaks = false): RichTextNode[] {
  const lines = breaks ? value.split("\n") : [value.replaceAll(/\s*\n\s*/g, " ")];
  return lines.flatMap((line, index) => {
    const node = line === "" ? [] : [{ type: "text", text: line, ...(marks.length > 0 && { marks }) }];
    return index === 0 ? node : [{ type: "hardBreak" }, ...node];
  });
}

function linked(
  url: string | undefined,
  children: PhrasingContent[],
  marks: RichTextMark[],
  known: Definitions,
) {
  if (url === undefined || !isAllowedLink(url)) return phrases(children, marks, known);
  return phrases(children, [...marks, { type: "link", attrs: { href: url } }], known);
}

/** A picture has no place in the text yet: its words stay, linked to where it is. */
function picture(
  alt: string | null | undefined,
  url: string | undefined,
  marks: RichTextMark[],
): RichTextNode[] {
  const link = url !== undefined && isAllowedLink(url) ? [{ type: "link", attrs: { href: url } }] : [];
  return textNodes(alt || url || "", [...marks, ...link]);
}

/** Markdown's inline content as rich-text inline nodes. Everything that is text stays text, HTML included. */
export function phrases(
  content: readonly PhrasingContent[],
  marks: RichTextMark[],
  known: Definitions,
): RichTextNode[] {
  return content.flatMap((node): RichTextNode[] => {
    switch (node.type) {
      case "text":
        return textNodes(node.value, marks);
      case "html":
        return textNodes(node.value, marks, true);
      case "inlineCode":
        return textNodes(node.value, [...marks, { type: "code" }]);
      case "break":
        return [{ type: "hardBreak" }];
      case "emphasis":
      case "strong":
      case "delete": {
        const type = MARK_OF[node.type];
        const inner = marks.some((mark) => mark.type === type) ? marks : [...marks, { type }];
        return phrases(node.children, inner, known);
      }
      case "link":
        return linked(node.url, node.children, marks, known);
      case "linkReference":
        return linked(known.get(node.identifier), node.children, marks, known);
      case "image":
        return picture(node.alt, node.url, marks);
      case "imageReference":
        return picture(node.alt, known.get(node.identifier), marks);
      case "footnoteReference":
        return textNodes(`[${node.label ?? node.identifier}]`, marks);
      default:
        return [];
    }
  });
}

function paragraph(content: RichTextNode[]): RichTextNode {
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}

function filled(content: RichTextNode[]): RichTextNode[] {
  return content.length > 0 ? content : [paragraph([])];
}

function listItem(item: ListItem, known: Definitions): RichTextNode {
  const content = item.children.flatMap((child) => block(child, known));
  const box = typeof item.checked === "boolean" ? textNodes(item.checked ? "[x] " : "[ ] ", []) : [];
  const [first, ...rest] = content;
  if (first?.type !== "paragraph") return { type: "listItem", content: [paragraph(box), ...content] };
  return { type: "listItem", content: [paragraph([...box, ...(first.content ?? [])]), ...rest] };
}

function table(node: Table, known: Definitions): RichTextNode {
  const width = Math.max(...node.children.map((row) => row.children.length));
  const rows = node.children.map((row, index) => {
    const cells = Array.from({ length: width }, (_, column) => row.children[column]?.children ?? []);
    return {
      type: "tableRow",
      content: cells.map((children) => ({
        type: index === 0 ? "tableHeader" : "tableCell",
        content: [paragraph(phrases(children, [], known))],
      })),
    };
  });
  return { type: "table", content: rows };
}

function codeBlock(value: string, language: string | null | undefined): RichTextNode {
  const content = value === "" ? {} : { content: [{ type: "text", text: value }] };
  return { type: "codeBlock", attrs: { language: language ?? null }, ...content };
}

/** One block of Markdown as rich-text blocks; definitions have been read already and leave nothing. */
export function block(node: RootContent | BlockContent, known: Definitions): RichTextNode[] {
  switch (node.type) {
    case "paragraph":
      return [paragraph(phrases(node.children, [], known))];
    case "heading": {
      // A story's own headings begin at level 3, under the section's and the story's.
      const content = phrases(node.children, [], known).filter((child) => child.type === "text");
      return content.length > 0
        ? [{ type: "heading", attrs: { level: node.depth <= 4 ? 3 : 4 }, content }]
        : [];
    }
    case "blockquote":
      return [{ type: "blockquote", content: filled(node.children.flatMap((child) => block(child, known))) }];
    case "list": {
      const content = node.children.map((item) => listItem(item, known));
      if (!node.ordered) return [{ type: "bulletList", content }];
      return [{ type: "orderedList", attrs: { start: node.start ?? 1 }, content }];
    }
    case "code":
      return [codeBlock(node.value, node.lang)];
    case "thematicBreak":
      return [{ type: "horizontalRule" }];
    case "table":
      return [table(node, known)];
    case "html":
      return [paragraph(textNodes(node.value, [], true))];
    case "footnoteDefinition": {
      const label = textNodes(`[${node.label ?? node.identifier}] `, []);
      const [first, ...rest] = filled(node.children.flatMap((child) => block(child, known)));
      return [paragraph([...label, ...(first?.type === "paragraph" ? (first.content ?? []) : [])])].concat(
        first && first.type !== "paragraph" ? [first, ...rest] : rest,
      );
    }
    case "definition":
    case "yaml":
      return [];
    default:
      // Inline content at the top of a document, as other tools make it.
      return [paragraph(phrases([node as PhrasingContent], [], known))];
  }
}

/** Blocks of Markdown as a stored document. It passes `richText`; nothing of the text is lost. */
export function fromMdast(nodes: readonly (RootContent | BlockContent)[], known: Definitions): RichText {
  const content = nodes.flatMap((node) => block(node, known));
  return content.length > 0 ? { type: "doc", content } : EMPTY;
}
