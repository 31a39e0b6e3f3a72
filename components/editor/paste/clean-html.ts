import { headingLevels, markTitles } from "@/components/editor/paste/headings";
import { classStyles } from "@/components/editor/paste/inline-style";
import { mendLists } from "@/components/editor/paste/lists";
import { rebuilt } from "@/components/editor/paste/rebuild";
import { mendTables } from "@/components/editor/paste/tables";
import { makeWordLists } from "@/components/editor/paste/word-lists";

export interface CleanHtml {
  html: string;
  /** Pictures from elsewhere that were left out; tracking pixels are not counted. */
  pictures: number;
}

/**
 * Pasted HTML with nothing but the structure that a text here can hold: headings, lists, tables, quotations, links, emphasis.
 * Knows what Google Docs, Word, Notion, spreadsheets and Apple's programs write; runs no script and loads nothing.
 */
export function cleanHtml(html: string): CleanHtml {
  const document = new DOMParser().parseFromString(html, "text/html");
  if (isNoText(document)) return { html: wordsOnly(document), pictures: 0 };
  const classes = classStyles(document);
  const own = document.querySelector("[data-pm-slice]") !== null;
  let pictures = 0;
  if (!own) mend(document, classes);
  const headingLevel = headingLevels(document);
  const leftOut = () => {
    pictures += 1;
  };
  const nodes = [...document.body.childNodes].flatMap((node) =>
    rebuilt(node, { classes, headingLevel, own, leftOut }),
  );
  document.body.replaceChildren(...nodes);
  if (!own) dropEmpty(document);
  return { html: document.body.innerHTML, pictures };
}

/** More elements than any text has, or deeper than any: what a person meant by it are its words. */
const MOST_ELEMENTS = 30_000;
const DEEPEST = 200;

function isNoText(document: Document): boolean {
  const elements = document.body.getElementsByTagName("*");
  if (elements.length > MOST_ELEMENTS) return true;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  let depth = 0;
  // Down as far as it goes, then on: without calling itself, however deep it is.
  for (let node: Node | null = walker.firstChild(); node; ) {
    depth += 1;
    if (depth > DEEPEST) return true;
    node = walker.firstChild();
    while (!node && depth > 0) {
      depth -= 1;
      node = walker.nextSibling();
      if (!node && !walker.parentNode()) break;
    }
  }
  return false;
}

function wordsOnly(document: Document): string {
  const paragraph = document.createElement("p");
  paragraph.textContent = document.body.textContent?.replace(/\s+/g, " ").trim() ?? "";
  return paragraph.outerHTML;
}

function mend(document: Document, classes: ReturnType<typeof classStyles>): void {
  // Comments and notes that stand elsewhere in the text they were written for.
  for (const reference of document.querySelectorAll(".MsoCommentReference, sup:has(a[href^='#'])"))
    reference.remove();
  markTitles(document);
  makeWordLists(document);
  mendLists(document);
  mendTables(document, classes);
}

const BLOCKS = "p, div, ul, ol, li, blockquote, pre, table, h3, h4, hr, figure, body";
const SOMETHING = "hr, figure, table";

function isBlock(node: Node | null): boolean {
  return node === null || (node.nodeType === 1 && (node as Element).matches(BLOCKS));
}

/** Breaks that only keep blocks apart, and blocks without words. */
function dropEmpty(document: Document): void {
  for (const gap of document.querySelectorAll("br")) {
    const [before, after] = [solid(gap, "previousSibling"), solid(gap, "nextSibling")];
    if (isBlock(after) || (before !== null && isBlock(before))) gap.remove();
  }
  for (const block of [...document.querySelectorAll("p, div, h3, h4, li, ul, ol, blockquote")].reverse()) {
    if (!block.textContent?.trim() && !block.querySelector(SOMETHING)) block.remove();
  }
}

/** The nearest sibling that is more than white space. */
function solid(node: Node, towards: "previousSibling" | "nextSibling"): Node | null {
  let next: Node | null = node[towards];
  while (next?.nodeType === 3 && !next.textContent?.trim()) next = next[towards];
  return next;
}
