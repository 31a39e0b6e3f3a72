import { z } from "zod";
import { labels } from "@/lib/issues/labels";
import { week } from "@/lib/issues/schema";
import { oneLine } from "@/lib/one-line";
import { richText } from "@/lib/rich-text/document";

const line = oneLine().max(2_000);

/** One source as a file gives it: "[Title](url) by Byline" or "Title — Publisher". */
export const importedSource = z.strictObject({
  title: line.min(1),
  byline: line,
  publisher: line,
  url: z.url({ protocol: /^https?$/ }).nullable(),
});

export const importedStory = z.strictObject({
  headline: line.min(1),
  sources: z.array(importedSource),
  body: richText,
  whyItMatters: richText,
});

/** What an importer found: the whole anatomy of an issue, as it can be previewed, corrected and accepted. */
export const importedIssue = z.strictObject({
  title: line.min(1),
  number: z.int().positive().max(999_999).nullable(),
  standfirst: line,
  week,
  labels: labels.partial(),
  introduction: richText,
  /** `stories` are the stories' numbers, from 1 through the whole issue. */
  highlights: z.array(z.strictObject({ text: line.min(1), stories: z.array(z.int().positive()) })),
  thesis: z.array(line.min(1)),
  /** A title may be empty: stories that stand under no heading. */
  sections: z.array(z.strictObject({ title: line, stories: z.array(importedStory).max(500) })).max(200),
  closing: richText,
  feedbackPrompt: line,
});

export type ImportedIssue = z.output<typeof importedIssue>;
export type ImportedStory = z.output<typeof importedStory>;
export type ImportedSource = z.output<typeof importedSource>;

/** Text that was kept where it stood although its place in the anatomy is not certain. */
export interface Unplaced {
  text: string;
  /** In words: "in the introduction", "in story 3". */
  where: string;
  /** From 1, in the file. */
  line: number;
}

/**
 * Words are runs between white space of what the file says; its markup, addresses, dividers that stand alone and the
 * numbers of stories aside. What the house adds (a headline made from a section's title) counts on neither side.
 */
export interface ImportReport {
  format: "text" | "markdown";
  /** Where the title was found; a file without one is named after itself. */
  titleFrom: "text" | "fileName";
  wordsIn: number;
  wordsOut: number;
  unplaced: Unplaced[];
}
