import { newAnalysis } from "@/components/desk/claims/claims-state";
import type { AnalysisDraft } from "@/lib/analyses/schema";
import type { StoryDraft } from "@/lib/issues/schema";
import { plainText } from "@/lib/rich-text/plain-text";

/** The analysis of the box is in hand under this name: of a box of which nobody has said anything there is no row. */
export const BOX = "box";

/** What is known of the whole box as an analysis; version 0 where nothing is. */
export function boxAnalysis(
  { id: storyId, whyItMatters }: StoryDraft,
  analyses: readonly AnalysisDraft[],
): AnalysisDraft {
  const standing = analyses.find(({ scope }) => scope === "whyItMatters");
  return standing ?? { ...newAnalysis(storyId, BOX, plainText(whyItMatters), ""), scope: "whyItMatters" };
}
