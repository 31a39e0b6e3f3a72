import type { Marked, Span } from "@/lib/search/schema";
import { isUnspaced } from "@/lib/search/words";

/** Characters of an excerpt, and how many of them stand before the first hit. */
const LENGTH = 180;
const BEFORE = 60;
/** A cut moves by at most this many characters to fall between words. */
const LEEWAY = 24;

/** A pattern for the word where it begins a word; in a script without spaces, where it stands at all. */
function beginning(word: string): string {
  const literal = word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return isUnspaced(word) ? literal : `(?<![\\p{L}\\p{N}])${literal}`;
}

function hitsIn(text: string, words: readonly string[]): Span[] {
  if (words.length === 0) return [];
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map(beginning);
  const pattern = new RegExp(longestFirst.join("|"), "giu");
  return [...text.matchAll(pattern)].map(({ index, 0: hit }) => [index, index + hit.length]);
}

/** The whole text with its hits. */
export function markHits(text: string, words: readonly string[]): Marked {
  const plain = text.normalize("NFC");
  return { text: plain, hits: hitsIn(plain, words) };
}

/** A place near `at` where no word is cut; never between the halves of a character. */
function edge(text: string, at: number, step: -1 | 1): number {
  for (let place = at; Math.abs(place - at) < LEEWAY; place += step) {
    if (place <= 0) return 0;
    if (place >= text.length) return text.length;
    if (text[place] === " ") return place;
  }
  return /[\udc00-\udfff]/.test(text[at] ?? "") ? at + 1 : at;
}

/** About 180 characters around the first hit, on one line, with every hit in them; null when there is none. */
export function excerptOf(text: string, words: readonly string[]): Marked | null {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim();
  const hits = hitsIn(plain, words);
  const [first] = hits;
  if (!first) return null;
  const from = edge(plain, first[0] - BEFORE, -1);
  const to = edge(plain, Math.max(from + LENGTH, first[1]), 1);
  const head = from > 0 ? "…" : "";
  const inside = hits.filter(([begin, end]) => begin >= from && end <= to);
  return {
    text: `${head}${plain.slice(from, to)}${to < plain.length ? " …" : ""}`,
    hits: inside.map(([begin, end]): Span => [begin - from + head.length, end - from + head.length]),
  };
}
