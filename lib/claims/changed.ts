import type { Db } from "@/lib/db";
import { announceStory } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";
import { loseApproval } from "@/lib/workflow/approval";

/**
 * Readers would see something else of a story's claims than before: the story counts as changed, an approval is taken back,
 * and open desks read the claims again. The caller holds the story's lock.
 */
export async function claimsChanged(tx: Db, actor: Actor, storyId: string): Promise<void> {
  await tx.story.update({ where: { id: storyId }, data: { updatedAt: new Date() } });
  await loseApproval(tx, actor, storyId);
  await announceStory(tx, "claims", storyId, actor.id);
}
