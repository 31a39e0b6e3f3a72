import type { Edition } from "@/lib/editions/schema";

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

/** Whole minutes, at least 1, that reading the issue takes. Words are counted as its language divides them. */
export function readingMinutes(edition: Edition): number {
  const segmenter = new Intl.Segmenter(edition.publication.language, { granularity: "word" });
  let words = 0;
  for (const text of texts(edition)) {
    for (const segment of segmenter.segment(text)) if (segment.isWordLike) words += 1;
  }
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
