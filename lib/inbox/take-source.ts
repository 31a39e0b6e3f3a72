import type { Db } from "@/lib/db";
import type { InboxItem } from "@/lib/generated/prisma/client";
import { announceCollecting } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";
import { askToFetch } from "@/lib/sources/ask-to-fetch";
import { findOrCreateSource, typedBy } from "@/lib/sources/find";
import { titleFromAddress } from "@/lib/sources/metadata";

/** Who said what the item says: a feed, the person who sent it, or nobody (a title that only repeats the address). */
function originOf(actor: Actor, { title, url, receivedById }: InboxItem): Record<string, string> {
  if (receivedById === null) return { title: "feed", byline: "feed", publisher: "feed" };
  return title === titleFromAddress(url) ? { title: "address" } : typedBy(actor, ["title"]);
}

/**
 * The source of an item's page, found or made, whose page is then read. A source that is known already keeps its own words;
 * only a title that a person gave is what the story calls it.
 */
export async function takeSource(
  tx: Db,
  actor: Actor,
  item: InboxItem,
): Promise<{ id: string; cited: Record<string, string> }> {
  const { title, byline, publisher, url } = item;
  const origin = originOf(actor, item);
  const { id, cited, isNew } = await findOrCreateSource(tx, { title, byline, publisher, url }, origin);
  const hasText = !isNew && (await tx.sourceSnapshot.count({ where: { sourceId: id, failure: null } })) > 0;
  if (!hasText) await askToFetch(tx, { id, url });
  await announceCollecting(tx, "source");
  const isOwnTitle = cited.title !== undefined && item.receivedById !== null && origin.title !== "address";
  return { id, cited: isOwnTitle ? { title } : {} };
}
