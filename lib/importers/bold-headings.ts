import type { Heading, Paragraph, PhrasingContent, RootContent } from "mdast";
import { headlineNumber } from "@/lib/importers/heading-roles";
import { type LabelledPart, labelledPart } from "@/lib/importers/part-labels";
import { LEAD_DIVIDER, say } from "@/lib/importers/said";
import { readSourceLine } from "@/lib/importers/source-line";
import { blockText } from "@/lib/importers/words";

const LONGEST = 200;

function heading(depth: number, node: Paragraph, children: PhrasingContent[]): Heading {
  return { type: "heading", depth: depth as Heading["depth"], children, position: node.position };
}

function unwrapped(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node) => (node.type === "strong" ? node.children : [node]));
}

/** A short paragraph that is nothing but bold words. */
function isBold(node: RootContent): boolean {
  if (node.type !== "paragraph" || blockText([node]) === "" || blockText([node]).length > LONGEST)
    return false;
  return node.children.every((child) => child.type === "strong" || blockText([wrap(child)]) === "");
}

/** A paragraph that is nothing but bold words or one bold or linked title. */
function isHeadline(node: RootContent): node is Paragraph {
  if (node.type !== "paragraph") return false;
  const { text } = say(node.children);
  if (text === "" || text.length > LONGEST || /[,;]$/.test(text)) return false;
  if (isBold(node)) return true;
  const first = node.children[0];
  return (
    first?.type === "link" &&
    say([first]).text.split(" ").length >= 2 &&
    readSourceLine(node.children) !== null
  );
}

function wrap(child: PhrasingContent): Paragraph {
  return { type: "paragraph", children: [child] };
}

/** "**Headline.** Text": the headline and the text it runs into; null for a bold word in prose. */
function runIn(node: RootContent): [PhrasingContent[], Paragraph] | null {
  if (node.type !== "paragraph") return null;
  const [lead, next, ...rest] = node.children;
  if (lead?.type !== "strong" || next?.type !== "text") return null;
  const text = say([lead]).text;
  const divider = LEAD_DIVIDER.exec(next.value);
  if (text.length > LONGEST || text === "") return null;
  if (!divider && !(/[.:!?]$/.test(text) && /^\s/.test(next.value))) return null;
  const value = next.value.slice(divider?.[0].length ?? 0).trimStart();
  const body: Paragraph = { ...node, children: [{ ...next, value }, ...rest] };
  return blockText([body]) === "" ? null : [lead.children, body];
}

/** Real headings that are neither title nor fixed part: how deep, and whether any of them tells a story already. */
function realDepths(blocks: RootContent[]): { depths: Set<number>; stories: boolean } {
  const real = blocks.filter((node) => node.type === "heading");
  const plain = real.filter((node) => !labelledPart(blockText([node])));
  const rest = plain.filter((node, index) => index > 0 || node.depth > 1);
  const depths = new Set(rest.map((node) => node.depth));
  return {
    depths,
    stories: depths.size > 1 || rest.some((node) => headlineNumber(blockText([node])) !== null),
  };
}

/** Labels in bold are headings anywhere: "**Why this matters**". */
function promoteLabels(blocks: RootContent[]): RootContent[] {
  const outer = Math.min(6, ...blocks.flatMap((node) => (node.type === "heading" ? [node.depth] : [])));
  return blocks.map((node) => {
    if (!isHeadline(node) || !node.children.every((child) => child.type !== "link")) return node;
    const part: LabelledPart | null = labelledPart(say(node.children).text);
    if (!part) return node;
    const depth = part === "whyItMatters" ? 6 : Math.max(2, outer);
    return heading(depth, node, unwrapped(node.children));
  });
}

/** Bold words at the very top, over headings or numbered headlines, are the title. */
function promoteTitle(blocks: RootContent[]): RootContent[] {
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph" || !isBold(first) || headlineNumber(blockText([first]))) return blocks;
  const real = rest.filter((node) => node.type === "heading");
  const counted = rest.some((node) => isHeadline(node) && headlineNumber(blockText([node])) !== null);
  if (real.some((node) => node.depth === 1) || (real.length === 0 && !counted)) return blocks;
  return [heading(1, first, unwrapped(first.children)), ...rest];
}

/**
 * Where a digest sets its headlines in bold or as bare links instead of as headings, makes headings of them: only when
 * no real heading tells stories, and there are two or more (or they are numbered), so that a bold remark stays one.
 */
export function promoteBoldHeadings(blocks: RootContent[]): RootContent[] {
  const labelled = promoteTitle(promoteLabels(blocks));
  const { depths, stories } = realDepths(labelled);
  if (stories) return labelled;
  const begins =
    depths.size === 0 ? 0 : labelled.findIndex((node) => node.type === "heading" && depths.has(node.depth));
  const depth = depths.size === 0 ? 2 : Math.min(6, Math.max(...depths) + 1);
  const candidates = labelled.filter((node, index) => index >= begins && isHeadline(node));
  const counted = candidates.some((node) => headlineNumber(blockText([node])) !== null);
  if (candidates.length >= 2 || counted) {
    const chosen = new Set(candidates);
    return labelled.map((node) =>
      chosen.has(node) && node.type === "paragraph" ? heading(depth, node, unwrapped(node.children)) : node,
    );
  }
  const leads = labelled.filter((node, index) => index >= begins && runIn(node) && !runInLabelled(node));
  if (leads.length < 2) return labelled;
  return labelled.flatMap((node) => {
    const found = leads.includes(node) ? runIn(node) : null;
    return found && node.type === "paragraph" ? [heading(depth, node, found[0]), found[1]] : [node];
  });
}

function runInLabelled(node: RootContent): boolean {
  const found = runIn(node);
  return found !== null && labelledPart(say(found[0]).text) !== null;
}
