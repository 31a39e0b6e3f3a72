const POSSESSIVE = /['’]s(?![\p{L}\p{N}])/gu;

/** Words of a text to compare names by: letters and digits in lower case, accents off, one space between words. */
export function comparable(text: string): string {
  const lower = text.toLowerCase();
  // Long pages are compared too, and most are plain: their expressions are several times as fast.
  if (/^[ -~\s]*$/.test(lower))
    return lower
      .replace(/'s\b/g, "")
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return lower
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(POSSESSIVE, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Whether comparable words stand in a comparable text. */
export const holds = (text: string, words: string) => words !== "" && ` ${text} `.includes(` ${words} `);

/** What publishers call their pages and themselves besides their name. */
const PAGE_WORDS =
  /^(?:blog|newsroom|news|press|docs|documentation|help|support|center|centre|status|changelog|research|group|company|inc|corp|ltd|llc|plc|ag|gmbh|co|the|of|for|and)$/;
/** A publisher's name without what it calls its pages, comparable. */
export const core = (publisher: string) =>
  comparable(publisher)
    .split(" ")
    .filter((word) => !PAGE_WORDS.test(word))
    .join(" ");
