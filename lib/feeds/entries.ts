import { createHash } from "node:crypto";
import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from "feedsmith";
import { cleanLine, wordsOfHtml } from "@/lib/feeds/plain-text";
import { type WebAddress, webAddress } from "@/lib/feeds/web-address";
import { declaresEntities } from "@/lib/feeds/xml";

/** One entry of a feed. Everything in it is plain text and bounded. */
export interface FeedEntry extends WebAddress {
  /** The feed's own id of it; its address where it has none. */
  externalId: string;
  title: string;
  byline: string;
  /** At most 1,000 characters. */
  summary: string;
  publishedAt: Date | null;
}

export interface FeedWords {
  title: string;
  siteUrl: string | null;
  /** The newest first where all have dates, otherwise as the feed has them. */
  entries: FeedEntry[];
}

/** Entries of one reading; the rest of a longer feed is not looked at. */
export const MOST_ENTRIES = 200;
/** What is parsed at all, so that the newest are among it wherever they stand. */
const MOST_PARSED = 2_000;
const LONGEST_TITLE = 500;
const LONGEST_SUMMARY = 1_000;
/** An index of Postgres takes about 2,700 bytes. */
const LONGEST_ID = 500;

/** A text as the formats give it: plain words, or HTML. */
interface Text {
  words: string | undefined;
  isHtml: boolean;
}

/** An entry before anything of it is trusted. */
interface Raw {
  id: string | undefined;
  links: (string | undefined)[];
  title: Text;
  summary: Text;
  authors: (string | undefined)[];
  date: string | undefined;
  base: string;
}

const html = (words: string | undefined): Text => ({ words, isHtml: true });
const plain = (words: string | undefined): Text => ({ words, isHtml: false });
const firstOf = (...texts: Text[]): Text => texts.find(({ words }) => words?.trim()) ?? plain(undefined);

const words = ({ words: given = "", isHtml }: Text, most: number) =>
  isHtml ? wordsOfHtml(given, most) : cleanLine(given, most);

function dateOf(given: string | undefined): Date | null {
  const date = new Date(given ?? "");
  // Whatever is outside cannot be when something of the web was published.
  return date.getFullYear() >= 1970 && date.getFullYear() < 2_200 ? date : null;
}

function externalIdOf(given: string): string {
  const isPlain = given.length <= LONGEST_ID && given.isWellFormed() && !/\p{Cc}/u.test(given);
  return isPlain ? given : createHash("sha256").update(given).digest("hex");
}

