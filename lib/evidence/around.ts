import { sentencesOf } from "@/lib/evidence/sentences";

/** What stands around a passage in its text. */
export interface Around {
  before: string;
  after: string;
}

/** Characters on each side that are shown at most: the rest of the page is its publisher's. */
export const MOST_AROUND = 300;

/** How far from the passage its sentences are looked for, in UTF-16 units: a page may be a whole book. */
export const WINDOW = 1_000;

const HAS_WORDS = /[\p{L}\p{N}]/u;

const flat = (words: string) => words.replace(/\s+/gu, " ");

/** The words nearest to the passage, whole, behind a mark of omission where others had to go. */
function nearest(words: string): string {
  if (words.length <= MOST_AROUND) return words;
  const kept = words.slice(-MOST_AROUND + 1);
  return `…${kept.slice(Math.max(0, kept.search(/\s\S/u)))}`;
}

const reversed = (words: string) => Array.from(words).reverse().join("");

/**
 * The sentence around a passage, [start, end) in UTF-16 units of its text: what completes the sentences in which it begins
 * and ends; where it begins or ends with a sentence, the one before or after. Its white space is single blanks. Empty where
 * the text has nothing there.
 */
export function sentenceAround(text: string, start: number, end: number): Around {
  const from = Math.max(0, start - WINDOW);
  const window = text.slice(from, end + WINDOW);
  const [begin, stop] = [start - from, end - from];
  const sentences = sentencesOf(window);
  // A full stop or a quotation mark alone is no sentence around anything.
  const first = sentences.findLast((one) => HAS_WORDS.test(window.slice(one.start, begin)));
  const last = sentences.find((one) => HAS_WORDS.test(window.slice(stop, one.end)));
  return {
    before: first ? nearest(flat(window.slice(first.start, begin))) : "",
    after: last ? reversed(nearest(reversed(flat(window.slice(stop, last.end))))) : "",
  };
}
