import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { readOpml } from "@/lib/feeds/opml";
import {
  editFeedInput,
  type FeedUndo,
  feedIdInput,
  importOpmlInput,
  type OpmlReport,
  restoreFeedInput,
  subscribeInput,
} from "@/lib/feeds/schema";
import { enqueue, queueOf } from "@/lib/jobs/enqueue";
import { announceCollecting } from "@/lib/live/announce";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { canonicalUrl } from "@/lib/sources/canonical-url";

/** Puts a reading of the feed into the queue of its host, once however often it is asked for. */
export async function askToRead(tx: Db, { id, url }: { id: string; url: string }): Promise<void> {
  await enqueue(tx, "read-feed", { feedId: id }, { key: `feed ${id}`, queue: queueOf(url) });
}

interface NewFeed {
  url: string;
  title?: string;
  siteUrl?: string | null;
}

/** Adds the feeds whose address is not known yet, and has them read at once. Answers those that were added. */
async function addFeeds(tx: Db, actor: Actor, given: NewFeed[]) {
  const added = await tx.feed.createManyAndReturn({
    data: given.map((feed) => ({ ...feed, canonicalUrl: canonicalUrl(feed.url), addedById: actor.id })),
    select: { id: true, url: true, title: true },
    skipDuplicates: true,
  });
  for (const feed of added) await askToRead(tx, feed);
  if (added.length > 0) await announceCollecting(tx, "inbox");
  return added;
}

/**
 * Watches a feed from now on. A web page may stand for the feed that it names; which one is found out by the first reading.
 * Throws AppError "invalid" when it is watched already, or the address is no web address.
 */
export async function subscribe(
  actor: Actor,
  input: z.input<typeof subscribeInput>,
): Promise<{ id: string }> {
  authorize(actor, "feed.manage");
  const { url } = parse(subscribeInput, input);
  return transaction(async (tx) => {
    const [feed] = await addFeeds(tx, actor, [{ url }]);
    if (feed) {
      await record(tx, actor, "feed.add", "Feed", feed.id, { host: new URL(url).host });
      return { id: feed.id };
    }
    const known = await tx.feed.findUniqueOrThrow({ where: { canonicalUrl: canonicalUrl(url) } });
    throw new AppError("invalid", `This feed is here already: “${known.title || known.url}”.`);
  });
}

async function lockFeed(tx: Db, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Feed" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const feed = await tx.feed.findUnique({ where: { id } });
  if (feed === null) throw new AppError("not-found", "This feed was removed meanwhile.");
  return feed;
}

/**
 * Changes a feed's title, how often it is read, or whether it is. One that goes on after a pause is read at once.
 * Throws AppError "conflict" when someone else changed it meanwhile.
 */
export async function editFeed(
  actor: Actor,
  input: z.input<typeof editFeedInput>,
): Promise<{ version: number }> {
  authorize(actor, "feed.manage");
  const { id, version, title, everyMinutes, paused } = parse(editFeedInput, input);
  return transaction(async (tx) => {
    const feed = await lockFeed(tx, id);
    if (feed.version !== version) {
      throw new AppError("conflict", "Someone else changed this feed meanwhile; look again.");
    }
    const goesOn = paused === false && feed.pausedAt !== null;
    const interval = everyMinutes === undefined ? {} : { everyMinutes };
    await tx.feed.update({
      where: { id },
      data: {
        ...(title !== undefined && { title }),
        ...interval,
        ...(paused && feed.pausedAt === null && { pausedAt: new Date() }),
        ...(goesOn && {
          pausedAt: null,
          failure: null,
          remark: "",
          failuresInRow: 0,
          nextFetchAt: new Date(),
        }),
        version: version + 1,
      },
    });
    if (goesOn) await askToRead(tx, feed);
    await record(tx, actor, "feed.edit", "Feed", id, {
      ...interval,
      ...(paused !== undefined && { paused }),
    });
    await announceCollecting(tx, "inbox");
    return { version: version + 1 };
  });
}

