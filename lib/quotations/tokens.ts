/** A word, a number or a sign of normalised text, with its place in it. Punctuation is no token: it may differ. */
export interface Token {
  text: string;
  start: number;
  end: number;
}

// A script without spaces has its characters for words; the classes are those of the search (lib/search/words.ts).
const UNSPACED =
  "[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff]";
const LETTER = `[[\\p{L}\\p{N}\\p{M}]--${UNSPACED}]`;
/** The sign of a number, which a hyphen between words or a dash in a range is not. */
const MINUS = "(?<![^\\s\\(\\[\"'])-(?=\\p{Sc}?\\p{N})";
/** "10 000": NFKC has made a plain space of the one that groups the digits. */
const GROUPED = "(?<![\\p{N}.,])\\p{N}{1,3}(?: \\p{N}{3})+(?!\\p{N})";
/** Letters and digits, with apostrophes between letters and points, commas and the like between digits. */
const WORD = `${LETTER}(?:${LETTER}|'(?=\\p{L})(?<=\\p{L}')|[.,:\\/⁄^'](?=\\p{N})(?<=\\p{N}.))*`;
/** Signs that carry meaning: "<" and ">", currencies, per cent, emoji; and a question is not a statement. */
const SIGN = "[[\\p{Sm}\\p{Sc}\\p{So}?%‰&؟]--[\\|]]";

const TOKEN = new RegExp(`${MINUS}|${UNSPACED}\\p{M}*|${GROUPED}|${WORD}|${SIGN}`, "gv");
const INNER = new RegExp(`${LETTER}|['.,:\\/⁄^]`, "v");

/** The tokens that begin in [start, end) of normalised text; the last one may reach beyond. */
export function tokensIn(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = start;
  for (let match = TOKEN.exec(text); match && match.index < end; match = TOKEN.exec(text)) {
    tokens.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

const isDigit = (character: string | undefined) => character !== undefined && /\p{N}/u.test(character);
/** Longer words are none that anybody quotes. */
const LONGEST_WORD = 64;

/** The token that `offset` falls inside of, if it falls inside of one. */
export function tokenAround(text: string, offset: number): Token | undefined {
  const [before, after] = [text[offset - 1], text[offset]];
  if (before === undefined || after === undefined) return undefined;
  const isGap = (before === " " || after === " ") && !isDigit(before) && !isDigit(after);
  if (isGap || !(INNER.test(before) || before === " ")) return undefined;
  let start = offset;
  const floor = Math.max(0, offset - LONGEST_WORD);
  while (start > floor && (text[start - 1] !== " " || isDigit(text[start - 2]))) start -= 1;
  return tokensIn(text, start, offset).find((token) => token.end > offset);
}

/** True where a minus stands at `offset`. */
export const isMinus = (text: string, offset: number): boolean =>
  text[offset] === "-" && tokensIn(text, offset, offset + 1).length > 0;

/** Number forms that are the same number: "1,000", "1 000" and "1000". */
function canonical(word: string): string {
  return /^\p{N}{1,3}(?:[, ']\p{N}{3})+(?!\p{N})/u.test(word)
    ? word.replace(/[, '](?=\p{N}{3})/gu, "")
    : word;
}

/** True for the same word or the same number. */
export const isSame = (one: string, other: string): boolean =>
  one === other || canonical(one) === canonical(other);
