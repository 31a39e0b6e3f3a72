import type { Db } from "@/lib/db";
import { announceStory } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";
import { loseApproval } from "@/lib/workflow/approval";

/**
 * A claim, or what it stands on, is another than before: open desks read the story's claims again. Where it stands in the
 * text readers would see that, so the story counts as changed and an approval is taken back. The caller holds the story's lock.
 */
export async function claimChanged(
  tx: Db,
  actor: Actor,
  { storyId, anchored }: { storyId: string; anchored: boolean },
): Promise<void> {
  if (anchored) {
    await tx.story.update({ where: { id: storyId }, data: { updatedAt: new Date() } });
    await loseApproval(tx, actor, storyId);
  }
  await announceStory(tx, "claims", storyId, actor.id);
}
