import { type Db, db, transaction } from "@/lib/db";
import type { InboxItem, Prisma } from "@/lib/generated/prisma/client";
import { enqueue, queueOf } from "@/lib/jobs/enqueue";
import { announceCollecting } from "@/lib/live/announce";
import { isVisible } from "@/lib/one-line";
import { type Looking, look } from "@/lib/sources/check";
import { isTitleFromAddress } from "@/lib/sources/metadata";
import type { Reading } from "@/lib/sources/reading";

const LONGEST_TITLE = 500;
const LONGEST_SUMMARY = 1_000;

/** Asks for the item's page to be read: as somebody's who sent it, before what nobody waits for. */
export async function askToRead(tx: Db, { id, url }: Pick<InboxItem, "id" | "url">): Promise<void> {
  await enqueue(tx, "read-item", { itemId: id }, { key: `item ${id}`, queue: queueOf(url), tries: 3 });
}

const cut = (words: string, most: number) => words.slice(0, most).toWellFormed();

/** What a page says of itself, where nothing is known of it yet; of one that could not be read, why. */
function learnt(item: InboxItem, reading: Reading): Prisma.InboxItemUpdateManyMutationInput {
  if (reading.outcome === "unchanged") return {};
  const hint = reading.outcome === "failed" ? reading.sentence : "";
  const isWall =
    reading.outcome === "failed" && (reading.failure === "captcha" || reading.failure === "login");
  const { title, byline, publisher, description, publishedAt } = (!isWall && reading.metadata) || {};
  const summary = hint || description;
  return {
    ...(title &&
      isVisible(title) &&
      isTitleFromAddress(item.title, item.url) && { title: cut(title, LONGEST_TITLE) }),
    ...(publisher && { publisher: cut(publisher, LONGEST_TITLE) }),
    ...(byline && !item.byline && { byline: cut(byline, LONGEST_TITLE) }),
    ...(summary && !item.summary && { summary: cut(summary, LONGEST_SUMMARY) }),
    ...(publishedAt && !item.publishedAt && { publishedAt: new Date(publishedAt) }),
  };
}

/**
 * Reads the page of something that somebody sent, so that there is more than an address to decide by: its title, publisher
 * and description, or in their place why it cannot be read. What is no longer waiting, or came from a feed, stays as it is.
 */
export async function readItem(id: string, looking: Looking): Promise<void> {
  const where = { id, state: "waiting" as const, feedId: null };
  const item = await db().inboxItem.findFirst({ where });
  if (item === null) return;
  const reading = await look(item.url, null, looking);
  await transaction(async (tx) => {
    const { count } = await tx.inboxItem.updateMany({ where, data: learnt(item, reading) });
    if (count > 0) await announceCollecting(tx, "inbox");
  });
}
