import { db } from "@/lib/db";
import { writeOpml } from "@/lib/feeds/opml";
import type { FeedLine } from "@/lib/feeds/schema";
import { type Actor, authorize } from "@/lib/policy";

/** Every feed by its title. */
export async function listFeeds(actor: Actor): Promise<FeedLine[]> {
  authorize(actor, "inbox.read");
  const rows = await db().feed.findMany({
    orderBy: [{ title: "asc" }, { url: "asc" }],
    include: {
      addedBy: { select: { name: true } },
      _count: { select: { items: { where: { state: "waiting" } } } },
    },
  });
  return rows.map(({ id, version, url, title, siteUrl, everyMinutes, remark, ...row }) => ({
    ...{ id, version, url, title, siteUrl, everyMinutes, remark },
    lastFetchedAt: row.lastFetchedAt?.toISOString() ?? null,
    nextFetchAt: row.nextFetchAt.toISOString(),
    pausedAt: row.pausedAt?.toISOString() ?? null,
    addedBy: row.addedBy?.name ?? null,
    waiting: row._count.items,
  }));
}

/** Every feed, as an OPML file. */
export async function exportOpml(actor: Actor): Promise<string> {
  return writeOpml(await listFeeds(actor), new Date());
}
