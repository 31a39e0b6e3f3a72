import { parseFragment } from "parse5";
import { withoutTurning } from "../characters.ts";

// What Postgres refuses (NUL, halves of a surrogate pair) and what nobody can see or type.
const NOT_TEXT = /(?![\t\n\r])\p{Cc}|\ufeff|\p{Surrogate}/gu;

/** Text that a database takes: line ends as "\n", without control characters and lone surrogates. */
export function storableText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(NOT_TEXT, "");
}

const INLINE_TAG = /<\/?(?:em|i|b|strong|sub|sup|span|br|cite|q|mark|small|u|a)(?:\s[^<>]*)?\/?>/gi;

/** The characters that references such as "&amp;" stand for, by the table of the HTML standard. */
function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  const [node] = parseFragment(text.replaceAll("<", "&lt;")).childNodes;
  return node && "value" in node ? node.value : text;
}

const LONGEST = 2_000;

/**
 * One clean line out of what a page says in its metadata, where references are often written twice ("&amp;amp;") and
 * tags slip in, and without what turns its direction; null when nothing is left that can be seen. At most 2,000 characters.
 */
export function cleanLine(value: unknown): string | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const said = String(value).slice(0, LONGEST * 4);
  const decoded = decodeReferences(decodeReferences(said)).replace(INLINE_TAG, "");
  const line = withoutTurning(storableText(decoded)).replace(/\s+/g, " ").trim().slice(0, LONGEST);
  return /[^\s\p{Cf}]/u.test(line) ? storableText(line).trim() : null;
}

/** What two ways of writing the same name or headline have in common: letters and digits in lower case. */
export function bare(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
