import type { Span } from "@/lib/suggestions/sentences";

/** A quoted span of a paragraph, its marks included. */
export interface Quote extends Span {
  /** Words between the marks. */
  words: number;
}

// A mark in single quotes may be an apostrophe, so those open only before a word and close only after one.
const QUOTED =
  /[“„][^“”]{1,4000}?[”“]|"[^"]{1,4000}?"|«[^»]{1,4000}?»|(?<![\p{L}\p{N}])‘[^‘’\n]{0,400}(?:’(?=\p{L})[^‘’\n]{0,400})*’(?![\p{L}\p{N}])/gu;

/** Stands for every quoted character, so that offsets stay and no rule reads what somebody else said. */
const MASK = "¤";

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,‑-]*/gu)?.length ?? 0;

/** The quoted spans of a paragraph in order. A mark that is never closed opens nothing. */
export function findQuotes(paragraph: string): Quote[] {
  return [...paragraph.matchAll(QUOTED)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: wordsIn(match[0].slice(1, -1)),
  }));
}

/** The paragraph with every quoted character masked; of the same length. */
export function maskQuotes(paragraph: string, quotes: Quote[]): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of quotes) {
    masked += paragraph.slice(at, start) + MASK.repeat(end - start);
    at = end;
  }
  return masked + paragraph.slice(at);
}
