import type { ListItem, Nodes, Paragraph, Root, RootContent, Yaml } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { parse as parseYaml } from "yaml";
import { z } from "zod";
import { type Found, keepBoxLabel, nothingFound, numberIn } from "@/lib/importers/found";
import type { ImportedStory } from "@/lib/importers/imported-issue";
import { itemStory, sourceList, sourceOf } from "@/lib/importers/markdown-items";
import { outline, type Part } from "@/lib/importers/markdown-outline";
import { isFeedbackPrompt, numberedLine, roleOf } from "@/lib/importers/roles";
import { textOfMdast, wordsOf } from "@/lib/importers/words";
import { EMPTY } from "@/lib/rich-text/document";
import { type Definitions, definitionsOf, fromMdast } from "@/lib/rich-text/from-mdast";

const isoDate = z.iso.date().nullable().catch(null);

/** What front matter may say; anything else in it, or in another form, is left aside. */
const frontMatter = z
  .object({
    title: z.string().trim().min(1).max(200).nullable().catch(null),
    number: z.int().positive().nullable().catch(null),
    week: z.object({ from: isoDate, to: isoDate }).catch({ from: null, to: null }),
    feedbackPrompt: z.string().trim().catch(""),
  })
  .catch({ title: null, number: null, week: { from: null, to: null }, feedbackPrompt: "" });

type FrontMatter = z.output<typeof frontMatter>;

interface Reading {
  found: Found;
  known: Definitions;
  matter: FrontMatter;
}

function readFrontMatter(node: Yaml | undefined): FrontMatter {
  try {
    return frontMatter.parse(node ? parseYaml(node.value) : {});
  } catch {
    // Not YAML after all: then it says nothing about the issue.
    return frontMatter.parse({});
  }
}

const tidy = (text: string) => text.replaceAll(/\s+/g, " ").trim();
const lineOf = (node: RootContent | undefined) => node?.position?.start.line ?? 1;

/** The one first-level heading is the title; so is a leading heading that is alone at its depth. */
function takeTitle(blocks: RootContent[], { found, matter }: Reading): RootContent[] {
  const headings = blocks.flatMap((node) => (node.type === "heading" ? [node] : []));
  const shallowest = Math.min(...headings.map((heading) => heading.depth));
  const top = headings.filter((heading) => heading.depth === shallowest);
  const [first] = top;
  const leads = first !== undefined && first === headings[0] && headings.length > 1;
  const isTitle =
    top.length === 1 && leads && roleOf(textOf(first)) === null && numberedLine(textOf(first)) === null;
  const text = isTitle ? tidy(textOf(first)) : "";
  found.issue.title = text || matter.title;
  if (!text && matter.title) found.words.push(...wordsOf(matter.title));
  found.issue.number = matter.number ?? numberIn(found.issue.title ?? "");
  found.issue.week = matter.week;
  return text ? blocks.filter((node) => node !== first) : blocks;
}

/** An emphasised line right under the title is the standfirst. */
function takeStandfirst(blocks: RootContent[], found: Found): RootContent[] {
  const [first, ...rest] = blocks;
  const isAll =
    first?.type === "paragraph" && first.children.length === 1 && first.children[0]?.type === "emphasis";
  if (!isAll || found.issue.title === null) return blocks;
  found.issue.standfirst = tidy(textOf(first));
  return rest;
}

/** Whether a link to somewhere else stands in it; "#…" only points within the issue. */
function hasLink(node: Nodes): boolean {
  if (node.type === "link") return !node.url.startsWith("#");
  if (node.type === "linkReference") return true;
  return "children" in node && node.children.some(hasLink);
}

function paragraphText(node: RootContent): string | null {
  return node.type === "paragraph" ? tidy(textOfMdast(node)) : null;
}

