import type { Root, RootContent } from "mdast";
import type { ImportedIssue, ImportedSource } from "@/lib/importers/imported-issue";
import { isEmptyComment } from "@/lib/rich-text/from-mdast";
import { plainText } from "@/lib/rich-text/plain-text";

/** Runs that only divide: dashes, bars, bullets, boxes of a task list. A source line's are redrawn by the house. */
const DIVIDER = /^[-‐-―|·•▪◦●:,;☐☑]+$/u;
const ADDRESS = /^[\p{P}\p{S}]*(?:https?:\/\/|www\.|mailto:)\S/iu;
const EDGES = /^\p{P}+|\p{P}+$/gu;

/** Runs between white space, without dividers that stand alone and without addresses. */
export function words(text: string): string[] {
  return text.split(/\s+/).filter((run) => run !== "" && !DIVIDER.test(run) && !ADDRESS.test(run));
}

const LEAVES = new Set(["paragraph", "heading", "tableCell"]);

function said(node: Root | RootContent): string {
  if (node.type === "break") return "\n";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(said).join("") : "";
}

/** The text of each leaf block of a resolved tree, in order: code and HTML literally, list markers and addresses aside. */
export function blockTexts(nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (LEAVES.has(node.type)) return [said(node)];
    if (node.type === "html") return isEmptyComment(node.value) ? [] : [node.value];
    if (node.type === "code") return [node.value];
    return "children" in node ? blockTexts(node.children as RootContent[]) : [said(node)];
  });
}

/** Everything that blocks of a resolved tree say, on one line. */
export function blockText(nodes: readonly RootContent[]): string {
  return blockTexts(nodes).join(" ").replace(/\s+/g, " ").trim();
}

/** What of a story repeats words that the file says once: a headline taken from its body, a source title that is the headline. */
export interface Repeats {
  headline: boolean;
  /** The label over the box: its own wording, where it differs, stands in the box. */
  label: boolean;
  sources: boolean[];
}

function sourceWords(source: ImportedSource, repeats: boolean): string[] {
  const byline = source.byline === "" ? "" : `by ${source.byline}`;
  return words([repeats ? "" : source.title, byline, source.publisher].join(" "));
}

/**
 * The words of an imported issue as it is read from top to bottom: a label before what it names, a source as
 * "Title by Byline — Publisher". Numbers of stories are derived from their order and stand aside, as do repetitions.
 */
export function issueWords(issue: ImportedIssue, repeats: Repeats[], ownTitle: boolean): string[] {
  const { labels, introduction, highlights, thesis, closing } = issue;
  let number = 0;
  const sections = issue.sections.flatMap((section) => [
    ...words(section.title),
    ...section.stories.flatMap((story) => {
      const again = repeats[number++];
      const box = words(plainText(story.whyItMatters));
      return [
        ...(again?.headline ? [] : words(story.headline)),
        ...story.sources.flatMap((source, index) => sourceWords(source, again?.sources[index] ?? false)),
        ...words(plainText(story.body)),
        ...(box.length > 0 && !again?.label ? words(labels.whyItMatters ?? "") : []),
        ...box,
      ];
    }),
  ]);
  const part = (label: string | undefined, text: string) =>
    words(text.trim() === "" ? "" : `${label ?? ""} ${text}`);
  return [
    ...(ownTitle ? words(issue.title) : []),
    ...words(issue.standfirst),
    ...part(labels.introduction, plainText(introduction)),
    ...part(labels.highlights, [...highlights.map(({ text }) => text), ...thesis].join(" ")),
    ...sections,
    ...part(labels.closing, `${plainText(closing)} ${issue.feedbackPrompt}`),
  ];
}

/** A word without the punctuation at its ends ("(Reuters)", "Title,"), which importers may redraw. */
export function wordKey(word: string): string {
  return word.replace(EDGES, "") || word;
}

function surplus(of: string[], over: string[]): string[] {
  const left = new Map<string, number>();
  for (const word of over) left.set(wordKey(word), (left.get(wordKey(word)) ?? 0) + 1);
  return of.filter((word) => {
    const count = left.get(wordKey(word)) ?? 0;
    left.set(wordKey(word), count - 1);
    return count <= 0;
  });
}

/** Compares as multisets, because an anatomy has its own order; both lists keep the order they were read in. */
export function compareWords(wordsIn: string[], wordsOut: string[]): { lost: string[]; added: string[] } {
  return { lost: surplus(wordsIn, wordsOut), added: surplus(wordsOut, wordsIn) };
}
