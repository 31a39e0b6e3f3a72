import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type Found, keepBoxLabel, nothingFound, numberIn } from "@/lib/importers/found";
import type { ImportedStory } from "@/lib/importers/imported-issue";
import { type Line, readLines } from "@/lib/importers/lines";
import { isFeedbackPrompt, looksLikeHeading } from "@/lib/importers/roles";
import { readSourceLine } from "@/lib/importers/source-line";
import { wordsOf } from "@/lib/importers/words";
import { EMPTY, type RichText, type RichTextNode } from "@/lib/rich-text/document";
import { fromMdast } from "@/lib/rich-text/from-mdast";

const BARE_ADDRESS = /https?:\/\/[^\s<>"”]+[^\s<>"”.,;:!?)\]]/g;

/** A line of prose; addresses in it become links, nothing else is taken for markup. */
function paragraph(text: string): RichTextNode {
  const content: RichTextNode[] = [];
  let from = 0;
  for (const match of text.matchAll(BARE_ADDRESS)) {
    if (match.index > from) content.push({ type: "text", text: text.slice(from, match.index) });
    const marks = URL.canParse(match[0]) ? [{ type: "link", attrs: { href: match[0] } }] : [];
    content.push({ type: "text", text: match[0], marks });
    from = match.index + match[0].length;
  }
  if (from < text.length) content.push({ type: "text", text: text.slice(from) });
  return { type: "paragraph", content };
}

function list(type: "bulletList" | "orderedList", lines: Line[]): RichTextNode {
  return { type, content: lines.map((line) => ({ type: "listItem", content: [paragraph(line.text)] })) };
}

function table(lines: Line[]): RichTextNode[] {
  const root = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .parse(lines.map((line) => line.text).join("\n"));
  return fromMdast(root.children, new Map()).content;
}

/** Neighbouring lines of one kind, together. */
function runs(lines: Line[]): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last?.[0]?.kind === line.kind && line.kind !== "text") last.push(line);
    else found.push([line]);
  }
  return found;
}

function prose(lines: Line[]): RichText {
  const content = runs(lines).flatMap((run): RichTextNode[] => {
    const kind = run[0]?.kind;
    if (kind === "bullet") return [list("bulletList", run)];
    if (kind === "numbered") return [list("orderedList", run)];
    if (kind === "table") return table(run);
    return run.map((line) => paragraph(line.text));
  });
  return content.length > 0 ? { type: "doc", content } : EMPTY;
}

function readStory(headline: string, lines: Line[], found: Found): ImportedStory {
  const sources: ImportedStory["sources"] = [];
  let from = 0;
  for (; from < lines.length; from += 1) {
    const line = lines[from];
    const source =
      line && (line.kind === "text" || line.kind === "bullet") ? readSourceLine(line.text) : null;
    if (!source) break;
    sources.push(source);
  }
  const rest = lines.slice(from);
  const label = rest.findIndex((line) => line.kind === "label" && line.role === "whyItMatters");
  const boxHead = rest[label];
  const isOwnLabel = boxHead !== undefined && keepBoxLabel(found, boxHead.text) !== "";
  const story: ImportedStory = {
    headline,
    sources,
    body: prose(label === -1 ? rest : rest.slice(0, label)),
    whyItMatters: prose(label === -1 ? [] : rest.slice(isOwnLabel ? label : label + 1)),
  };
  if (isOwnLabel) found.drawn.add(story);
  return story;
}

function readHighlights(lines: Line[], found: Found): void {
  const first = lines.findIndex((line) => line.kind === "bullet" || line.kind === "numbered");
  const before = first === -1 ? [] : lines.slice(0, first);
  for (const line of lines.slice(before.length)) {
    if (line.kind === "bullet" || line.kind === "numbered")
      found.issue.highlights.push({ text: line.text, stories: [] });
    else found.issue.thesis.push(line.text);
  }
  if (before.length > 0) keep(before, "before the highlights", found);
}

/** Text whose place is not certain stays in the introduction, and is named. */
function keep(lines: Line[], where: string, found: Found): void {
  const { introduction } = found.issue;
  const known = introduction === EMPTY ? [] : introduction.content;
  found.issue.introduction = { type: "doc", content: [...known, ...prose(lines).content] };
  found.unplaced.push(...lines.map((line) => ({ text: line.text, where, line: line.at })));
}

function readClosing(lines: Line[], found: Found): void {
  const last = lines.at(-1);
  const asks = last !== undefined && isFeedbackPrompt(last.text);
  if (asks) found.issue.feedbackPrompt = last.text;
  found.issue.closing = prose(asks ? lines.slice(0, -1) : lines);
}

/** Cuts the lines where `starts` says so; what stands before the first cut comes first, without a head. */
function parts(lines: Line[], starts: (line: Line) => boolean): { head: Line | null; lines: Line[] }[] {
  const found: { head: Line | null; lines: Line[] }[] = [{ head: null, lines: [] }];
  for (const line of lines) {
    if (starts(line)) found.push({ head: line, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found;
}

function takeTitle(lines: Line[], found: Found): Line[] {
  const [first, second] = lines;
  const isTitle = first?.kind === "text" && looksLikeHeading(first.text) && second !== undefined;
  if (!isTitle) return lines;
  found.issue.title = first.text;
  found.issue.number = numberIn(first.text);
  return lines.slice(1);
}

function readPart(head: Line | null, lines: Line[], found: Found): void {
  const { issue } = found;
  if (head?.kind === "section") {
    issue.sections.push({ title: head.text, stories: [] });
    if (lines.length > 0) keep(lines, `under the section “${head.text}”`, found);
  } else if (head?.kind === "headline") {
    if (issue.sections.length === 0) issue.sections.push({ title: "", stories: [] });
    issue.sections.at(-1)?.stories.push(readStory(head.text, lines, found));
  } else if (head?.kind === "label" && head.role !== "whyItMatters") {
    issue.labels[head.role] ??= head.text.replace(/:$/, "");
    if (head.role === "introduction") issue.introduction = prose(lines);
    else if (head.role === "highlights") readHighlights(lines, found);
    else readClosing(lines, found);
  } else if (lines.length > 0) {
    issue.introduction = prose(lines);
  }
}

/** What readers of the words compare with: the text without bullets, table rules and headlines' numbers. */
function wordsIn(lines: Line[]): string[] {
  return lines
    .filter((line) => !(line.kind === "table" && /^[|\s:-]+$/.test(line.text)))
    .flatMap((line) => wordsOf(line.kind === "table" ? line.text.replaceAll("|", " ") : line.text));
}

/**
 * Reads a digest that came as plain text, its headings bare lines: fixed parts by their usual names, stories by
 * numbered headlines (or bare ones set off by blank lines), sections as the short line before a headline, sources as
 * "Title — Publisher" lines under it. What follows a fixed part's name belongs to it until the next head.
 */
export function readPlainText(text: string): Found {
  const lines = readLines(text);
  const found: Found = { issue: nothingFound(), unplaced: [], drawn: new Set(), words: wordsIn(lines) };
  const isHead = (line: Line) =>
    line.kind === "headline" ||
    line.kind === "section" ||
    (line.kind === "label" && line.role !== "whyItMatters");
  for (const { head, lines: own } of parts(takeTitle(lines, found), isHead)) readPart(head, own, found);
  if (found.issue.sections.length === 0) {
    found.unplaced.push({ text: "No story was found", where: "in the whole text", line: 1 });
  }
  return found;
}
