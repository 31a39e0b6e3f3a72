import { db } from "@/lib/db";
import type { Dismissed } from "@/lib/dismissals/schema";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";

async function list(where: Prisma.DismissedSuggestionWhereInput): Promise<Dismissed[]> {
  const rows = await db().dismissedSuggestion.findMany({
    where,
    orderBy: [{ storyId: "asc" }, { at: "asc" }, { sentenceHash: "asc" }],
    select: { storyId: true, sentenceHash: true },
  });
  const byStory = Map.groupBy(rows, ({ storyId }) => storyId);
  return [...byStory].map(([storyId, own]) => ({ storyId, hashes: own.map((row) => row.sentenceHash) }));
}

/** What was dismissed in one story; nothing for what is no story. */
export async function listStoryDismissals(actor: Actor, storyId: string): Promise<Dismissed[]> {
  authorize(actor, "story.read");
  return list({ storyId });
}

/** What was dismissed in the stories of an issue; stories without any are left out. */
export async function listIssueDismissals(actor: Actor, issueId: string): Promise<Dismissed[]> {
  authorize(actor, "issue.read");
  return list({ story: { section: { issueId } } });
}
