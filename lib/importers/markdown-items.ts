import type { Link, LinkReference, ListItem, Paragraph, PhrasingContent, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import type { ImportedSource, ImportedStory } from "@/lib/importers/imported-issue";
import { EMPTY } from "@/lib/rich-text/document";
import { type Definitions, fromMdast } from "@/lib/rich-text/from-mdast";

/** The longest text taken whole as a headline, in characters. */
const LONGEST_HEADLINE = 240;

type AnyLink = Link | LinkReference;

function linksIn(nodes: readonly PhrasingContent[]): AnyLink[] {
  return nodes.flatMap((node): AnyLink[] => {
    if (node.type === "link" || node.type === "linkReference") return [node];
    return "children" in node ? linksIn(node.children) : [];
  });
}

function addressOf(link: AnyLink, known: Definitions): string | null {
  const url = link.type === "link" ? link.url : known.get(link.identifier);
  return url !== undefined && /^https?:/i.test(url) && URL.canParse(url) ? url : null;
}

const tidy = (text: string) => text.replaceAll(/\s+/g, " ").trim();

/** What follows the link in "[Title](address) by Byline" or "[Title](address) — Publisher"; null for anything longer. */
function credits(text: string): { byline: string; publisher: string } | null {
  if (text === "") return { byline: "", publisher: "" };
  const match =
    /^(?:,?\s*by\s+(?<byline>[^:;!?—–]{1,80}?))?(?:\s*[—–-]+\s+(?<publisher>[^.:;!?—–]{1,60}))?$/iu.exec(
      text,
    );
  if (!match?.groups) return null;
  const { byline = "", publisher = "" } = match.groups;
  return (byline || publisher) && publisher.split(/\s+/).length <= 7 ? { byline, publisher } : null;
}

/** The source that a line is made of: one link, and at most who wrote it and where. */
export function sourceOf(line: Paragraph, known: Definitions): ImportedSource | null {
  const [link, ...others] = linksIn(line.children);
  if (!link || others.length > 0) return null;
  const title = tidy(textOf(link));
  const whole = tidy(textOf(line));
  const url = addressOf(link, known);
  const rest = whole.startsWith(title) && title !== "" ? credits(whole.slice(title.length).trim()) : null;
  return rest && url ? { title: title.slice(0, 2_000), ...rest, url } : null;
}

/** Every link of a line as a source of its own, called by its words (or its address where it has none). */
function sourcesIn(nodes: readonly PhrasingContent[], known: Definitions): ImportedSource[] {
  return linksIn(nodes).flatMap((link) => {
    const url = addressOf(link, known);
    return url === null ? [] : [{ title: tidy(textOf(link)) || url, byline: "", publisher: "", url }];
  });
}

/** Where the first sentence of a long line ends, in nodes and characters of the node; null for one sentence. */
function firstSentence(
  nodes: readonly PhrasingContent[],
): { head: PhrasingContent[]; rest: PhrasingContent[] } | null {
  for (const [index, node] of nodes.entries()) {
    const end = node.type === "text" ? /[.!?](?=\s)/.exec(node.value) : null;
    if (node.type !== "text" || !end) continue;
    const cut = end.index + 1;
    const head = [...nodes.slice(0, index), { ...node, value: node.value.slice(0, cut) }];
    const rest = [{ ...node, value: node.value.slice(cut).trimStart() }, ...nodes.slice(index + 1)];
    const hasRest = textOf({ type: "paragraph", children: rest }).trim() !== "";
    return hasRest ? { head, rest } : null;
  }
  return null;
}

/** A line that is both headline and more: its first sentence heads the story, the rest begins the body. */
function headlineFrom(line: Paragraph): { head: PhrasingContent[]; rest: PhrasingContent[] } {
  if (tidy(textOf(line)).length <= LONGEST_HEADLINE && !line.children.some((node) => node.type === "break")) {
    return { head: line.children, rest: [] };
  }
  const cut = firstSentence(line.children);
  const fits = cut && tidy(textOf({ type: "paragraph", children: cut.head })).length <= LONGEST_HEADLINE;
  return cut && fits ? cut : { head: [], rest: line.children };
}

/** A list's item, or blocks that stand alone, as a story. Nothing of the text is lost; links become sources. */
export function itemStory(blocks: readonly RootContent[], known: Definitions, prose = false): ImportedStory {
  const [first, ...others] = blocks;
  const empty = { body: fromMdast(blocks, known), whyItMatters: EMPTY };
  if (first?.type !== "paragraph") return { headline: "Untitled", sources: [], ...empty };
  const source = sourceOf(first, known);
  if (source) {
    const headline = source.title.slice(0, 2_000);
    return { headline, sources: [source], body: fromMdast(others, known), whyItMatters: EMPTY };
  }
  const { head, rest } = prose ? (firstSentence(first.children) ?? headlineFrom(first)) : headlineFrom(first);
  const headline = tidy(textOf({ type: "paragraph", children: head }));
  if (headline === "" || headline.length > 1_000) return { headline: "Untitled", sources: [], ...empty };
  const body: RootContent[] = rest.length > 0 ? [{ type: "paragraph", children: rest }, ...others] : others;
  return { headline, sources: sourcesIn(head, known), body: fromMdast(body, known), whyItMatters: EMPTY };
}

/** A list right under a headline whose every item is a source line; null for a list that says more. */
export function sourceList(items: readonly ListItem[], known: Definitions): ImportedSource[] | null {
  const sources = items.map((item) => {
    const [line, ...more] = item.children;
    if (line?.type !== "paragraph" || more.length > 0) return null;
    return sourceOf(line, known) ?? unlinkedSource(line);
  });
  return sources.every((source) => source !== null) ? sources : null;
}

/** "Title — Publisher" without an address, as our own export writes a source that has none. */
function unlinkedSource(line: Paragraph): ImportedSource | null {
  if (linksIn(line.children).length > 0) return null;
  const match = /^(?<title>.+?)(?: by (?<byline>[^—]+?))?(?: — (?<publisher>[^—]{1,60}))?$/u.exec(
    tidy(textOf(line)),
  );
  if (!match?.groups?.title || /[.!?]$/.test(tidy(textOf(line))) || !match.groups.publisher) return null;
  const { title, byline = "", publisher } = match.groups;
  return { title, byline, publisher, url: null };
}
