import { extractTextItems, getDocumentProxy, getMeta, type StructuredTextItem } from "unpdf";
import { cleanLine, storableText } from "./clean-text.ts";
import { EXTRACTOR_VERSION, type Extraction, type Page, type PageSpan } from "./extract.ts";
import { metadataOf } from "./metadata.ts";
import { cleanByline } from "./names.ts";
import { publisherOfHost } from "./page-facts.ts";
import type { Found } from "./rules.ts";

const LOCKED = "This PDF is locked with a password, so its words could not be read.";
const DAMAGED = "This PDF is damaged: it could not be opened.";
const NO_TEXT =
  "This PDF has no text layer: its pages are pictures. Open it and add what it says by hand, or find a version with text.";

/** A distance between lines, in heights of the letters, that begins a new paragraph. Set text has 1.0 to 1.5. */
const PARAGRAPH_GAP = 1.8;

interface Line {
  text: string;
  y: number;
  size: number;
}

function linesOf(items: StructuredTextItem[]): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  for (const { str, y, fontSize, hasEOL } of items) {
    open ??= { text: "", y, size: fontSize };
    open.text += str;
    open.size = Math.max(open.size, fontSize);
    if (!hasEOL) continue;
    lines.push(open);
    open = null;
  }
  return open ? [...lines, open] : lines;
}

/** A word that a line end divided is joined; a line end inside a paragraph is a space. */
function joinLines(text: string, next: string): string {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(text)
    ? text + next
    : `${text} ${next}`;
}

/** The paragraphs of a page: lines that follow each other closely, downwards and in one size. */
function pageText(items: StructuredTextItem[]): string {
  const paragraphs: string[] = [];
  let last: Line | null = null;
  for (const line of linesOf(items)) {
    const text = storableText(line.text).replace(/\s+/g, " ").trim();
    if (text === "") continue;
    const gap: number = last ? last.y - line.y : 0;
    const size = Math.max(line.size, last?.size ?? 0, 1);
    const isSameSize = last === null || Math.abs(last.size - line.size) < 1;
    const goesOn = gap < 0 && /^\p{Ll}/u.test(text); // in the next column
    const before = paragraphs.at(-1);
    if (last && before !== undefined && isSameSize && ((gap >= 0 && gap <= size * PARAGRAPH_GAP) || goesOn))
      paragraphs[paragraphs.length - 1] = joinLines(before, text);
    else paragraphs.push(text);
    last = line;
  }
  return paragraphs.join("\n\n");
}

function joinPages(texts: string[]): { text: string; pages: PageSpan[] } {
  const pages: PageSpan[] = [];
  let text = "";
  for (const [index, each] of texts.entries()) {
    if (each !== "" && text !== "") text += "\n\n";
    pages.push({ number: index + 1, start: text.length, end: text.length + each.length });
    text += each;
  }
  return { text, pages };
}

/** "D:20260312093000+01'00'": the day as written. */
function pdfDay(value: unknown): string | null {
  const found = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(typeof value === "string" ? value : "");
  return found ? `${found[1]}-${found[2]}-${found[3]}` : null;
}

/** Programs name the file or themselves where nobody wrote a title. */
function pdfTitle(value: unknown): string | null {
  const title = cleanLine(value)?.replace(/^Microsoft (?:Word|PowerPoint) - /, "") ?? null;
  return title === null ||
    /\.(?:docx?|pdf|pptx?|xlsx?|indd|tex|dvi|qxd)$|^untitled|^\(?unbenannt/i.test(title)
    ? null
    : title;
}

// A first line that is longer is a sentence.
const LONGEST_TITLE = 200;

function metadataIn(info: Record<string, unknown>, text: string, url: string) {
  const found = (value: string | null, from = "pdf-info"): Found => (value === null ? null : { value, from });
  const first = cleanLine(text.split("\n\n", 1)[0]);
  const { domain } = publisherOfHost(url);
  return metadataOf({
    title:
      found(pdfTitle(info.Title)) ??
      found(first !== null && first.length <= LONGEST_TITLE ? first : null, "first-line"),
    byline: found(cleanByline(info.Author)),
    publishedAt: found(pdfDay(info.CreationDate)),
    description: found(cleanLine(info.Subject)),
    language: found(languageOf(info.Language)),
    publisher: found(domain || null, "url"),
  });
}

const languageOf = (value: unknown) =>
  typeof value === "string" && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value) ? value : null;

/** The text of a PDF with its pages as offsets, and what its author wrote into it. */
export async function readPdf({ body, url }: Page): Promise<Extraction> {
  const unreadable = (sentence: string, metadata = metadataIn({}, "", url)): Extraction => ({
    outcome: "unreadable",
    sentence,
    metadata,
  });
  try {
    const pdf = await getDocumentProxy(new Uint8Array(body), { verbosity: 0 });
    const { items } = await extractTextItems(pdf);
    const { info } = await getMeta(pdf);
    const { text, pages } = joinPages(items.map(pageText));
    const metadata = metadataIn(info, text, url);
    if (!/\p{L}/u.test(text)) return unreadable(NO_TEXT, metadata);
    return { outcome: "text", text, extractorVersion: EXTRACTOR_VERSION, metadata, pages };
  } catch (error) {
    return unreadable(error instanceof Error && error.name === "PasswordException" ? LOCKED : DAMAGED);
  }
}
