import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { InboxItem } from "@/lib/generated/prisma/client";
import { lockItem } from "@/lib/inbox/decide";
import { bringBackInput, type Undo } from "@/lib/inbox/schema";
import { announce, announceCollecting } from "@/lib/live/announce";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { unlinkSource } from "@/lib/sources/links";
import { lockStory } from "@/lib/stories/save";

type Taken = Undo["items"][number];

async function lockDecided(tx: Db, actor: Actor, { id, version }: Taken): Promise<InboxItem> {
  const item = await lockItem(tx, id);
  // What somebody else decided is an editor's to take back, as dismissing is.
  const isForeign = item.decidedById !== null && item.decidedById !== actor.id;
  authorize(actor, isForeign || item.state === "dismissed" ? "inbox.dismiss" : "inbox.take");
  if (item.version !== version) {
    throw new AppError("conflict", "Somebody else decided about this meanwhile, so it stays as it is.");
  }
  return item;
}

/** Takes the page from the story again, where the decision had put it there. */
async function takeFrom(tx: Db, actor: Actor, { storyId, sourceId }: InboxItem): Promise<void> {
  if (storyId === null || sourceId === null) return;
  await lockStory(tx, actor, storyId);
  await unlinkSource(tx, actor, storyId, sourceId);
}

/** Puts a story that was made of an item in the trash, as long as nothing else was done to it. */
async function unmakeStory(tx: Db, actor: Actor, storyId: string): Promise<void> {
  const story = await lockStory(tx, actor, storyId);
  authorize(actor, "story.remove", { ownerId: story.authorId });
  const sources = await tx.storySource.count({ where: { storyId } });
  if (story.version !== 1 || story.sectionId !== null || sources > 0) {
    const message = `“${story.headline}” was worked on meanwhile, so nothing was undone. Remove it from its own page.`;
    throw new AppError("conflict", message);
  }
  await tx.story.update({ where: { id: storyId }, data: { trashedAt: new Date(), trashedById: actor.id } });
  await record(tx, actor, "story.remove", "Story", storyId);
  await announce(tx, { what: "order", issueId: null, storyId, by: actor.id });
}

async function letWait(tx: Db, actor: Actor, { id, version }: InboxItem, withdraw: boolean): Promise<void> {
  if (withdraw) {
    const { count } = await tx.inboxItem.deleteMany({ where: { id, feedId: null, receivedById: actor.id } });
    if (count === 0) throw new AppError("forbidden", "Only who sent something can withdraw it.");
    return;
  }
  const nobody = { decidedById: null, decidedAt: null, storyId: null, sourceId: null };
  await tx.inboxItem.update({ where: { id }, data: { state: "waiting", ...nobody, version: version + 1 } });
}

/**
 * Takes decisions about items back, all or none: each waits again (or, with `withdraw`, is gone, where the actor had sent it
 * by that very decision), sources leave the stories they were put in, and a story that was made goes to the trash.
 * Throws AppError "conflict" when an item or that story was worked on meanwhile.
 */
export async function bringBack(actor: Actor, input: z.input<typeof bringBackInput>): Promise<void> {
  authorize(actor, "inbox.read");
  const { items, withdraw } = parse(bringBackInput, input);
  await transaction(async (tx) => {
    const made: string[] = [];
    for (const decision of items) {
      const item = await lockDecided(tx, actor, decision);
      if (decision.gave !== "nothing") await takeFrom(tx, actor, item);
      if (decision.gave === "story" && item.storyId !== null) made.push(item.storyId);
      await letWait(tx, actor, item, withdraw);
      await record(tx, actor, withdraw ? "inbox.withdraw" : "inbox.bring-back", "InboxItem", item.id);
    }
    for (const storyId of made) await unmakeStory(tx, actor, storyId);
    await announceCollecting(tx, "inbox");
  });
}
