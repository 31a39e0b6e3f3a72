import type { Heading, Paragraph, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { numberedLine, type Role, roleOf } from "@/lib/importers/roles";

/** A heading and the blocks under it, up to the next heading that is not part of it. */
export interface Part {
  kind: "label" | "section" | "story";
  role: Role | null;
  /** Null for what stands before the first heading. */
  head: Heading | Paragraph | null;
  text: string;
  blocks: RootContent[];
}

interface Head {
  index: number;
  depth: number;
  text: string;
  role: Role | null;
}

/** Deeper than any heading: a paragraph that is nothing but bold words and stands over others. */
const BOLD_DEPTH = 7;

function boldHead(node: RootContent, next: RootContent | undefined): boolean {
  if (node.type !== "paragraph" || node.children.length !== 1 || !next || next.type === "heading")
    return false;
  const text = textOf(node);
  return node.children[0]?.type === "strong" && text.length <= 200 && !/[.!]$/.test(text);
}

function headsOf(blocks: RootContent[]): Head[] {
  return blocks.flatMap((node, index): Head[] => {
    const isBold = boldHead(node, blocks[index + 1]);
    if (node.type !== "heading" && !isBold) return [];
    const text = textOf(node).trim();
    return [{ index, depth: node.type === "heading" ? node.depth : BOLD_DEPTH, text, role: roleOf(text) }];
  });
}

/** Blocks that stand directly under a head: up to the next one, whatever its depth. */
function own(blocks: RootContent[], heads: Head[], head: Head): RootContent[] {
  const next = heads.find((other) => other.index > head.index);
  return blocks.slice(head.index + 1, next?.index);
}

const isProse = (blocks: RootContent[]) =>
  blocks.some((node) => node.type !== "list" && node.type !== "definition");
const isMost = (heads: Head[], test: (head: Head) => boolean) => heads.filter(test).length * 2 > heads.length;

/**
 * At which depth the stories' headlines stand, or null when the items of lists are the stories.
 * Numbered headings decide; otherwise the second depth, or the only one, when most of its headings have prose.
 */
function storyDepth(blocks: RootContent[], heads: Head[]): number | null {
  const numbered = heads.filter((head) => numberedLine(head.text) !== null);
  const first = numbered[0];
  if (
    first &&
    isMost(
      heads.filter((head) => head.depth === first.depth),
      (head) => numbered.includes(head),
    )
  ) {
    return first.depth;
  }
  const depths = [...new Set(heads.map((head) => head.depth))].sort((a, b) => a - b);
  const [top, second] = depths;
  const hasProse = (head: Head) => isProse(own(blocks, heads, head));
  for (const depth of second === undefined ? [top] : [second]) {
    const here = heads.filter((head) => head.depth === depth);
    if (depth !== undefined && here.length > 0 && isMost(here, hasProse)) {
      const allProse = second !== undefined || here.every(hasProse);
      return allProse ? depth : null;
    }
  }
  return null;
}

/** Cuts a Markdown document into what it is made of: fixed parts, sections and stories, in their order. */
export function outline(blocks: RootContent[]): Part[] {
  const all = headsOf(blocks);
  const heads = all.filter((head) => head.role === null && head.depth <= 6);
  const bold = all.filter((head) => head.role === null && head.depth === BOLD_DEPTH);
  const depth =
    storyDepth(blocks, heads) ?? (bold.length >= 2 ? storyDepth(blocks, [...heads, ...bold]) : null);
  const starts = all.filter((head) => {
    if (head.role === "whyItMatters") return false;
    if (head.role !== null) return head.depth <= Math.min(depth ?? 6, 6);
    return depth === null ? head.depth <= 6 : head.depth <= depth;
  });
  const before = blocks.slice(0, starts[0]?.index);
  const parts: Part[] = [{ kind: "section", role: null, head: null, text: "", blocks: before }];
  for (const [n, head] of starts.entries()) {
    const node = blocks[head.index];
    if (node?.type !== "heading" && node?.type !== "paragraph") continue;
    const kind = head.role !== null ? "label" : head.depth === depth ? "story" : "section";
    const under = blocks.slice(head.index + 1, starts[n + 1]?.index);
    parts.push({ kind, role: head.role, head: node, text: head.text, blocks: under });
  }
  return parts;
}
