import {
  compared,
  JOINED,
  kindOf,
  OTHER,
  PLAIN,
  TRAILING,
  UNIT,
  WHITE,
  WHITES,
} from "@/lib/quotations/typography";

// Typography that says nothing about the words: what one site sets as “…” and another as "..." is the same sentence.
// The rule is provenance's first step: NFKC, straight quotes, "-" for every dash, "..." for an ellipsis, nothing that has
// no width, one space for any white space. Case stays.

/** Normalised text and the way back from it. All offsets are UTF-16 units. */
export interface Normalised {
  text: string;
  /** Where in the original the unit begins that `offset` of the normalised text belongs to. */
  toOriginal(offset: number): number;
  /** The original's [start, end) behind [start, end) of the normalised text; what has no width at its end stays outside. */
  range(start: number, end: number): { start: number; end: number };
}

/** A stretch of the normalised text: from `at` on it is [start, end) of the original, unit by unit or only as a whole. */
interface Stretch {
  at: number;
  start: number;
  end: number;
  isSame: boolean;
}

/** The end of the stretch of `original` from `from` on that stays as it is. */
function endOfPlain(original: string, from: number): number {
  let at = from;
  for (; at < original.length; at += 1) {
    const code = original.charCodeAt(at);
    const kind = kindOf(code);
    if (kind === PLAIN) continue;
    if (kind !== WHITES || code !== 32 || at + 1 >= original.length) break;
    const next = kindOf(original.charCodeAt(at + 1));
    if (next !== PLAIN && next !== OTHER) break;
  }
  return at;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** What stands at `at`, which is not plain: its end in the original, and what it is compared as. */
function changedAt(original: string, at: number): { end: number; trimmed: number; text: string } {
  const white = matchAt(WHITE, original, at);
  if (white !== undefined) return { end: at + white.length, trimmed: at + white.length, text: " " };
  const unit = matchAt(UNIT, original, at) ?? "";
  const trimmed = at + unit.replace(TRAILING, "").length;
  return { end: at + unit.length, trimmed, text: compared(unit, original[at - 1] ?? "") };
}

function stretchesOf(original: string): { text: string; stretches: Stretch[] } {
  const parts: string[] = [];
  const stretches: Stretch[] = [];
  let length = 0;
  const add = (text: string, start: number, end: number, isSame: boolean) => {
    if (text === "") return;
    stretches.push({ at: length, start, end, isSame });
    parts.push(text);
    length += text.length;
  };
  let at = 0;
  while (at < original.length) {
    let end = endOfPlain(original, at);
    // What has no width before white space goes with the white space, not with the letter before.
    const isJoined = end < original.length && kindOf(original.charCodeAt(end)) === JOINED;
    if (isJoined && end > at && matchAt(WHITE, original, end) === undefined) end -= 1;
    add(original.slice(at, end), at, end, true);
    if (end >= original.length) break;
    const changed = changedAt(original, end);
    add(changed.text, end, changed.trimmed, false);
    at = changed.end;
  }
  return { text: parts.join(""), stretches };
}

/** The last stretch that begins at or before `offset`. */
function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return stretches[low];
}

/** A text as quotations are compared in it, with a map back to the original's offsets. */
export function normalise(original: string): Normalised {
  const { text, stretches } = stretchesOf(original);
  const begin = (offset: number) => {
    if (offset >= text.length) return offset === 0 ? 0 : original.length;
    const stretch = stretchAt(stretches, offset);
    if (!stretch) return 0;
    return stretch.isSame ? stretch.start + offset - stretch.at : stretch.start;
  };
  const finish = (offset: number) => {
    const stretch = stretchAt(stretches, offset - 1);
    if (!stretch) return 0;
    return stretch.isSame ? stretch.start + offset - stretch.at : stretch.end;
  };
  const range = (start: number, end: number) => {
    const from = begin(start);
    return { start: from, end: end > start ? finish(end) : from };
  };
  return { text, toOriginal: begin, range };
}

/** A text made ready once, so that many quotations can be looked for in it. */
export interface PreparedText extends Normalised {
  original: string;
}

/** Normalises a text for verifyQuotation and findPassage, which take it in place of the text itself. */
export const prepareText = (original: string): PreparedText => ({ original, ...normalise(original) });

/** A text or a prepared one, prepared. */
export const prepared = (text: string | PreparedText): PreparedText =>
  typeof text === "string" ? prepareText(text) : text;
