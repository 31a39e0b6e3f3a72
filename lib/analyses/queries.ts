import { readAnalyses } from "@/lib/analyses/read";
import type { AnalysisDraft } from "@/lib/analyses/schema";
import { db } from "@/lib/db";
import { type Actor, authorize } from "@/lib/policy";

/** A story's analyses with what they rest on, those whose mark is gone too; oldest first. Empty for what is no story. */
export async function listStoryAnalyses(actor: Actor, storyId: string): Promise<AnalysisDraft[]> {
  authorize(actor, "story.read");
  return readAnalyses(db(), { storyId });
}

/** The analyses of all stories of an issue. */
export async function listIssueAnalyses(actor: Actor, issueId: string): Promise<AnalysisDraft[]> {
  authorize(actor, "issue.read");
  return readAnalyses(db(), { story: { section: { issueId } } });
}
