import { getDomain, getHostname } from "tldts";
import { blockText } from "./block-text.ts";
import { cleanLine } from "./clean-text.ts";
import { isBeside } from "./elements.ts";
import { readJsonLd, type Thing, worksOnPage } from "./json-ld.ts";

/** A page taken apart once, for all rules. */
export interface PageFacts {
  document: Document;
  url: string;
  host: string;
  /** What one body registered: "example.co.uk" of "news.example.co.uk"; of shared hosts such as github.io the user's part too. */
  domain: string;
  /** Every <meta> by its name, property or itemprop in lower case, in the order of the page. */
  meta: Map<string, string[]>;
  things: Thing[];
  /** What JSON-LD says about this page, the most specific first. */
  works: Thing[];
  /** The page's h1 headings, cleaned. */
  headings: string[];
  /** Short lines around the headline, where sites put who wrote it and when. */
  aroundHeadline: string[];
}

/** "DC.Creator", "dcterms:creator" and "DC.creator.personalName" as written by different systems. */
const metaName = (name: string) => name.toLowerCase().replace(/^(dc|dcterms)[.:]/, "$1.");

// Bounds what one page can make us look at.
const MOST_META = 1_000;
const MOST_HEADINGS = 20;

function readMeta(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of [...document.querySelectorAll("meta[content]")].slice(0, MOST_META)) {
    const content = element.getAttribute("content")?.trim();
    if (!content) continue;
    const named = ["name", "property", "itemprop", "http-equiv"].map(
      (each) => element.getAttribute(each) ?? "",
    );
    for (const name of new Set(named.join(" ").split(/\s+/).filter(Boolean).map(metaName)))
      meta.set(name, [...(meta.get(name) ?? []), content]);
  }
  return meta;
}

/** An http(s) address that is relative to the page, made absolute; null for anything else. */
export function absoluteUrl(value: unknown, base: string): string | null {
  if (typeof value !== "string" || !URL.canParse(value.trim(), base)) return null;
  const url = new URL(value.trim(), base);
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

/** The host of an address without "www.", and what one body registered of it. */
export function publisherOfHost(url: string): { host: string; domain: string } {
  const host = (getHostname(url) ?? "").replace(/^www\./, "");
  return { host, domain: getDomain(url, { allowPrivateDomains: true }) ?? host };
}

/** The headings of a level, without the sign for their own address that documentation hangs on them. */
export function headingsOf(document: Document, level: "h1" | "h2"): string[] {
  return [...document.querySelectorAll(level)]
    .slice(0, MOST_HEADINGS)
    .map((heading) => cleanLine(heading.textContent)?.replace(/\s*[¶#]$/u, "") ?? null)
    .filter((heading) => heading !== null);
}

const SHORT_LINE = 160;

/** One before the headline, and those up to the first paragraph; the same around the header that it stands in. */
function linesAround(headline: Element | null): string[] {
  const lines: string[] = [];
  for (
    let at = headline;
    at && !/^(?:BODY|MAIN|ARTICLE)$/.test(at.tagName) && lines.length < 6;
    at = at.parentElement
  ) {
    const blocks = [at.previousElementSibling];
    for (let next = at.nextElementSibling; next && blocks.length < 6; next = next.nextElementSibling) {
      if ((next.textContent?.length ?? 0) > SHORT_LINE * 3) break;
      blocks.push(next);
    }
    for (const block of blocks)
      if (block && !isBeside(block))
        lines.push(
          ...blockText(block)
            .split("\n")
            .filter((line) => line !== "" && line.length < SHORT_LINE),
        );
  }
  return lines;
}

export function readFacts(document: Document, url: string): PageFacts {
  const things = readJsonLd(document);
  const headings = headingsOf(document, "h1");
  const meta = readMeta(document);
  const canonical = document.querySelector('link[rel~="canonical" i]')?.getAttribute("href");
  const addresses = [url, absoluteUrl(canonical, url), meta.get("og:url")?.[0]].filter(
    (each) => typeof each === "string",
  );
  return {
    document,
    url,
    ...publisherOfHost(url),
    meta,
    things,
    works: worksOnPage(things, addresses, headings),
    headings,
    aroundHeadline: linesAround(
      document.querySelector("article h1, main h1, h1") ?? document.querySelector("h2"),
    ),
  };
}
