import type { Db } from "@/lib/db";
import type { InboxItem } from "@/lib/generated/prisma/client";
import { announceCollecting } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";
import { askToFetch } from "@/lib/sources/ask-to-fetch";
import { findOrCreateSource, typedBy } from "@/lib/sources/find";
import { isTitleFromAddress } from "@/lib/sources/metadata";

/**
 * Who said what the item says: a feed; the browser that sent the page, or the page itself as it was read for the inbox; nobody
 * (a title that only repeats the address). Only a title that somebody typed there and then is that person's.
 */
function originOf(actor: Actor, { title, url, receivedById }: InboxItem, isTyped: boolean) {
  if (receivedById === null) return { title: "feed", byline: "feed", publisher: "feed" };
  const sent = { title: "sent", byline: "sent", publisher: "sent" };
  if (isTyped) return { ...sent, ...typedBy(actor, ["title"]) };
  return isTitleFromAddress(title, url) ? { ...sent, title: "address" } : sent;
}

/**
 * The source of an item's page, found or made, whose page is then read. A source that is known already keeps its own words;
 * only a title that a person typed (`isTyped`) is what the story calls it.
 */
export async function takeSource(
  tx: Db,
  actor: Actor,
  item: InboxItem,
  isTyped = false,
): Promise<{ id: string; cited: Record<string, string> }> {
  const { title, byline, publisher, url } = item;
  const origin = originOf(actor, item, isTyped);
  const { id, cited, isNew } = await findOrCreateSource(tx, { title, byline, publisher, url }, origin);
  const hasText = !isNew && (await tx.sourceSnapshot.count({ where: { sourceId: id, failure: null } })) > 0;
  if (!hasText) await askToFetch(tx, { id, url });
  await announceCollecting(tx, "source");
  return { id, cited: isTyped && cited.title !== undefined ? { title } : {} };
}