function entryOf(raw: Raw): FeedEntry | null {
  const address = raw.links.map((link) => webAddress(link, raw.base)).find((each) => each !== null);
  if (!address) return null;
  const summary = words(raw.summary, LONGEST_SUMMARY);
  const shown = address.url.replace(/^https?:\/\//, "");
  const title = words(raw.title, LONGEST_TITLE) || cleanLine(summary, 100) || cleanLine(shown, LONGEST_TITLE);
  const byline = raw.authors.map((name) => cleanLine(name ?? "", 200)).filter(Boolean);
  return {
    ...address,
    externalId: externalIdOf(raw.id?.trim() || address.url),
    title,
    byline: cleanLine(byline.join(", "), LONGEST_TITLE),
    summary: summary === title ? "" : summary,
    publishedAt: dateOf(raw.date),
  };
}

/** An id may be an address, but is none that is relative to anything. */
const asAddress = (id: string | undefined) => (/^https?:/i.test(id ?? "") ? id : undefined);

const within = (base: string, own: string | undefined) => URL.parse(own ?? "", base)?.href ?? base;

function rssEntry(item: RssFeed.Item<string>, base: string): Raw {
  const { guid, dc, content } = item;
  // A guid is an address unless it says that it is none (RSS 2.0, guid).
  const permalink = guid?.isPermaLink === false ? undefined : asAddress(guid?.value);
  return {
    id: guid?.value,
    links: [item.link, permalink, item.enclosures?.[0]?.url],
    title: html(item.title ?? dc?.titles?.[0]),
    summary: firstOf(html(item.description), html(content?.encoded)),
    authors: dc?.creators ?? item.authors?.map(({ name, email }) => name ?? email) ?? [],
    date: item.pubDate ?? dc?.dates?.[0] ?? item.atom?.updated,
    base: within(base, item.xml?.base),
  };
}

function rdfEntry(item: RdfFeed.Item<string>, base: string): Raw {
  return {
    id: item.rdf?.about,
    links: [item.link, asAddress(item.rdf?.about)],
    title: html(item.title),
    summary: firstOf(html(item.description), html(item.content?.encoded)),
    authors: item.dc?.creators ?? [],
    date: item.dc?.dates?.[0],
    base: within(base, item.xml?.base),
  };
}

/** RFC 4287, 3.1: a text is plain unless its type says otherwise. */
const atomText = (text: AtomFeed.Text | AtomFeed.Content | undefined): Text => ({
  words: text?.value,
  isHtml: /html/i.test(text?.type ?? ""),
});

/** RFC 4287, 4.2.7.2: a link without a relation is the alternate. */
const alternates = (links: AtomFeed.Link<string>[] | undefined) =>
  (links ?? []).filter(({ rel = "alternate" }) => rel === "alternate").map(({ href }) => href);

function atomEntry(entry: AtomFeed.Entry<string>, feed: AtomFeed.Feed<string>, base: string): Raw {
  return {
    id: entry.id,
    links: [...alternates(entry.links), entry.content?.src, asAddress(entry.id)],
    title: atomText(entry.title),
    summary: firstOf(atomText(entry.summary), atomText(entry.content)),
    authors: (entry.authors ?? entry.source?.authors ?? feed.authors ?? []).map(({ name }) => name),
    date: entry.published ?? entry.updated,
    base: within(base, entry.xml?.base),
  };
}

function jsonEntry(item: JsonFeed.Item<string>, feed: JsonFeed.Feed<string>, base: string): Raw {
  return {
    id: item.id,
    links: [item.url, item.external_url, asAddress(item.id)],
    title: plain(item.title),
    summary: firstOf(plain(item.summary), plain(item.content_text), html(item.content_html)),
    authors: (item.authors ?? feed.authors ?? []).map(({ name }) => name),
    date: item.date_published ?? item.date_modified,
    base,
  };
}

interface RawFeed {
  title: Text;
  site: string | undefined;
  base: string;
  entries: Raw[];
}

/** The parts of any format under one name each. `address` is the feed's own. */
function rawFeed(text: string, address: string): RawFeed {
  const parsed = parseFeed(text, { maxItems: MOST_PARSED });
  switch (parsed.format) {
    case "rss": {
      const { title, link, items = [], xml } = parsed.feed;
      const base = within(within(address, link), xml?.base);
      return {
        title: html(title),
        site: link,
        base: address,
        entries: items.map((item) => rssEntry(item, base)),
      };
    }
    case "rdf": {
      const { title, link, items = [], xml } = parsed.feed;
      const base = within(within(address, link), xml?.base);
      return {
        title: html(title),
        site: link,
        base: address,
        entries: items.map((item) => rdfEntry(item, base)),
      };
    }
    case "atom": {
      const { feed } = parsed;
      const base = within(address, feed.xml?.base);
      const entries = (feed.entries ?? []).map((entry) => atomEntry(entry, feed, base));
      return { title: atomText(feed.title), site: alternates(feed.links)[0], base, entries };
    }
    case "json": {
      const { feed } = parsed;
      const entries = (feed.items ?? []).map((item) => jsonEntry(item, feed, address));
      return { title: plain(feed.title), site: feed.home_page_url, base: address, entries };
    }
  }
}

function newestFirst(entries: FeedEntry[]): FeedEntry[] {
  if (entries.some(({ publishedAt }) => publishedAt === null)) return entries;
  return entries.toSorted((a, b) => Number(b.publishedAt) - Number(a.publishedAt));
}

/** Each id and each page once, the first of them. */
function distinct(entries: FeedEntry[]): FeedEntry[] {
  const known = new Set<string>();
  return entries.filter(({ externalId, canonicalUrl }) => {
    const keys = [`id ${externalId}`, `page ${canonicalUrl}`];
    const isNew = keys.every((key) => !known.has(key));
    for (const key of keys) known.add(key);
    return isNew;
  });
}

/**
 * What a feed says: RSS, Atom, RDF or JSON Feed, of `text`, which `address` answered. Entries without an http(s) address are
 * left out; at most 200 are kept. Null for what is none of these formats, or cannot be read.
 */
export function readFeedText(text: string, address: string): FeedWords | null {
  if (declaresEntities(text)) return null;
  let raw: RawFeed;
  try {
    raw = rawFeed(text, address);
  } catch {
    // The parser's own errors name no cause that a person could act on.
    return null;
  }
  const entries = raw.entries.map(entryOf).filter((entry) => entry !== null);
  return {
    title: words(raw.title, LONGEST_TITLE),
    siteUrl: webAddress(raw.site, raw.base)?.url ?? null,
    entries: newestFirst(distinct(entries)).slice(0, MOST_ENTRIES),
  };
}
