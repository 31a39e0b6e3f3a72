import { storableText } from "./clean-text.ts";

const words = (names: string) => new Set(names.toUpperCase().split(" "));

const PARAGRAPH = words(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend main menu nav ol p pre search section summary table tbody tfoot thead ul caption",
);
const LINE = words("li tr option");
/** Controls, and what is a reading aid beside the words: furigana stand over the characters that they spell. */
const SKIPPED = words(
  "script style template head button input select textarea datalist meter progress rp rt iframe link meta",
);
const CELL = words("td th");
/** Sites before style sheets, and some forums, set whole pages in table cells. */
const LAYOUT = "p, table, ul, ol, h1, h2, h3, h4, blockquote, article";

/** Collects words; what divides them is kept until the next word, so that nothing begins or ends with it. */
interface Writer {
  parts: string[];
  /** 0: none, 1: a line, 2: an empty line. */
  gap: 0 | 1 | 2;
  tab: boolean;
  space: boolean;
}

function divide(writer: Writer, gap: 1 | 2): void {
  writer.gap = Math.max(writer.gap, gap) as 1 | 2;
}

function divider({ parts, gap, tab, space }: Writer): string {
  if (parts.length === 0) return "";
  if (gap > 0) return "\n".repeat(gap);
  if (tab) return "\t";
  return space ? " " : "";
}

function write(writer: Writer, text: string): void {
  if (text === "") return;
  writer.parts.push(divider(writer), text);
  Object.assign(writer, { gap: 0, tab: false, space: false });
}

function writeInline(writer: Writer, data: string): void {
  const text = data.replace(/[ \t\n\f\r]+/g, " ");
  if (text.startsWith(" ")) writer.space = true;
  write(writer, text.trim());
  if (text.endsWith(" ")) writer.space = true;
}

interface Place {
  /** Inside a list item blocks are lines, inside a table cell they are spaces. */
  within: "flow" | "item" | "cell";
  verbatim: boolean;
  skip: (element: Element) => boolean;
}

function separate(writer: Writer, { within }: Place, gap: 1 | 2): void {
  if (within === "cell") writer.space = true;
  else divide(writer, within === "item" ? 1 : gap);
}

function readCell(writer: Writer, cell: Element, place: Place): void {
  const isLayout = place.within !== "cell" && cell.querySelector(LAYOUT) !== null;
  if (isLayout) divide(writer, 2);
  else if (cell.previousElementSibling) writer.tab = true;
  readChildren(writer, cell, isLayout ? place : { ...place, within: "cell" });
  if (isLayout) divide(writer, 2);
}

function readBlock(writer: Writer, element: Element, place: Place): void {
  const name = element.tagName;
  const gap = LINE.has(name) ? 1 : 2;
  separate(writer, place, gap);
  const isItem = name === "LI" && place.within === "flow";
  readChildren(writer, element, {
    ...place,
    within: isItem ? "item" : place.within,
    verbatim: place.verbatim || name === "PRE",
  });
  separate(writer, place, gap);
}

function readElement(writer: Writer, element: Element, place: Place): void {
  const name = element.tagName;
  if (SKIPPED.has(name) || place.skip(element)) return;
  if (name === "BR") {
    if (place.within === "cell") writer.space = true;
    // Two in a row are how old pages divide paragraphs.
    else divide(writer, place.within === "flow" && writer.gap > 0 ? 2 : 1);
  } else if (name === "Q") {
    const quoted = blockText(element, place.skip);
    write(writer, quoted === "" ? "" : `“${quoted}”`);
  } else if (CELL.has(name)) readCell(writer, element, place);
  else if (PARAGRAPH.has(name) || LINE.has(name)) readBlock(writer, element, place);
  else readChildren(writer, element, place);
}

function readChildren(writer: Writer, parent: Node, place: Place): void {
  for (let child = parent.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 1) readElement(writer, child as Element, place);
    else if (child.nodeType !== 3) continue;
    else if (!place.verbatim) writeInline(writer, child.textContent ?? "");
    else
      write(
        writer,
        (child.textContent ?? "").replace(/^\n+(?=[^\n])|\s+$/g, (cut) => (cut.includes("\n") ? "" : cut)),
      );
  }
}

/**
 * The words of an element as a reader sees them: paragraphs, headings, lists, tables and captions divided by an empty
 * line, list items, table rows and <br> by a line, table cells by a tab; text inside <pre> as it stands. White space is
 * collapsed, controls are left out, and so is what `skip` says. Depth is bounded by readDocument.
 */
export function blockText(root: Node, skip: (element: Element) => boolean = () => false): string {
  const writer: Writer = { parts: [], gap: 0, tab: false, space: false };
  readChildren(writer, root, { within: "flow", verbatim: false, skip });
  return storableText(writer.parts.join(""))
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
