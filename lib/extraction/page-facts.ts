import { getDomain, getHostname } from "tldts";
import { cleanLine } from "./clean-text.ts";
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
}

/** "DC.Creator", "dcterms:creator" and "DC.creator.personalName" as written by different systems. */
const metaName = (name: string) => name.toLowerCase().replace(/^(dc|dcterms)[.:]/, "$1.");

function readMeta(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta[content]")) {
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

// Bounds what one page can make us compare.
const MOST_HEADINGS = 20;

export function readFacts(document: Document, url: string): PageFacts {
  const things = readJsonLd(document);
  const headings = [...document.querySelectorAll("h1")]
    .slice(0, MOST_HEADINGS)
    .map((heading) => cleanLine(heading.textContent))
    .filter((heading) => heading !== null);
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
  };
}
