import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { SourceDraft, StoryDraft } from "@/lib/importers/draft";
import { importedSource } from "@/lib/importers/imported-issue";
import { isBareLink, LEAD_DIVIDER, oneLine, type Said, say, segments } from "@/lib/importers/said";
import { readSourceLine } from "@/lib/importers/source-line";
import { blockText } from "@/lib/importers/words";

const LONGEST_HEADLINE = 200;
const SENTENCE_END = /[.!?…]["”’)\]]*\s+(?=["“‘([]?[\p{Lu}\p{N}])/u;

type Line = Pick<StoryDraft, "headline" | "headlineRepeats" | "sources" | "body">;

function paragraph(children: PhrasingContent[]): Paragraph[] {
  const last = children.at(-1);
  const start = children[0]?.position?.start;
  const end = last?.position?.end;
  const position = start && end ? { start, end } : undefined;
  return blockText([{ type: "paragraph", children }]) === ""
    ? []
    : [{ type: "paragraph", children, position }];
}

/** The first sentence of a text, or as many of its words as make a headline. */
export function firstWords(text: string): string {
  const line = oneLine(text);
  const sentence = line.slice(0, SENTENCE_END.exec(line)?.index ?? line.length);
  if (sentence.length <= 120) return sentence.replace(/[:,;]$/, "");
  const cut = sentence.slice(0, 100);
  return `${cut.slice(0, cut.lastIndexOf(" ") > 20 ? cut.lastIndexOf(" ") : 100).trimEnd()}…`;
}

/** Links as sources whose titles are words of the line itself; null when one cannot be a source's address. */
function linkedSources(nodes: PhrasingContent[]): SourceDraft[] | null {
  const found = new Map<string, SourceDraft>();
  for (const part of segments(nodes)) {
    if (part.url === null) continue;
    const known = found.get(part.url);
    const title = isBareLink(part) ? part.url : `${known?.title ?? ""}${part.text}`;
    found.set(part.url, { title, byline: "", publisher: "", url: part.url, repeats: true });
  }
  const sources = [...found.values()].map((source) => ({
    ...source,
    title: oneLine(source.title) || source.url,
  }));
  const valid = sources.every(({ repeats: _, ...source }) => importedSource.safeParse(source).success);
  return valid ? (sources as SourceDraft[]) : null;
}

/** Divides at the first line break, so that a title and the lines under it can be told apart. */
function firstLine(nodes: PhrasingContent[]): [PhrasingContent[], PhrasingContent[]] {
  const at = nodes.findIndex(
    (node) => node.type === "break" || (node.type === "text" && /\n/.test(node.value)),
  );
  const node = nodes[at];
  if (!node) return [nodes, []];
  if (node.type !== "text") return [nodes.slice(0, at), nodes.slice(at + 1)];
  const [head = "", ...rest] = node.value.split("\n");
  const before: PhrasingContent[] = [...nodes.slice(0, at), { ...node, value: head }];
  return [before, [{ ...node, value: rest.join("\n") }, ...nodes.slice(at + 1)]];
}

/** Tells "[Title](url)" from "12 May | Lyon | [Group](url)", which would be a publisher under a source's title. */
function opensWith(line: PhrasingContent[], title: string): boolean {
  const linked = segments(line).filter((part) => part.url !== null);
  return linked.every(isBareLink) || oneLine(linked.map((part) => part.text).join("")) === title;
}

/** In a list "— Building Weekly" is a publisher, "— why it is useful" a description. */
function isName(text: string): boolean {
  const small = /^(?:of|the|and|for|in|on|at|de|la|le|du|der|von|&|\+)$/i;
  return text
    .split(" ")
    .every((word) => /^["“(@]?[\p{Lu}\p{N}\p{Lo}]/u.test(word) || small.test(word) || /\w\.\w/.test(word));
}

/** "[Title](url) by Author", alone on its line. */
function linkedTitle(nodes: PhrasingContent[]): Line | null {
  const [line, rest] = firstLine(nodes);
  const source = readSourceLine(line);
  if (!source || source.url === null || !opensWith(line, source.title)) return null;
  if (source.publisher !== "" && !isName(source.publisher)) return null;
  const { note, ...own } = source;
  const text = note === "" ? source.title : `${source.title} ${note}`;
  const sources = [{ ...own, repeats: true }];
  return { headline: { text, links: [] }, headlineRepeats: false, sources, body: paragraph(rest) };
}

/** "**Lead:** text" and "[Title](url): text". */
function led(nodes: PhrasingContent[]): Line | null {
  const [lead, next, ...others] = nodes;
  if (!lead || (lead.type !== "strong" && lead.type !== "link") || next?.type !== "text") return null;
  const headline = say([lead]).text;
  const divider = LEAD_DIVIDER.exec(next.value);
  const ended =
    lead.type === "strong"
      ? /[.:!?]$/.test(headline) && /^\s/.test(next.value)
      : /^\.\s+\p{Lu}/u.test(next.value);
  if ((!divider && !ended) || headline.length > 150 || headline === "") return null;
  const sources = linkedSources([lead]);
  const body = paragraph([
    { ...next, value: next.value.slice(divider?.[0].length ?? 0).replace(/^\.?\s+/, "") },
    ...others,
  ]);
  if (!sources || body.length === 0) return null;
  return {
    headline: { text: headline.replace(/[:.\s]+$/, ""), links: [] },
    headlineRepeats: false,
    sources,
    body,
  };
}

/** One short sentence or phrase, links anywhere in it. */
function wholeLine(nodes: PhrasingContent[]): Line | null {
  const { text } = say(nodes);
  const sources = linkedSources(nodes);
  if (!sources || text === "" || text.length > LONGEST_HEADLINE || SENTENCE_END.test(text)) return null;
  return { headline: { text, links: [] }, headlineRepeats: false, sources, body: [] };
}

/** Prose stays whole as the body; the headline repeats its lead or its first words. */
function prose(nodes: PhrasingContent[]): Line {
  const { text } = say(nodes);
  const strong = nodes[0]?.type === "strong" ? say([nodes[0]]).text : "";
  const headline = firstWords(strong || text) || "Untitled";
  const sources = (linkedSources(nodes) ?? []).slice(0, 20);
  return { headline: { text: headline, links: [] }, headlineRepeats: true, sources, body: paragraph(nodes) };
}

/** Reads the line that opens a story: an item's first paragraph, a heading. */
export function readHeadline(nodes: PhrasingContent[]): Line {
  return linkedTitle(nodes) ?? led(nodes) ?? wholeLine(nodes) ?? prose(nodes);
}

function storyFromItem(item: ListItem): StoryDraft[] {
  const [first, ...rest] = item.children as RootContent[];
  if (!first) return [];
  if (first.type !== "paragraph" && first.type !== "heading") {
    const headline = { text: firstWords(blockText(item.children)) || "Untitled", links: [] };
    return [
      { headline, headlineRepeats: true, sources: [], body: [...item.children], boxes: [], depth: undefined },
    ];
  }
  const line = readHeadline(first.children);
  return [{ ...line, body: [...line.body, ...rest], boxes: [], depth: undefined }];
}

/** One story per item, in order. */
export function storiesFromList(list: List): StoryDraft[] {
  return list.children.flatMap(storyFromItem);
}

function isItem(item: ListItem): boolean {
  const first = item.children[0];
  if (first?.type !== "paragraph" && first?.type !== "heading") return false;
  return first.children[0]?.type === "strong" || segments(first.children).some((part) => part.url !== null);
}

/** True when most entries link somewhere or open with a bold lead: news items, not points of an argument. */
export function looksLikeItems(list: List): boolean {
  return list.children.filter(isItem).length * 2 >= list.children.length;
}

/** A list entry as one line of plain words. */
export function sayItem(item: ListItem): Said {
  const links = item.children.flatMap((child) =>
    child.type === "paragraph" ? say(child.children).links : [],
  );
  return { text: blockText(item.children), links };
}
