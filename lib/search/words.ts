// The same classes as in plumbline_words (prisma/migrations/20261124000700_search): a test holds the two together.
const PUNCTUATION =
  /[\p{Cc}\u0020-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u303f\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]+/u;
/** Scripts that write words without spaces: Thai and Lao, Burmese, Khmer, kana and Han. */
const UNSPACED =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
const RUNS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");

/** True for a run of a script that writes without spaces. */
export const isUnspaced = (word: string) => BEGINS_UNSPACED.test(word);

/** The words of a query in their sequence, lower-case; a run of a script without spaces is one of them. */
export function queryWords(query: string): string[] {
  return query
    .normalize("NFC")
    .toLowerCase()
    .split(PUNCTUATION)
    .flatMap((piece) => piece.match(RUNS) ?? []);
}

/** Between quotes nothing is an operator; queryWords leaves no quote and no backslash in a word. */
function term(word: string, suffix: string): string {
  if (!isUnspaced(word)) return `'${word}'${suffix}`;
  return `(${[...word].map((character) => `'${character}'`).join(" <-> ")})`;
}

/** The words as to_tsquery('simple', …) takes them: all of them, the last one as the beginning of a word. Empty for none. */
export function tsQuery(words: readonly string[]): string {
  return words.map((word, index) => term(word, index === words.length - 1 ? ":*" : "")).join(" & ");
}

/** ILIKE patterns, one for each word; for a query without words (only punctuation) the query itself. Empty for nothing at all. */
export function likePatterns(query: string, words: readonly string[]): string[] {
  const parts = words.length > 0 ? words : [query.trim()].filter(Boolean);
  return parts.map((part) => `%${part.replace(/[\\%_]/g, "\\$&")}%`);
}
