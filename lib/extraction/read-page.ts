import { readDocument } from "./dom.ts";
import { EXTRACTOR_VERSION, type Extraction, emptyMetadata, type Metadata, type Page } from "./extract.ts";
import { metadataOf, readMetadata } from "./metadata.ts";
import { type PageFacts, publisherOfHost, readFacts } from "./page-facts.ts";
import type { PlainReading } from "./plain.ts";
import { readText } from "./reading.ts";
import { findWall, sentenceOf } from "./walls.ts";

const NOT_TEXT = "This address answers with a file that is neither a page nor a text nor a PDF.";
const FRAMES =
  "This page only holds other pages in frames. Use the address of the frame that you want to quote.";
const EMPTY =
  "This page has no words of its own: it is empty, or a script puts them there. Open it in a browser and add what it says by hand.";

const unreadable = (sentence: string, metadata: Metadata): Extraction => ({
  outcome: "unreadable",
  sentence,
  metadata,
});

const textOf = ({ text, body }: Page) => text ?? new TextDecoder().decode(body);

function readHtml(page: Page): Extraction {
  const html = textOf(page);
  const document = readDocument(html, page.mediaType);
  const facts = readFacts(document, page.url);
  const metadata = readMetadata(facts);
  const { text } = readText(document, metadata.title);
  const wall = findWall({ facts, html, text });
  if (wall) return { outcome: "wall", wall, sentence: sentenceOf(wall), metadata };
  if (/[\p{L}\p{N}]/u.test(text))
    return { outcome: "text", text, extractorVersion: EXTRACTOR_VERSION, metadata, pages: null };
  return unreadable(hasFrames(facts) ? FRAMES : EMPTY, metadata);
}

const hasFrames = ({ document }: PageFacts) => document.querySelector("frameset, frame") !== null;

function readWords(page: Page, { text, title }: PlainReading): Extraction {
  const { domain } = publisherOfHost(page.url);
  const metadata = metadataOf({
    title: title === null ? null : { value: title, from: "first-line" },
    publisher: domain === "" ? null : { value: domain, from: "url" },
  });
  if (text === "") return unreadable(EMPTY, metadata);
  return { outcome: "text", text, extractorVersion: EXTRACTOR_VERSION, metadata, pages: null };
}

const isPdf = ({ body, mediaType }: Page) =>
  mediaType === "application/pdf" || new TextDecoder("latin1").decode(body.subarray(0, 5)) === "%PDF-";

/**
 * Reads a page in this thread, without any bound on time or memory: `extract` calls it in a worker. Works for HTML,
 * XHTML, plain text, Markdown and PDF; anything else is "unreadable".
 */
export async function readPage(page: Page): Promise<Extraction> {
  // Loaded when needed: each page is read in a new thread.
  if (isPdf(page)) return (await import("./pdf.ts")).readPdf(page);
  const { mediaType, url } = page;
  if (/^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType)) return readHtml(page);
  if (/[/+]xml$/.test(mediaType) && /<html[\s>]/i.test(textOf(page).slice(0, 2_000))) return readHtml(page);
  if (!/^text\/(?:plain|(?:x-)?markdown)$/.test(mediaType)) return unreadable(NOT_TEXT, emptyMetadata());
  const { readMarkdown, readPlain } = await import("./plain.ts");
  const isMarkdown = /markdown$/.test(mediaType) || /\.(?:md|markdown)$/i.test(new URL(url).pathname);
  return readWords(page, isMarkdown ? readMarkdown(textOf(page)) : readPlain(textOf(page)));
}
