import search from "approx-string-match";
import { isGuarded, turnsRound } from "@/lib/quotations/guarded-words";
import { isSpelling } from "@/lib/quotations/spelling";
import { isMinus, isSame, type Token, tokenAround, tokensIn } from "@/lib/quotations/tokens";

/** Where words stand in a normalised text, and how many characters of them differ there. */
export interface Placement {
  start: number;
  end: number;
  errors: number;
}

/** Of a quotation's characters, the part that may differ in a near match and in what is shown as the closest passage. */
const NEAR = 0.05;
const CLOSE = 0.25;
/** Places looked at for the words, and for each of their pieces: a text that has more of them repeats itself as no prose does. */
const MOST_EXACT = 20_000;
const MOST_PIECES = 2_000;
/** A prefix of its own before the words: "non-aligned" is not "aligned". */
const HYPHENATED = /(?:^|[^\p{L}])(?:non|un|anti|ex|semi|quasi|pseudo|half|near|not|counter|self)-$/iu;

/** True where [start, end) is cut out of a word that says another thing: "legal" of "illegal", "5" of "15" or "-5". */
function isCutOut(text: string, start: number, end: number): boolean {
  if (HYPHENATED.test(text.slice(Math.max(0, start - 9), start)) || isMinus(text, start - 1)) return true;
  return [tokenAround(text, start), tokenAround(text, end)].some((token) => {
    if (!token) return false;
    const [from, to] = [Math.max(token.start, start), Math.min(token.end, end)];
    return turnsRound(text.slice(token.start, from), text.slice(from, to), text.slice(to, token.end));
  });
}

/** Where `words` stand in `text`, at most `most` times. */
function occurrences(text: string, words: string, most: number): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(words); at !== -1 && starts.length < most; at = text.indexOf(words, at + 1))
    starts.push(at);
  return starts;
}

/** Every place where the words stand character for character, but for those where they are cut out of other words. */
export const exactPlacements = (text: string, words: string): Placement[] =>
  occurrences(text, words, MOST_EXACT)
    .map((start) => ({ start, end: start + words.length, errors: 0 }))
    .filter(({ start, end }) => !isCutOut(text, start, end));

/** A word of which a PDF's line break made two: "infra- structure". */
function isBroken(text: string, one: Token, other: Token | undefined): other is Token {
  if (other === undefined || text.slice(one.end, other.start) !== "- ") return false;
  return /\p{Ll}$/u.test(one.text) && /^\p{Ll}/u.test(other.text);
}

/** A quotation may begin with a capital where its source does not, and the other way about (Chicago 13.18). */
function isSameBeginning(one: string, other: string): boolean {
  const [a = "", ...rest] = one;
  const [b = "", ...others] = other;
  const tail = rest.join("");
  return a.toLowerCase() === b.toLowerCase() && tail === others.join("") && tail === tail.toLowerCase();
}

function agree(one: string, other: string, isFirst: boolean): boolean {
  if (isSame(one, other) || (isFirst && isSameBeginning(one, other))) return true;
  return !isGuarded(one) && !isGuarded(other) && isSpelling(one, other);
}

/**
 * The token guard: the words of both sides, one by one, the same number of them in the same sequence. Numbers, negations,
 * modals and quantifiers, names and short words are identical; other words may be spelt otherwise (spelling.ts).
 */
export function saysTheSame(quote: string, text: string, start: number, end: number): boolean {
  const [ours, theirs] = [tokensIn(quote), tokensIn(text, start, end)];
  let [at, there] = [0, 0];
  while (at < ours.length && there < theirs.length) {
    const [our, their] = [ours[at], theirs[there]];
    if (!our || !their) return false;
    const [ourNext, theirNext] = [ours[at + 1], theirs[there + 1]];
    if (agree(our.text, their.text, at === 0)) [at, there] = [at + 1, there + 1];
    else if (isBroken(text, their, theirNext) && our.text === their.text + theirNext.text)
      [at, there] = [at + 1, there + 2];
    else if (isBroken(quote, our, ourNext) && their.text === our.text + ourNext.text)
      [at, there] = [at + 2, there + 1];
    else return false;
  }
  return at === ours.length && there === theirs.length && ours.length > 0;
}

