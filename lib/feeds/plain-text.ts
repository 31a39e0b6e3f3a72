import { parseHTML } from "linkedom";
import { withoutTurning } from "@/lib/characters";

/** As much of an entry's HTML as is looked at: more than its summary needs, and little enough for any nesting. */
const MOST_HTML = 10_000;

const NEVER_TEXT = "script, style, template, noscript, iframe, object, svg, title";
const BLOCKS =
  "p, br, hr, div, li, h1, h2, h3, h4, h5, h6, td, th, tr, blockquote, pre, figure, figcaption, dt, dd, section, article";

const CONTROLS = /\p{Cc}/gu;

/** One line of text that can be stored and shown: at most `most` characters, whole ones, with "…" where some were left out. */
export function cleanLine(text: string, most: number): string {
  const line = withoutTurning(text.toWellFormed().replace(/\s+/g, " ").replace(CONTROLS, "")).trim();
  if (line.length <= most) return line;
  return `${line
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/u, "")
    .trimEnd()}…`;
}

/** The words of a piece of HTML as one line of at most `most` characters. A parser reads it; nothing in it is run or loaded. */
export function wordsOfHtml(html: string, most: number): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html.slice(0, MOST_HTML)}`);
  for (const element of document.querySelectorAll(NEVER_TEXT)) element.remove();
  for (const element of document.querySelectorAll(BLOCKS)) element.after(" ");
  return cleanLine(document.documentElement.textContent ?? "", most);
}
