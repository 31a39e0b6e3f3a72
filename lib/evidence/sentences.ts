import type { Span } from "@/lib/evidence/match";

// One locale, so that server, browser and tests cut alike.
const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });
const WORDS = new Intl.Segmenter("en", { granularity: "word" });

/** Without the white space at its ends; null where nothing else is there. */
function trimmed(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}

/** The lines of a text that have words, in sequence, [start, end) in UTF-16 units. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const span = trimmed(text, start, start + line.length);
    if (span) lines.push(span);
    start += line.length + 1;
  }
  return lines;
}

/** The sentences of a text in sequence; a line break ends one. */
export function sentencesOf(text: string): Span[] {
  return linesOf(text).flatMap((line) => sentencesIn(text, line));
}

/** The sentences of one line of a text. */
export function sentencesIn(text: string, line: Span): Span[] {
  return Array.from(SENTENCES.segment(text.slice(line.start, line.end)), ({ segment, index }) =>
    trimmed(text, line.start + index, line.start + index + segment.length),
  ).filter((span) => span !== null);
}

/** The words of one line of a text, without what stands between them. */
export function wordsIn(text: string, line: Span): Span[] {
  return Array.from(WORDS.segment(text.slice(line.start, line.end)))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ start: line.start + index, end: line.start + index + segment.length }));
}