/** The references to stories that our own export writes after a highlight: "#s-…" links with numbers. */
function highlightOf(item: ListItem): { text: string; stories: number[] } {
  const numbers: number[] = [];
  const visit = (node: ListItem | ListItem["children"][number] | Paragraph["children"][number]) => {
    if (node.type === "link" && /^#s-[0-9a-z]{10}$/.test(node.url)) numbers.push(Number(textOf(node)));
    else if ("children" in node)
      for (const child of node.children) visit(child as Paragraph["children"][number]);
  };
  visit(item);
  return {
    text: tidy(textOfMdast(item)),
    stories: numbers.filter((number) => Number.isInteger(number) && number > 0),
  };
}

function readHighlights(part: Part, { found, known }: Reading): void {
  const after: RootContent[] = [];
  for (const node of part.blocks) {
    if (node.type === "list") found.issue.highlights.push(...node.children.map(highlightOf));
    else if (paragraphText(node) && !hasLink(node)) found.issue.thesis.push(paragraphText(node) ?? "");
    else after.push(node);
  }
  found.issue.highlights = found.issue.highlights.filter((highlight) => highlight.text !== "");
  keepInIntroduction(after, "among the highlights", { found, known });
}

function keepInIntroduction(
  blocks: RootContent[],
  where: string,
  { found, known }: Pick<Reading, "found" | "known">,
) {
  const kept = fromMdast(blocks, known);
  if (kept === EMPTY) return;
  const { introduction } = found.issue;
  found.issue.introduction =
    introduction === EMPTY ? kept : { type: "doc", content: [...introduction.content, ...kept.content] };
  for (const node of blocks)
    found.unplaced.push({ text: tidy(textOfMdast(node)), where, line: lineOf(node) });
}

function readClosing(part: Part, { found, known, matter }: Reading): void {
  const last = part.blocks.at(-1);
  const text = (last && paragraphText(last)) ?? "";
  // A prompt is plain words; one with links keeps them in the closing.
  const isPlain = last !== undefined && text !== "" && !hasLink(last);
  const asks = isPlain && (text === matter.feedbackPrompt || isFeedbackPrompt(text));
  if (asks) found.issue.feedbackPrompt = text;
  found.issue.closing = fromMdast(asks ? part.blocks.slice(0, -1) : part.blocks, known);
}

/** Where the "Why this matters" box begins: a heading, or a paragraph that is its label alone. */
function boxStart(blocks: RootContent[]): number {
  return blocks.findIndex(
    (node) =>
      (node.type === "heading" || node.type === "paragraph") && roleOf(textOf(node)) === "whyItMatters",
  );
}

/** `itemStory`, whose sources are all drawn from the headline's own words. */
function drawnStory(blocks: readonly RootContent[], { found, known }: Reading, prose = false): ImportedStory {
  const story = itemStory(blocks, known, prose);
  for (const source of story.sources) found.drawn.add(source);
  return story;
}

function readStory(part: Part, reading: Reading): ImportedStory {
  const { found, known } = reading;
  const head = part.head ? drawnStory([{ ...part.head, type: "paragraph" } as Paragraph], reading) : null;
  const numbered = numberedLine(part.text);
  const headline = tidy(numbered?.rest ?? part.text);
  // The order gives a story its number, so the file's own is not a word to keep.
  const [digits] = wordsOf(part.text);
  if (numbered && digits) found.words.splice(found.words.indexOf(digits), 1);
  const sources = [...(head?.sources ?? [])];
  let from = 0;
  for (const node of part.blocks) {
    const list = node.type === "list" ? sourceList(node.children, known) : null;
    const line = node.type === "paragraph" ? sourceOf(node, known) : null;
    if (!list && !line) break;
    sources.push(...(list ?? (line ? [line] : [])));
    from += 1;
    if (list) break;
  }
  const rest = part.blocks.slice(from);
  const box = boxStart(rest);
  const boxHead = rest[box];
  const isOwnLabel = boxHead !== undefined && keepBoxLabel(found, tidy(textOf(boxHead))) !== "";
  const story: ImportedStory = {
    headline: headline || "Untitled",
    sources,
    body: fromMdast(box === -1 ? rest : rest.slice(0, box), known),
    whyItMatters: box === -1 ? EMPTY : fromMdast(rest.slice(isOwnLabel ? box : box + 1), known),
  };
  if (isOwnLabel) found.drawn.add(story);
  return story;
}

const isComment = (node: RootContent) => node.type === "html" && /^<!--[\s\S]*-->$/.test(node.value.trim());

/** Neighbouring blocks that are not lists, together; each list alone. */
function runsOf(blocks: RootContent[]): RootContent[][] {
  const runs: RootContent[][] = [];
  for (const node of blocks) {
    const last = runs.at(-1);
    if (last && node.type !== "list" && last[0]?.type !== "list") last.push(node);
    else runs.push([node]);
  }
  return runs;
}

/** Adds blocks at the head of a story's body, or at its foot. */
function attach(story: ImportedStory, blocks: RootContent[], known: Definitions, at: "head" | "foot"): void {
  const { content } = fromMdast(blocks, known);
  const body = story.body === EMPTY ? [] : story.body.content;
  story.body = { type: "doc", content: at === "head" ? [...content, ...body] : [...body, ...content] };
}

/**
 * A section without headlines of stories: each item of its lists is one, and so is prose between them. An HTML
 * comment says something about the item under it, so it stays there as text.
 */
function listStories(blocks: RootContent[], where: string, reading: Reading): ImportedStory[] {
  const { found, known } = reading;
  const stories: ImportedStory[] = [];
  let comments: RootContent[] = [];
  for (const run of runsOf(blocks)) {
    const [first] = run;
    if (first?.type !== "list") {
      found.unplaced.push({ text: tidy(run.map(textOfMdast).join(" ")), where, line: lineOf(first) });
      if (run.every(isComment)) comments = run;
      else stories.push(drawnStory(run, reading, true));
      continue;
    }
    const items = first.children.map((item) => drawnStory(item.children, reading));
    if (items[0] && comments.length > 0) attach(items[0], comments, known, "head");
    comments = [];
    stories.push(...items);
  }
  const last = stories.at(-1);
  if (last && comments.length > 0) attach(last, comments, known, "foot");
  else if (comments.length > 0) stories.push(drawnStory(comments, reading, true));
  return stories;
}

function readPart(part: Part, reading: Reading): void {
  const { issue } = reading.found;
  // Highlights that link elsewhere are stories of their own, under the heading they have.
  const isLinkList =
    part.role === "highlights" && part.blocks.some((node) => node.type === "list" && hasLink(node));
  if (part.kind === "label" && !isLinkList) {
    if (part.role) issue.labels[part.role] ??= part.text.replace(/:$/, "");
    if (part.role === "highlights") readHighlights(part, reading);
    else if (part.role === "closing") readClosing(part, reading);
    else issue.introduction = fromMdast([...part.blocks], reading.known);
  } else if (part.kind === "story") {
    if (issue.sections.length === 0) issue.sections.push({ title: "", stories: [] });
    issue.sections.at(-1)?.stories.push(readStory(part, reading));
  } else {
    const stories = listStories(part.blocks, `in the section “${part.text}”`, reading);
    issue.sections.push({ title: tidy(part.text), stories });
  }
}

/** What stands before the first heading: the introduction, or, in a digest without headings, a list of stories. */
function readOpening(part: Part, hasHeadings: boolean, reading: Reading): void {
  const { found, known } = reading;
  const isList = (node: RootContent) => node.type === "list";
  if (hasHeadings || !part.blocks.some(isList)) {
    found.issue.introduction = fromMdast(part.blocks, known);
    return;
  }
  const first = part.blocks.findIndex(isList);
  const last = part.blocks.findLastIndex(isList);
  found.issue.introduction = fromMdast(part.blocks.slice(0, first), known);
  found.issue.sections.push({
    title: "",
    stories: listStories(part.blocks.slice(first, last + 1), "between the items", reading),
  });
  readClosing({ ...part, blocks: part.blocks.slice(last + 1) }, reading);
}

/** Reads a digest in CommonMark or GFM; see outline for how sections and stories are told apart. */
export function readMarkdown(text: string): Found {
  const root: Root = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(text);
  const yaml = root.children.find((node) => node.type === "yaml");
  const found: Found = {
    issue: nothingFound(),
    unplaced: [],
    drawn: new Set(),
    words: wordsOf(textOfMdast(root)),
  };
  const reading = { found, known: definitionsOf(root), matter: readFrontMatter(yaml) };
  const blocks = root.children.filter((node) => node.type !== "yaml" && node.type !== "definition");
  const [opening, ...parts] = outline(takeStandfirst(takeTitle(blocks, reading), found));
  if (opening) readOpening(opening, parts.length > 0, reading);
  for (const part of parts) readPart(part, reading);
  return found;
}
