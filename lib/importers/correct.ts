import type { ImportedIssue, ImportedSource, ImportedStory } from "@/lib/importers/imported-issue";
import { isEmpty, type RichText, type RichTextNode } from "@/lib/rich-text/document";

/*
 * What an editor may correct in what an importer found. Every function answers a new issue and loses no word: what is taken
 * out of one place of the anatomy stands as text in another. Sections and sources count from 0, stories from 1 through the
 * whole issue, as everywhere.
 */

/** Every story in order; the first is number 1. */
export function storiesOf(issue: ImportedIssue): ImportedStory[] {
  return issue.sections.flatMap((section) => section.stories);
}

export function renameSection(issue: ImportedIssue, index: number, title: string): ImportedIssue {
  return { ...issue, sections: issue.sections.map((one, at) => (at === index ? { ...one, title } : one)) };
}

/** Changes one story by its number. */
export function changeStory(
  issue: ImportedIssue,
  number: number,
  change: (story: ImportedStory) => ImportedStory,
): ImportedIssue {
  let counted = 0;
  const sections = issue.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => {
      counted += 1;
      return counted === number ? change(story) : story;
    }),
  }));
  return { ...issue, sections };
}

export function changeSource(
  issue: ImportedIssue,
  number: number,
  index: number,
  change: Partial<ImportedSource>,
): ImportedIssue {
  return changeStory(issue, number, (story) => ({
    ...story,
    sources: story.sources.map((source, at) => (at === index ? { ...source, ...change } : source)),
  }));
}

/** Whether a source is nothing but an address, and the one above it has none. */
export function isAddressOfAbove(sources: readonly ImportedSource[], index: number): boolean {
  const [above, source] = [sources[index - 1], sources[index]];
  return above?.url === null && source !== undefined && source.title === source.url;
}

/** A source that is nothing but an address becomes that of the one above it; where it is not, the issue stays as it is. */
export function sourceToAddress(issue: ImportedIssue, number: number, index: number): ImportedIssue {
  return changeStory(issue, number, (story) => {
    const url = story.sources[index]?.url ?? null;
    if (!isAddressOfAbove(story.sources, index)) return story;
    const sources = story.sources.map((source, at) => (at === index - 1 ? { ...source, url } : source));
    return { ...story, sources: sources.toSpliced(index, 1) };
  });
}

/** A line wrongly taken for a source goes back to the head of the story's text, its link with it. */
export function sourceToText(issue: ImportedIssue, number: number, index: number): ImportedIssue {
  return changeStory(issue, number, (story) => {
    const source = story.sources[index];
    if (!source) return story;
    const line: RichText = { type: "doc", content: [sourceLine(source)] };
    return { ...story, sources: story.sources.toSpliced(index, 1), body: joined(line, story.body) };
  });
}

/** Points a highlight at the stories with these numbers. */
export function pointHighlight(issue: ImportedIssue, index: number, stories: number[]): ImportedIssue {
  const ordered = [...new Set(stories)].toSorted((a, b) => a - b);
  return {
    ...issue,
    highlights: issue.highlights.map((one, at) => (at === index ? { ...one, stories: ordered } : one)),
  };
}

/** A line wrongly taken for a highlight becomes the last paragraph of the introduction. */
export function highlightToText(issue: ImportedIssue, index: number): ImportedIssue {
  const line = issue.highlights[index];
  if (!line) return issue;
  return {
    ...issue,
    highlights: issue.highlights.toSpliced(index, 1),
    introduction: joined(issue.introduction, paragraph(line.text)),
  };
}

/**
 * A line wrongly taken for a section's title: its stories join the section above, and its words stand where they stood, after
 * the story before (at the end of the introduction when there is none). The first section only loses its title.
 */
export function joinSectionUp(issue: ImportedIssue, index: number): ImportedIssue {
  const section = issue.sections[index];
  if (!section) return issue;
  const before = issue.sections.slice(0, index).reduce((count, one) => count + one.stories.length, 0);
  const placed = appendAfter(issue, before, section.title);
  if (index === 0) return renameSection(placed, 0, "");
  const above = placed.sections[index - 1];
  if (!above) return issue;
  const merged = { ...above, stories: [...above.stories, ...section.stories] };
  return { ...placed, sections: placed.sections.toSpliced(index - 1, 2, merged) };
}

function appendAfter(issue: ImportedIssue, number: number, words: string): ImportedIssue {
  if (words.trim() === "") return issue;
  const text = paragraph(words);
  if (number === 0) return { ...issue, introduction: joined(issue.introduction, text) };
  return changeStory(issue, number, (story) =>
    isEmpty(story.whyItMatters)
      ? { ...story, body: joined(story.body, text) }
      : { ...story, whyItMatters: joined(story.whyItMatters, text) },
  );
}

/**
 * Something wrongly taken for a story of its own: it becomes text under a heading at the end of the story above, its sources and
 * its box join that story's. Highlights follow. The first story has none above: the issue stays as it is.
 */
export function joinStoryUp(issue: ImportedIssue, number: number): ImportedIssue {
  const story = storiesOf(issue)[number - 1];
  if (!story || number < 2) return issue;
  const heading: RichText = {
    type: "doc",
    content: [{ type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: story.headline }] }],
  };
  const widened = changeStory(issue, number - 1, (above) => ({
    ...above,
    sources: [...above.sources, ...story.sources],
    body: joined(joined(above.body, heading), story.body),
    whyItMatters: joined(above.whyItMatters, story.whyItMatters),
  }));
  const renumbered = (old: number) => (old >= number ? old - 1 : old);
  return {
    ...widened,
    sections: withoutStory(widened, number),
    highlights: widened.highlights.map((line) => ({
      ...line,
      stories: [...new Set(line.stories.map(renumbered))],
    })),
  };
}

function withoutStory(issue: ImportedIssue, number: number): ImportedIssue["sections"] {
  let counted = 0;
  return issue.sections.map((section) => ({
    ...section,
    stories: section.stories.filter(() => {
      counted += 1;
      return counted !== number;
    }),
  }));
}

/** Two texts one after the other; an empty one leaves no empty paragraph behind. */
function joined(first: RichText, second: RichText): RichText {
  if (isEmpty(first)) return second;
  return isEmpty(second) ? first : { type: "doc", content: [...first.content, ...second.content] };
}

function paragraph(words: string): RichText {
  return { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: words }] }] };
}

/** "Title by Byline — Publisher", the title linked where there is an address. */
function sourceLine({ title, byline, publisher, url }: ImportedSource): RichTextNode {
  const rest = `${byline ? ` by ${byline}` : ""}${publisher ? ` — ${publisher}` : ""}`;
  const linked: RichTextNode = { type: "text", text: title };
  if (url) linked.marks = [{ type: "link", attrs: { href: url } }];
  return { type: "paragraph", content: rest ? [linked, { type: "text", text: rest }] : [linked] };
}
