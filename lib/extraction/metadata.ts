import { getDomain } from "tldts";
import { findByline } from "./byline.ts";
import { cleanLine } from "./clean-text.ts";
import { ownElements, shownValue } from "./elements.ts";
import type { Metadata, MetadataField, PageFields, SourceType } from "./extract.ts";
import { isThing } from "./json-ld.ts";
import { absoluteUrl, type PageFacts } from "./page-facts.ts";
import { findDay } from "./published.ts";
import { type Found, firstFound, type Rule } from "./rules.ts";
import { findSourceType } from "./source-type.ts";
import { findPublisher, findTitle } from "./title-and-publisher.ts";

const said =
  (...names: string[]) =>
  ({ meta }: PageFacts) =>
    names.map((name) => meta.get(name)?.[0]).find((each) => each) ?? null;

const inWorks =
  (...keys: string[]) =>
  ({ works }: PageFacts) =>
    works
      .flatMap((work) => keys.map((key) => (isThing(work[key]) ? work[key]["@id"] : [work[key]].flat()[0])))
      .find((value) => typeof value === "string") ?? null;

const inElement =
  (selector: string) =>
  ({ document }: PageFacts) => {
    const [element] = ownElements(document, selector);
    return element ? shownValue(element) : null;
  };

const DESCRIPTIONS: Rule[] = [
  ["open-graph", said("og:description")],
  ["json-ld", inWorks("description", "abstract")],
  ["meta", said("description")],
  ["twitter", said("twitter:description")],
  ["highwire", said("citation_abstract")],
  [
    "dublin-core",
    said("dc.description", "dcterms.description", "dcterms.abstract", "dc.description.abstract"),
  ],
  ["microdata", inElement('[itemprop~="description"]')],
  ["microformat", inElement(".p-summary, .entry-summary")],
];

const LANGUAGES: Rule[] = [
  [
    "html-lang",
    ({ document: { documentElement: root } }) => root.getAttribute("lang") ?? root.getAttribute("xml:lang"),
  ],
  ["json-ld", inWorks("inLanguage")],
  ["meta", said("content-language", "language")],
  ["open-graph", said("og:locale")],
  ["dublin-core", said("dc.language", "dcterms.language")],
  ["highwire", said("citation_language")],
  [
    "html-lang",
    ({ document }) =>
      document.querySelector("body[lang], article[lang], main[lang]")?.getAttribute("lang") ?? null,
  ],
];

/** "en_US" as "en-US"; null for what is no language tag ("english", "x-default"). */
function languageTag(value: string): string | null {
  const tag = value.split(",")[0]?.trim().replace(/_/g, "-").replace(/\..*$/, "") ?? "";
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

const CANONICALS: Rule[] = [
  [
    "link",
    ({ document }) => document.querySelector('link[rel~="canonical" i]')?.getAttribute("href") ?? null,
  ],
  ["open-graph", said("og:url")],
  ["json-ld", inWorks("mainEntityOfPage", "url")],
];

/** Copies of articles that lawfully name another site as theirs. */
const CACHES = new Set(["ampproject.org", "google.com", "bing-amp.com"]);

/**
 * A page may name another address as its own only on the same registered domain: sources are known by this address, and
 * a foreign page would take over another's. One that names the front page instead of itself says nothing.
 */
function canonicalUrl({ url, domain }: PageFacts, value: string): string | null {
  const address = absoluteUrl(value, url);
  if (address === null) return null;
  const isOwn =
    getDomain(address, { allowPrivateDomains: true }) === domain || CACHES.has(getDomain(url) ?? "");
  const isHost = new URL(address).host === new URL(url).host;
  if (!isOwn && !isHost) return null;
  return new URL(address).pathname === "/" && new URL(url).pathname !== "/" ? null : address;
}

/** What a page says about itself, each field by the first rule that says something usable. */
export function readMetadata(facts: PageFacts): Metadata {
  const language = firstFound(LANGUAGES, facts, languageTag);
  const publisher = findPublisher(facts);
  const title = findTitle(facts);
  const found: Record<MetadataField, Found> = {
    title,
    byline: findByline(facts, publisher?.value ?? null),
    publisher,
    publishedAt: findDay(facts, language?.value ?? null),
    description: firstFound(DESCRIPTIONS, facts, cleanLine),
    sourceType: findSourceType(facts),
    language,
    canonicalUrl: firstFound(CANONICALS, facts, (value) => canonicalUrl(facts, value)),
  };
  return metadataOf(found);
}

/** Fields with the rules that found them, as one record. */
export function metadataOf(found: Partial<Record<MetadataField, Found>>): Metadata {
  const value = (field: MetadataField) => found[field]?.value ?? null;
  const fields: PageFields = {
    title: value("title"),
    byline: value("byline"),
    publisher: value("publisher"),
    publishedAt: value("publishedAt"),
    description: value("description"),
    sourceType: value("sourceType") as SourceType | null,
    language: value("language"),
    canonicalUrl: value("canonicalUrl"),
  };
  const from = Object.entries(found).flatMap(([field, each]) => (each?.value ? [[field, each.from]] : []));
  return { ...fields, from: Object.fromEntries(from) };
}
