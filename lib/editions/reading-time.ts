import type { Edition } from "@/lib/editions/schema";
import { countWords } from "@/lib/rich-text/word-count";

/** Silent reading of English non-fiction, adults: 238 words a minute (Brysbaert 2019, a meta-analysis of 190 studies). */
const WORDS_A_MINUTE = 238;

function texts(edition: Edition): string[] {
  const stories = edition.sections.flatMap((section) => section.stories);
  return [
    edition.title,
    edition.standfirst,
    edition.introductionText,
    ...edition.highlights.map((highlight) => highlight.text),
    ...edition.thesis,
    ...stories.flatMap((story) => [story.headline, story.bodyText, story.whyItMattersText]),
    edition.closingText,
  ];
}

/** Whole minutes, at least 1, that reading so many words takes. */
export function minutesFor(words: number): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

/** Whole minutes, at least 1, that reading the issue takes. Words are counted as its language divides them. */
export function readingMinutes(edition: Edition): number {
  const counts = texts(edition).map((text) => countWords(text, edition.publication.language));
  return minutesFor(counts.reduce((sum, count) => sum + count, 0));
}
