import { addHours } from "date-fns";
import { db, transaction } from "@/lib/db";
import { askToRead } from "@/lib/feeds/commands";
import { feedOfPage } from "@/lib/feeds/discover";
import { type FeedWords, readFeedText } from "@/lib/feeds/entries";
import { nextReading, nextTry } from "@/lib/feeds/pace";
import { decodeText } from "@/lib/fetch/decode-text";
import type { Door } from "@/lib/fetch/door";
import { fetchPage } from "@/lib/fetch/fetch-page";
import type { Politeness } from "@/lib/fetch/politeness";
import type { Failed, Fetched } from "@/lib/fetch/result";
import type { FetchFailure, Prisma, Feed as Row } from "@/lib/generated/prisma/client";
import { receiveEntries } from "@/lib/inbox/receive";
import { announceCollecting } from "@/lib/live/announce";
import { canonicalUrl } from "@/lib/sources/canonical-url";

/** robots.txt is not asked: docs/decisions/2026-11-28-robots-and-who-asked.md. */
interface Asking {
  door?: Door;
  /** Kept with whatever else this process asks of the same hosts. */
  politeness?: Politeness;
  signal?: AbortSignal;
}

/** A reading that brought something. `url` is where the feed is from now on. */
interface Good {
  feed: FeedWords;
  url: string;
  etag: string | null;
  lastModified: string | null;
}

/** A reading that brought nothing; one that is over pauses the feed, since trying again would bring nothing either. */
interface Bad {
  failure: FetchFailure;
  sentence: string;
  over: boolean;
  notBefore?: Date;
}

const NO_FEED: Bad = {
  failure: "unreadable",
  sentence:
    "This page is no feed and names none. Look on the site for the address of its feed, and add that.",
  over: true,
};
const UNREADABLE: Bad = {
  failure: "unreadable",
  sentence:
    "What came is not a feed that can be read (RSS, Atom, RDF or JSON Feed). It is tried again later.",
  over: false,
};

const GONE = 410;
const PERMANENT = new Set([301, 308]);

/** Where the feed lives now: as far as the chain of redirects is permanent from its beginning (RFC 9110, 15.4). */
function movedTo(url: string, { redirects }: Fetched): string {
  const firstOther = redirects.findIndex(({ status }) => !PERMANENT.has(status));
  const permanent = firstOther < 0 ? redirects : redirects.slice(0, firstOther);
  return permanent.at(-1)?.to ?? url;
}

function badBy({ failure, sentence, status, retryAfter }: Failed): Bad {
  const over = status === GONE;
  return { failure, sentence, over, ...(retryAfter && { notBefore: retryAfter }) };
}

const headerOf = (page: Fetched, name: string) => page.headers[name]?.slice(0, 1_024) ?? null;

/** `again` is false where a page named this address already: the way from page to page ends there. */
async function ask(row: Row, asking: Asking, url: string, again: boolean): Promise<Good | Bad | null> {
  const known = again ? { etag: row.etag, lastModified: row.lastModified } : {};
  // Whoever added the feed asked for exactly this address, as often as needed: robots.txt speaks of pages found by machines.
  const { politeness, ...rest } = asking;
  const fetch = () => fetchPage(url, { accept: "feed", ...known, ...rest });
  const page = await (politeness ? politeness.run(new URL(url).host, fetch) : fetch());
  if (page.outcome === "notModified") return null;
  if (page.outcome === "failed") return badBy(page);
  const { text } = decodeText(page.body, page.mediaType, page.charset);
  const feed = readFeedText(text, page.finalUrl);
  if (feed) {
    const etag = headerOf(page, "etag");
    return { feed, url: movedTo(url, page), etag, lastModified: headerOf(page, "last-modified") };
  }
  if (!/html/.test(page.mediaType)) return UNREADABLE;
  // A feed that was one before shows a page while the site has trouble; only a new one may turn out to be a page.
  if (row.lastFetchedAt !== null) return UNREADABLE;
  const named = again ? feedOfPage(text, page.finalUrl) : null;
  return named === null ? NO_FEED : ask(row, asking, named, false);
}

/**
 * Reads a feed and puts what is new into the inbox. Writes down what came of it: when it is read again, why nothing came, a
 * new address, or that it is gone (410) and therefore paused. Does nothing for a feed that is paused or removed.
 * Rejects with the reason of `signal` once that is aborted.
 */
export async function readFeed(feedId: string, asking: Asking = {}): Promise<void> {
  const row = await db().feed.findUnique({ where: { id: feedId } });
  if (row === null || row.pausedAt !== null) return;
  const found = await ask(row, asking, row.url, true);
  const now = new Date();
  if (found === null) return settle(row, { ...wellUntil(row, now) });
  if ("feed" in found) return bring(row, found, now);
  await settle(row, failedUntil(row, found, now));
}

const wellUntil = (row: Row, now: Date) => ({
  failure: null,
  remark: "",
  failuresInRow: 0,
  lastFetchedAt: now,
  nextFetchAt: nextReading(now, row.everyMinutes),
});

function failedUntil(row: Row, bad: Bad, now: Date): Prisma.FeedUpdateInput {
  const failuresInRow = row.failuresInRow + 1;
  return {
    failure: bad.failure,
    remark: bad.sentence,
    failuresInRow,
    nextFetchAt: nextTry(now, row.everyMinutes, failuresInRow, bad.notBefore),
    ...(bad.over && { pausedAt: now }),
  };
}

/** Writes down how a reading ended, unless the feed was removed meanwhile. */
async function settle(row: Row, data: Prisma.FeedUpdateInput): Promise<void> {
  await transaction(async (tx) => {
    await tx.feed.updateMany({ where: { id: row.id }, data });
    await announceCollecting(tx, "inbox");
  });
}

async function bring(row: Row, { feed, url, etag, lastModified }: Good, now: Date): Promise<void> {
  const canonical = canonicalUrl(url);
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Feed" WHERE "id" = ${row.id}::uuid FOR NO KEY UPDATE`;
    const standing = await tx.feed.findUnique({ where: { id: row.id } });
    if (standing === null) return;
    const other = await tx.feed.findFirst({ where: { canonicalUrl: canonical, id: { not: row.id } } });
    if (other) {
      const remark = `This is the same feed as “${other.title || other.url}”, which is watched already. Remove this one.`;
      await tx.feed.update({ where: { id: row.id }, data: { remark, pausedAt: now, failure: "redirected" } });
      return announceCollecting(tx, "inbox");
    }
    const title = standing.title || feed.title;
    const address = { url, canonicalUrl: canonical, siteUrl: feed.siteUrl ?? standing.siteUrl };
    await tx.feed.update({
      where: { id: row.id },
      data: { ...wellUntil(standing, now), ...address, title, etag, lastModified },
    });
    await receiveEntries(
      tx,
      { id: row.id, title, isFirst: standing.lastFetchedAt === null },
      feed.entries,
      now,
    );
    await announceCollecting(tx, "inbox");
  });
}

/** Puts every feed whose time has come by `now` into the queue. Answers how many. */
export async function queueDueFeeds(now: Date): Promise<number> {
  const due = await db().feed.findMany({
    where: { pausedAt: null, nextFetchAt: { lte: now } },
    select: { id: true, url: true },
    orderBy: { nextFetchAt: "asc" },
  });
  for (const feed of due)
    await transaction(async (tx) => {
      // Due again an hour later whatever becomes of the job: one that fails for good is not tried every few minutes.
      await tx.feed.update({ where: { id: feed.id }, data: { nextFetchAt: addHours(now, 1) } });
      await askToRead(tx, feed);
    });
  return due.length;
}
