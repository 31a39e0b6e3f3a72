import type { z } from "zod";
import { readAnalyses } from "@/lib/analyses/read";
import { type AnalysisDraft, markAnalysesInput } from "@/lib/analyses/schema";
import { claimChanged } from "@/lib/claims/changed";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/policy";
import { storedRichText } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";
import { lockStory } from "@/lib/stories/save";

/**
 * `markAnalysis` for many marked spans of one story, all or none of them. Answers the analyses, oldest first.
 * Throws AppError "conflict" where one is another story's.
 */
export async function markAnalyses(
  actor: Actor,
  input: z.input<typeof markAnalysesInput>,
): Promise<AnalysisDraft[]> {
  const { storyId, analyses } = markAnalysesInput.parse(input);
  return transaction(async (tx) => {
    const story = await lockStory(tx, actor, storyId);
    const standing = markedTexts("analysis", storedRichText(story.body), storedRichText(story.whyItMatters));
    const rows = analyses.map(({ id, text }) => {
      const words = standing.get(id);
      const anchored = words !== undefined;
      return { id, storyId, scope: "span" as const, text: words ?? text, anchored, authorId: actor.id };
    });
    const { count } = await tx.analysis.createMany({ data: rows, skipDuplicates: true });
    const marked = await readAnalyses(tx, { id: { in: analyses.map(({ id }) => id) } });
    if (marked.some((each) => each.storyId !== storyId)) {
      throw new AppError("conflict", "This mark belongs to another story. Mark the words here anew.");
    }
    const anchored = marked.some((each) => each.anchored);
    if (count > 0) await claimChanged(tx, actor, { storyId, anchored });
    return marked;
  });
}
