import type { Db } from "@/lib/db";
import type { Actor } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import { EMPTY } from "@/lib/rich-text/document";
import { newAnchor } from "@/lib/stories/anchor";

/** An empty story of the actor's own in the backlog; the caller has authorized it and gives it its place, if any. */
export function createStory(tx: Db, actor: Actor, headline: string): Promise<{ id: string; anchor: string }> {
  const empty = richTextColumn(EMPTY);
  return tx.story.create({
    data: { anchor: newAnchor(), headline, body: empty, whyItMatters: empty, authorId: actor.id },
    select: { id: true, anchor: true },
  });
}
