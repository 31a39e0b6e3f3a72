import type { List, Paragraph, PhrasingContent, RootContent } from "mdast";
import type { SourceDraft, StoryDraft } from "@/lib/importers/draft";
import { importedSource } from "@/lib/importers/imported-issue";
import { isBareLink, oneLine, say, segments } from "@/lib/importers/said";
import { readSourceLine } from "@/lib/importers/source-line";

/** "Sources:", "Via", "Read more": words that stay in the text, so its links become sources besides. */
const LEAD =
  /^\(?(?:sources?|via|from|links?|read (?:more|on|it)|more|further reading|full (?:story|article)|see(?: also)?)\b/i;

const MOST_MENTIONED = 10;

function lines(nodes: PhrasingContent[]): PhrasingContent[][] {
  const found: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === "break") found.push([]);
    else if (node.type === "text") {
      const [head = "", ...rest] = node.value.split("\n");
      found.at(-1)?.push({ ...node, value: head });
      for (const value of rest) found.push([{ ...node, value }]);
    } else found.at(-1)?.push(node);
  }
  return found.filter((line) => say(line).text !== "");
}

/** All of it or nothing: a list with one entry that is no source is a list. */
function readAll(all: PhrasingContent[][]): SourceDraft[] | null {
  const sources = all.map((line) => readSourceLine(line));
  if (sources.length === 0 || sources.some((source) => source?.note !== "")) return null;
  return sources.flatMap((source) => {
    if (!source) return [];
    const { note: _, ...own } = source;
    return [{ ...own, repeats: false }];
  });
}

function fromList(list: List): SourceDraft[] | null {
  const items = list.children.map((item) => (item.children.length === 1 ? item.children[0] : undefined));
  const paragraphs = items.filter((node): node is Paragraph => node?.type === "paragraph");
  if (paragraphs.length !== items.length) return null;
  return readAll(paragraphs.map((node) => node.children));
}

/** The sources a block right under a headline lists; null when it is body. */
function readSourceBlock(node: RootContent): SourceDraft[] | null {
  if (node.type === "list") return fromList(node);
  if (node.type !== "paragraph") return null;
  return readAll(lines(node.children));
}

/** Words of a link that name nothing: such a source is called after its story. */
const NAMELESS =
  /^\W*(?:(?:read|learn|see|find out) (?:more|on|it|the .*)|more|here|this|link|source|details|continue reading|(?:the )?full (?:story|article|post))\W*$/i;

function linked(node: Paragraph, headline: string): SourceDraft[] {
  return segments(node.children).flatMap((part) => {
    if (part.url === null) return [];
    const title =
      isBareLink(part) || (part.text.length <= 60 && NAMELESS.test(part.text))
        ? headline
        : oneLine(part.text);
    const source = { title, byline: "", publisher: "", url: part.url };
    return importedSource.safeParse(source).success ? [{ ...source, repeats: true }] : [];
  });
}

/** "Sources: A, B", or a line that is nothing but links. */
function isSourceParagraph(node: Paragraph): boolean {
  const rest = segments(node.children)
    .map((part) => (part.url === null ? part.text : ""))
    .join("");
  const between = /^[\s,;.|·•()—–-]*(?:and|&)?[\s,;.|·•()—–-]*$/;
  return LEAD.test(say(node.children).text) || (rest.length <= 200 && between.test(rest));
}

/** Links of the text, which stay there: those of lines that name sources, or else all, as a digest links what it reports. */
function mentioned(story: StoryDraft): SourceDraft[] {
  const blocks = [...story.body, ...story.boxes.flatMap((box) => box.blocks)];
  const paragraphs = blocks.filter((node): node is Paragraph => node.type === "paragraph");
  const sources = (node: Paragraph) => linked(node, story.headline.text);
  const named = paragraphs.filter(isSourceParagraph).flatMap(sources);
  const found = named.length > 0 ? named : paragraphs.flatMap(sources);
  const first = new Map(found.toReversed().map((source) => [source.url, source]));
  return [...first.values()].toReversed().slice(0, MOST_MENTIONED);
}

/** A line that is nothing but an address is that of the source line above it, where that one has none. */
function withAddresses(sources: SourceDraft[]): SourceDraft[] {
  const found: SourceDraft[] = [];
  for (const source of sources) {
    const above = found.at(-1);
    if (above?.url === null && source.title === source.url) above.url = source.url;
    else found.push({ ...source });
  }
  return found;
}

/** Moves the source lines right under a story's headline from its body to its sources. */
export function takeSources(story: StoryDraft): void {
  if (story.depth !== undefined && !story.headlineRepeats) {
    while (story.body[0]) {
      const sources = readSourceBlock(story.body[0]);
      if (!sources) break;
      story.sources.push(...sources);
      story.body.shift();
    }
    story.sources = withAddresses(story.sources);
  }
  if (story.sources.length === 0) story.sources.push(...mentioned(story));
}