/** [start, end) without white space at its ends and with whole words. */
function widened(text: string, start: number, end: number): { start: number; end: number } {
  let [from, to] = [start, end];
  while (from < to && text[from] === " ") from += 1;
  while (to > from && text[to - 1] === " ") to -= 1;
  return { start: tokenAround(text, from)?.start ?? from, end: tokenAround(text, to)?.end ?? to };
}

interface Window {
  start: number;
  end: number;
  /** How many pieces of the words stand in it. */
  pieces: number;
}

/**
 * Everywhere around a piece of the words, of which there are `cuts` + 1: one at least is untouched by so many errors, so that
 * only the neighbourhood of a piece can hold a match with at most `cuts` of them (Navarro 2001, partitioning into exact
 * search). `reach` is how many characters a match may be longer or shorter, `cuts` or more.
 */
export function windowsFor(text: string, words: string, cuts: number, reach = cuts): Window[] {
  const diagonals = new Set<number>();
  for (let piece = 0; piece <= cuts; piece += 1) {
    const from = Math.floor((piece * words.length) / (cuts + 1));
    const to = Math.floor(((piece + 1) * words.length) / (cuts + 1));
    const places = occurrences(text, words.slice(from, to), MOST_PIECES);
    for (const at of places) diagonals.add(at - from);
  }
  const windows: Window[] = [];
  for (const diagonal of [...diagonals].sort((a, b) => a - b)) {
    const [start, end] = [Math.max(0, diagonal - reach), diagonal + words.length + reach];
    const last = windows.at(-1);
    if (last && last.end - start > words.length) {
      last.end = end;
      last.pieces += 1;
    } else windows.push({ start, end, pieces: 1 });
  }
  return windows;
}

const errorsIn = (words: string, part: number) => Math.floor(words.length * part);

/** The closest stretches of a window, in the text's offsets and with whole words. */
function closestIn(text: string, words: string, window: Window, most: number): Placement[] {
  const found = search(text.slice(window.start, window.end), words, most);
  return found.map(({ start, end, errors }) => ({
    ...widened(text, window.start + start, window.start + end),
    errors,
  }));
}

/** Every place where at most 5% of the characters differ and the words say the same. `among`: where to look. */
export function nearPlacements(text: string, words: string, among?: Window[]): Placement[] {
  const most = errorsIn(words, NEAR);
  if (most === 0) return [];
  return (among ?? windowsFor(text, words, most))
    .flatMap((window) => closestIn(text, words, window, most))
    .filter(({ start, end }) => !isCutOut(text, start, end) && saysTheSame(words, text, start, end));
}

/** Shorter pieces stand everywhere and would make a window of the whole text. */
const SHORTEST_PIECE = 12;
/** Windows that hold the most pieces; the closest passage is in one of them. */
const MOST_WINDOWS = 3;

/**
 * The passage that is closest to the words, if at least three quarters of their characters are in it and one of their pieces
 * of some twelve characters stands there as it is: a word or a few of them were changed. Otherwise there is nothing to show.
 */
export function closestPlacement(text: string, words: string): Placement | undefined {
  const most = errorsIn(words, CLOSE);
  const cuts = Math.max(0, Math.floor(words.length / SHORTEST_PIECE) - 1);
  return windowsFor(text, words, cuts, most)
    .sort((a, b) => b.pieces - a.pieces)
    .slice(0, MOST_WINDOWS)
    .flatMap((window) => closestIn(text, words, window, most))
    .sort((a, b) => a.errors - b.errors || a.start - b.start)[0];
}