/** Has a feed read now, whatever its time. Throws AppError "invalid" while it is paused. */
export async function readNow(actor: Actor, input: z.input<typeof feedIdInput>): Promise<void> {
  authorize(actor, "feed.manage");
  const { id } = parse(feedIdInput, input);
  await transaction(async (tx) => {
    const feed = await lockFeed(tx, id);
    if (feed.pausedAt !== null) throw new AppError("invalid", "This feed is paused; let it go on first.");
    await askToRead(tx, feed);
  });
}

/** Most items that an undo gives back to their feed. */
const MOST_RETURNED = 5_000;

/** Stops watching a feed. What it brought stays in the inbox. `undo` is for restoreFeed. */
export async function removeFeed(
  actor: Actor,
  input: z.input<typeof feedIdInput>,
): Promise<{ undo: FeedUndo }> {
  authorize(actor, "feed.manage");
  const { id } = parse(feedIdInput, input);
  return transaction(async (tx) => {
    const feed = await lockFeed(tx, id);
    const items = await tx.inboxItem.findMany({
      where: { feedId: id },
      orderBy: { receivedAt: "desc" },
      select: { id: true },
      take: MOST_RETURNED,
    });
    await tx.feed.delete({ where: { id } });
    await record(tx, actor, "feed.remove", "Feed", id, { host: new URL(feed.url).host });
    await announceCollecting(tx, "inbox");
    const { url, title, siteUrl, everyMinutes } = feed;
    const paused = feed.pausedAt !== null;
    const lastFetchedAt = feed.lastFetchedAt?.toISOString() ?? null;
    const itemIds = items.map((item) => item.id);
    return { undo: { id, url, title, siteUrl, everyMinutes, paused, lastFetchedAt, itemIds } };
  });
}

/** Undoes removeFeed: it is watched again, and its items are its own. Throws AppError "conflict" when its address is watched again already. */
export async function restoreFeed(actor: Actor, input: z.input<typeof restoreFeedInput>): Promise<void> {
  authorize(actor, "feed.manage");
  const { itemIds, paused, lastFetchedAt, ...given } = parse(restoreFeedInput, input);
  await transaction(async (tx) => {
    const [feed] = await tx.feed.createManyAndReturn({
      data: [
        {
          ...given,
          canonicalUrl: canonicalUrl(given.url),
          addedById: actor.id,
          lastFetchedAt: lastFetchedAt && new Date(lastFetchedAt),
          pausedAt: paused ? new Date() : null,
        },
      ],
      skipDuplicates: true,
    });
    if (!feed) throw new AppError("conflict", "This feed is here again already.");
    await tx.inboxItem.updateMany({
      where: { id: { in: itemIds }, feedId: null },
      data: { feedId: feed.id },
    });
    if (!paused) await askToRead(tx, feed);
    await record(tx, actor, "feed.restore", "Feed", feed.id);
    await announceCollecting(tx, "inbox");
  });
}

/**
 * Watches every feed of an OPML file that is not watched yet. Throws AppError "invalid" for a file that is refused whole
 * (lib/feeds/opml.ts).
 */
export async function importOpml(actor: Actor, input: z.input<typeof importOpmlInput>): Promise<OpmlReport> {
  authorize(actor, "feed.manage");
  const { feeds, refused } = readOpml(parse(importOpmlInput, input).text);
  return transaction(async (tx) => {
    const added = await addFeeds(tx, actor, feeds);
    await record(tx, actor, "feed.import", "Feed", null, { added: added.length, refused: refused.length });
    const urls = new Set(added.map(({ url }) => url));
    const known = feeds.filter(({ url }) => !urls.has(url));
    return {
      added: added.map(({ title, url }) => ({ title, url })),
      known: known.map(({ title, url }) => ({ title, url })),
      refused,
    };
  });
}
