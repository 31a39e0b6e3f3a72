import { createHash } from "node:crypto";
import { type RawEntry, type RawFeed, rawFeed, type Text } from "@/lib/feeds/formats";
import { cleanLine, wordsOfHtml } from "@/lib/feeds/plain-text";
import { type WebAddress, webAddress } from "@/lib/feeds/web-address";
import { declaresEntities } from "@/lib/feeds/xml";
import { withoutTracking } from "@/lib/sources/canonical-url";

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
const MOST_ENTRIES = 200;
const LONGEST_TITLE = 500;
const LONGEST_SUMMARY = 1_000;
/** An index of Postgres takes about 2,700 bytes. */
const LONGEST_ID = 500;

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

function entryOf(raw: RawEntry): FeedEntry | null {
  const address = raw.links.map((link) => webAddress(link, raw.base)).find((each) => each !== null);
  if (!address) return null;
  const summary = words(raw.summary, LONGEST_SUMMARY);
  const shown = address.url.replace(/^https?:\/\//, "");
  const title = words(raw.title, LONGEST_TITLE) || cleanLine(summary, 100) || cleanLine(shown, LONGEST_TITLE);
  const byline = raw.authors.map((name) => cleanLine(name ?? "", 200)).filter(Boolean);
  return {
    ...address,
    url: withoutTracking(address.url),
    externalId: externalIdOf(raw.id?.trim() || address.url),
    title,
    byline: cleanLine(byline.join(", "), LONGEST_TITLE),
    summary: summary === title ? "" : summary,
    publishedAt: dateOf(raw.date),
  };
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
