import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { storyDraft, storyParts } from "@/lib/issues/read-draft";
import type { StoryDraft } from "@/lib/issues/schema";
import { type Actor, authorize } from "@/lib/policy";

/** One story, wherever it stands, without its number. Throws AppError "not-found", also for one in the trash. */
export async function getStory(actor: Actor, id: string): Promise<StoryDraft> {
  authorize(actor, "story.read");
  const row = await db().story.findFirst({ where: { id, trashedAt: null }, include: storyParts });
  if (row === null) throw new AppError("not-found", "This story does not exist, or it was removed.");
  return storyDraft(row, null);
}

/** The id of the issue that a story stands in; null in the backlog, in the trash, and for what is no story. */
export async function issueOfStory(actor: Actor, id: string): Promise<string | null> {
  authorize(actor, "story.read");
  const row = await db().story.findUnique({
    where: { id },
    select: { section: { select: { issueId: true } } },
  });
  return row?.section?.issueId ?? null;
}
