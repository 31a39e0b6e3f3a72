import type { BlockContent, ListItem, PhrasingContent, TableRow } from "mdast";
import type { RichText, RichTextMark, RichTextNode } from "@/lib/rich-text/document";

/** Marks that Markdown has, outermost first; claims and analyses are said in other ways by each format. */
const OUTERMOST_FIRST = ["link", "bold", "italic", "strike"] as const;

function markOf(node: RichTextNode, type: string): RichTextMark | undefined {
  return node.marks?.find((mark) => mark.type === type);
}

function wrap(
  type: (typeof OUTERMOST_FIRST)[number],
  mark: RichTextMark,
  children: PhrasingContent[],
): PhrasingContent {
  if (type === "link") return { type: "link", url: String(mark.attrs?.href ?? ""), children };
  if (type === "bold") return { type: "strong", children };
  return type === "italic" ? { type: "emphasis", children } : { type: "delete", children };
}

function leaf(node: RichTextNode): PhrasingContent {
  if (node.type === "hardBreak") return { type: "break" };
  const value = node.text ?? "";
  return markOf(node, "code") ? { type: "inlineCode", value } : { type: "text", value };
}

function same(a: RichTextMark | undefined, b: RichTextMark | undefined): boolean {
  return a?.type === b?.type && a?.attrs?.href === b?.attrs?.href;
}

/** Inline nodes as Markdown's phrasing content: neighbours under the same mark become one element. */
export function toPhrasing(nodes: readonly RichTextNode[], depth = 0): PhrasingContent[] {
  const type = OUTERMOST_FIRST[depth];
  if (type === undefined) return nodes.map(leaf);
  const groups: { mark: RichTextMark | undefined; nodes: RichTextNode[] }[] = [];
  for (const node of nodes) {
    const mark = markOf(node, type);
    const last = groups.at(-1);
    if (last && same(last.mark, mark)) last.nodes.push(node);
    else groups.push({ mark, nodes: [node] });
  }
  return groups.flatMap(({ mark, nodes: inside }) => {
    const children = toPhrasing(inside, depth + 1);
    return mark ? [wrap(type, mark, children)] : children;
  });
}

function cellContent(cell: RichTextNode): PhrasingContent[] {
  const blocks = (cell.content ?? []).map((child) => toPhrasing(child.content ?? []));
  const joined = blocks.flatMap((block, index): PhrasingContent[] =>
    index === 0 ? block : [{ type: "text", value: " " }, ...block],
  );
  // A pipe table's cell is one line.
  return joined.map((node) => (node.type === "break" ? { type: "text", value: " " } : node));
}

function tableRow(row: RichTextNode): TableRow {
  const children = (row.content ?? []).map((cell) => ({
    type: "tableCell" as const,
    children: cellContent(cell),
  }));
  return { type: "tableRow", children };
}

function list(node: RichTextNode, shift: number): BlockContent {
  const children = (node.content ?? []).map((item): ListItem => {
    const blocks = toMdast({ type: "doc", content: item.content ?? [] }, shift);
    return { type: "listItem", spread: false, children: blocks };
  });
  if (node.type === "bulletList") return { type: "list", ordered: false, spread: false, children };
  return { type: "list", ordered: true, start: Number(node.attrs?.start ?? 1), spread: false, children };
}

function codeText(node: RichTextNode): string {
  return (node.content ?? []).map((child) => child.text ?? "").join("");
}

function block(node: RichTextNode, shift: number): BlockContent[] {
  const content = node.content ?? [];
  switch (node.type) {
    case "paragraph":
      return content.length > 0 ? [{ type: "paragraph", children: toPhrasing(content) }] : [];
    case "heading": {
      const depth = Math.min(Number(node.attrs?.level ?? 3) + shift, 6) as 3 | 4 | 5 | 6;
      return [{ type: "heading", depth, children: toPhrasing(content) }];
    }
    case "blockquote":
      return [{ type: "blockquote", children: toMdast({ type: "doc", content }, shift) }];
    case "bulletList":
    case "orderedList":
      return [list(node, shift)];
    case "codeBlock": {
      const lang = typeof node.attrs?.language === "string" ? node.attrs.language : null;
      return [{ type: "code", lang, value: codeText(node) }];
    }
    case "horizontalRule":
      return [{ type: "thematicBreak" }];
    case "table":
      return [{ type: "table", children: content.map(tableRow) }];
    default:
      throw new Error(`Markdown has no place for a ${node.type}.`);
  }
}

/** A document as Markdown blocks. `shift` is added to the levels of its headings (3 and 4). */
export function toMdast(document: RichText, shift = 0): BlockContent[] {
  return document.content.flatMap((node) => block(node, shift));
}
