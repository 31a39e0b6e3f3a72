import type { RichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";

const SEGMENTERS = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = SEGMENTERS.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  SEGMENTERS.set(language, known);
  return known;
}

/** How many words a text has, divided as its language (BCP 47) divides them: UAX #29, with dictionaries where there are no spaces. */
export function countWords(text: string, language = "en"): number {
  let words = 0;
  for (const segment of segmenterOf(language).segment(text)) if (segment.isWordLike) words += 1;
  return words;
}

const COUNTED = new WeakMap<RichText, number>();

/** The words of a document. Counted once for each: a document never changes, an edit makes another. */
export function wordsOf(document: RichText): number {
  const known = COUNTED.get(document) ?? countWords(plainText(document));
  COUNTED.set(document, known);
  return known;
}
