import type { Heading, RootContent } from "mdast";
import { looksLikeItems } from "@/lib/importers/list-items";
import { type LabelledPart, labelledPart } from "@/lib/importers/part-labels";
import { blockText } from "@/lib/importers/words";

/** What a heading opens; "text" is a heading within a story or a part. */
export type Role = LabelledPart | "title" | "section" | "story" | "text";

interface Entry {
  node: Heading;
  text: string;
  /** Blocks up to the next heading. */
  own: RootContent[];
  label: LabelledPart | null;
  role: Role | null;
}

const NUMBER = /^(?:#|no\.?\s*|story\s+)?(\d{1,3})[.):]\s+(?=\S)/i;

/** The number that a headline opens with, and how much of the text it takes up. */
export function headlineNumber(text: string): { number: number; length: number } | null {
  const found = NUMBER.exec(text);
  return found ? { number: Number(found[1]), length: found[0].length } : null;
}

function entries(blocks: RootContent[]): Entry[] {
  const found: Entry[] = [];
  for (const node of blocks) {
    if (node.type !== "heading") found.at(-1)?.own.push(node);
    else {
      const text = blockText([node]);
      found.push({ node, text, own: [], label: labelledPart(text), role: null });
    }
  }
  return found;
}

function isProse(entry: Entry): boolean {
  return entry.own.every((node) => node.type !== "list" || !looksLikeItems(node));
}

/** A lone first-level heading is the title; so is the first of several when only prose stands under it. */
function findTitle(all: Entry[], titled: boolean): void {
  const [first, ...rest] = all;
  if (first?.node.depth !== 1 || first.label || headlineNumber(first.text)) return;
  const alone = rest.every((entry) => entry.node.depth > 1);
  if (alone ? rest.length > 0 || isProse(first) : isProse(first) && rest.some((entry) => !isProse(entry))) {
    first.role = "title";
  } else if (!alone && first.own.length === 0) first.role = "title";
  // The front matter said the title already: the first of several is a section like the others.
  if (titled && !alone) first.role = null;
}

/** Numbers tell stories when they count on from 1, through the issue or anew in each section. */
function numbered(all: Entry[]): Entry[] {
  let expected = 1;
  const found = all.filter((entry) => {
    if (entry.role || entry.label) return false;
    const number = headlineNumber(entry.text)?.number;
    if (number === undefined || (number !== expected && number !== 1)) return false;
    expected = number + 1;
    return true;
  });
  const depth = Math.min(...found.map((entry) => entry.node.depth));
  return found.filter((entry) => entry.node.depth === depth);
}

/** Numbered sections: stories stand under them, as lists or as headings of their own. */
function areSections(found: Entry[], all: Entry[]): boolean {
  const holding = found.filter((entry) => {
    const next = all[all.indexOf(entry) + 1];
    const deeper = next !== undefined && !next.label && next.node.depth > entry.node.depth;
    return entry.own.length === 0 ? deeper : entry.own[0]?.type === "list" && !isProse(entry);
  });
  const outer = all.some(
    (entry) => !entry.role && !entry.label && entry.node.depth < (found[0]?.node.depth ?? 0),
  );
  return !outer && holding.length * 2 > found.length;
}

function isListLike(entry: Entry): boolean {
  const lists = entry.own.filter((node) => node.type === "list");
  if (lists.length === 0 || isProse(entry)) return lists.length > 0 && entry.own[0] === lists[0];
  const before = entry.own.slice(
    0,
    entry.own.findIndex((node) => node.type === "list"),
  );
  return blockText(before).split(" ").length <= 80;
}

function assignNumbered(open: Entry[], found: Entry[]): void {
  const depth = found[0]?.node.depth ?? 1;
  for (const entry of open) {
    if (found.includes(entry)) entry.role = "story";
    else if (entry.node.depth < depth) entry.role = "section";
    else if (entry.node.depth > depth) entry.role = "text";
    else entry.role = isListLike(entry) ? "section" : "story";
  }
}

function assignByDepth(open: Entry[]): void {
  const depths = [...new Set(open.map((entry) => entry.node.depth))].sort();
  const [outer, inner] = depths;
  if (inner === undefined) {
    const sections = open.some(isListLike);
    for (const entry of open) entry.role = sections ? "section" : "story";
    return;
  }
  const above: Entry[] = [];
  for (const entry of open) {
    while (above.length > 0 && (above.at(-1)?.node.depth ?? 0) >= entry.node.depth) above.pop();
    const parent = above.at(-1)?.role ?? "section";
    if (entry.node.depth === outer) entry.role = "section";
    else if (parent === "story" || parent === "text") entry.role = "text";
    else entry.role = isListLike(entry) || holdsHeadings(entry, open) ? "section" : "story";
    above.push(entry);
  }
}

/** Nothing stands between this heading and a deeper one: it is a heading of headings. */
function holdsHeadings(entry: Entry, open: Entry[]): boolean {
  const next = open[open.indexOf(entry) + 1];
  return entry.own.length === 0 && next !== undefined && next.node.depth > entry.node.depth;
}

/** Fixed parts count where they can stand: the introduction before any story, the others no deeper than sections. */
function keepLabels(all: Entry[]): void {
  const rest = all.filter((entry) => !entry.role && !entry.label);
  const outer = Math.min(...rest.map((entry) => entry.node.depth));
  const begins = all.findIndex((entry) => rest.includes(entry));
  all.forEach((entry, index) => {
    const before = begins === -1 || index < begins;
    const deep = begins !== -1 && entry.node.depth > outer;
    const linked = entry.own.some((node) => node.type === "list" && node.children.some(hasLead));
    const misplaced =
      (entry.label === "introduction" && !before) ||
      (entry.label === "highlights" && (linked || (deep && !before))) ||
      (entry.label === "closing" && (deep || (before && begins !== -1))) ||
      ((entry.label === "corrections" || entry.label === "whyItMatters") && before);
    if (misplaced) entry.label = null;
  });
}

/** An item that opens with a link to somewhere and goes on below it is news, not a highlight. */
function hasLead(item: { children: RootContent[] }): boolean {
  const first = item.children[0];
  return first?.type === "paragraph" && first.children[0]?.type === "link" && item.children.length > 1;
}

/** The number that an issue's title says: "The Signal: Issue #42". */
export function issueNumber(title: string): number | null {
  const found = /(?:\b(?:issue|no\.|number|edition|volume|vol\.)\s*#?\s*|#)(\d{1,5})(?=\W*$|\s*[:—–-])/i.exec(
    title,
  );
  return found && Number(found[1]) > 0 ? Number(found[1]) : null;
}

/**
 * Decides, from words, numbers and depths together, what every top-level heading opens. `titled` when the title is
 * known from front matter.
 */
export function headingRoles(blocks: RootContent[], titled: boolean): Map<RootContent, Role> {
  const all = entries(blocks);
  findTitle(all, titled);
  keepLabels(all);
  const found = numbered(all);
  const open = all.filter((entry) => !entry.role && !entry.label);
  if (found.length > 0 && !areSections(found, all)) assignNumbered(open, found);
  else if (open.length > 0) assignByDepth(open);
  return new Map(all.map((entry) => [entry.node, entry.role ?? entry.label ?? "text"]));
}
