import type { Db } from "@/lib/db";
import type { FeedEntry } from "@/lib/feeds/entries";
import { lockIncoming } from "@/lib/inbox/lock";

/** Entries of a new feed that are shown; the older ones are only known, so that they never come as news. */
const SHOWN_AT_FIRST = 20;

interface Bringing {
  id: string;
  title: string;
  /** Nothing of it was read before. */
  isFirst: boolean;
}

/** The entries that nobody has seen: neither of this feed's ids, nor a page that any feed or person brought before. */
async function unknown(tx: Db, feedId: string, entries: FeedEntry[]): Promise<FeedEntry[]> {
  const rows = await tx.inboxItem.findMany({
    where: {
      OR: [
        { feedId, externalId: { in: entries.map((entry) => entry.externalId) } },
        { canonicalUrl: { in: entries.map((entry) => entry.canonicalUrl) } },
      ],
    },
    select: { feedId: true, externalId: true, canonicalUrl: true },
  });
  const ids = new Set(rows.filter((row) => row.feedId === feedId).map((row) => row.externalId));
  const pages = new Set(rows.map((row) => row.canonicalUrl));
  return entries.filter((entry) => !ids.has(entry.externalId) && !pages.has(entry.canonicalUrl));
}

/**
 * Puts a feed's new entries (newest first) into the inbox, each once whatever brings it: what was dismissed or taken does not
 * come back. Of a first reading only the newest 20 wait. Answers how many wait now.
 */
export async function receiveEntries(
  tx: Db,
  feed: Bringing,
  entries: FeedEntry[],
  now: Date,
): Promise<number> {
  await lockIncoming(tx);
  const fresh = await unknown(tx, feed.id, entries);
  const shown = feed.isFirst ? SHOWN_AT_FIRST : fresh.length;
  const data = fresh.map((entry, index) => ({
    ...entry,
    feedId: feed.id,
    publisher: feed.title,
    // A moment each, so that the newest stands first in the inbox too.
    receivedAt: new Date(now.getTime() - index),
    ...(index >= shown && { state: "dismissed" as const, decidedAt: now }),
  }));
  await tx.inboxItem.createMany({ data, skipDuplicates: true });
  return Math.min(shown, fresh.length);
}
