import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { InboxItem } from "@/lib/generated/prisma/client";
import type { Gave } from "@/lib/inbox/schema";
import { takeSource } from "@/lib/inbox/take-source";
import { announceCollecting } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";
import { linkSource } from "@/lib/sources/links";
import { isTitleFromAddress } from "@/lib/sources/metadata";
import { createStory } from "@/lib/stories/create";
import { lockStory } from "@/lib/stories/save";

/** The item under its lock, before any issue, story or source is locked. Throws AppError "not-found". */
export async function lockItem(tx: Db, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "InboxItem" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const item = await tx.inboxItem.findUnique({
    where: { id },
    include: { decidedBy: { select: { name: true } } },
  });
  if (item === null) throw new AppError("not-found", "This was taken out of the inbox meanwhile.");
  return item;
}

/** The item under its lock, still waiting. Throws AppError "conflict" when somebody decided about it first. */
export async function lockWaiting(
  tx: Db,
  { id, version }: { id: string; version: number },
): Promise<InboxItem> {
  const { decidedBy, ...item } = await lockItem(tx, id);
  if (item.state === "waiting" && item.version === version) return item;
  const deed = item.state === "taken" ? "took this up" : "dismissed this";
  const message =
    item.state === "waiting"
      ? "Somebody decided about this and took that back meanwhile; look again."
      : `${decidedBy?.name ?? "Somebody"} ${deed} first.`;
  throw new AppError("conflict", message);
}

/** Writes down that an item waits no more. */
export async function close(
  tx: Db,
  actor: Actor,
  { id, version }: InboxItem,
  decision: { state: "taken"; storyId: string; sourceId: string } | { state: "dismissed" },
): Promise<void> {
  await tx.inboxItem.update({
    where: { id },
    data: { ...decision, decidedById: actor.id, decidedAt: new Date(), version: version + 1 },
  });
  await announceCollecting(tx, "inbox");
}

/** A new story in the backlog, the actor's own, that stands on the item's page. `isTyped`: the actor typed the title just now. */
export async function makeStory(tx: Db, actor: Actor, item: InboxItem, isTyped = false): Promise<string> {
  const { id: storyId } = await createStory(tx, actor, await headlineOf(tx, item));
  await giveTo(tx, actor, item, storyId, isTyped);
  return storyId;
}

/** The item's title; where that is only its address and the page is known already, what the page is called. */
async function headlineOf(tx: Db, { title, url, canonicalUrl }: InboxItem): Promise<string> {
  if (!isTitleFromAddress(title, url)) return title;
  const known = await tx.source.findUnique({ where: { canonicalUrl }, select: { title: true } });
  return known?.title ?? title;
}

/** Adds the item's page to the sources of a story that the actor may write in. */
export async function giveTo(
  tx: Db,
  actor: Actor,
  item: InboxItem,
  storyId: string,
  isTyped = false,
): Promise<Gave> {
  await lockStory(tx, actor, storyId);
  const source = await takeSource(tx, actor, item, isTyped);
  const isNew = await linkSource(tx, actor, storyId, source);
  await close(tx, actor, item, { state: "taken", storyId, sourceId: source.id });
  return isNew ? "source" : "nothing";
}
