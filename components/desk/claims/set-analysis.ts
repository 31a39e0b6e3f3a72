import { UNKNOWN_VERSION } from "@/components/desk/claims/claims-state";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { inTurn } from "@/components/desk/claims/in-turn";
import { newUuid } from "@/components/ui/new-uuid";
import type { AnalysisDraft } from "@/lib/analyses/schema";

/** What an editor can say of an analysis, one at a time. */
type Changes = { claimIds: string[] } | { counterargument: string };

/** The analysis as the server knows it: of the box there may be none before somebody says something of it. */
async function made(story: StoryClaims, analysis: AnalysisDraft): Promise<AnalysisDraft | string> {
  await story.marked();
  const standing = story.analysis(analysis.id);
  if (standing && standing.version !== UNKNOWN_VERSION) {
    return analysis.version === UNKNOWN_VERSION ? standing : analysis;
  }
  if (analysis.scope === "span") return "The words are not marked yet.";
  const { storyId, scope, text } = analysis;
  const answer = await story.run((actions) =>
    actions.markAnalysis({ id: newUuid(), storyId, scope, text: text.slice(0, 20_000) }),
  );
  return answer.ok ? answer.value : answer.error.message;
}

const said = (analysis: AnalysisDraft, changes: Changes) =>
  "claimIds" in changes ? analysis.premises.map(({ claimId }) => claimId).join() : analysis.counterargument;

/** Says something of an analysis as it was seen. Answers a sentence when it failed; null is success. */
export function setAnalysis(
  story: StoryClaims,
  seen: AnalysisDraft,
  changes: Changes,
): Promise<string | null> {
  return inTurn(story, () => set(story, seen, changes));
}

async function set(story: StoryClaims, seen: AnalysisDraft, changes: Changes): Promise<string | null> {
  const analysis = await made(story, seen);
  if (typeof analysis === "string") return analysis;
  const { id } = analysis;
  const send = (version: number) =>
    story.run((actions) =>
      "claimIds" in changes
        ? actions.setPremises({ id, version, claimIds: changes.claimIds })
        : actions.setAnalysis({ id, version, counterargument: changes.counterargument }),
    );
  const answer = await send(analysis.version);
  if (answer.ok) return null;
  const standing = story.analysis(id);
  // Typing in its words makes a new version of it too: what is set here was not touched by that.
  const isUntouched = standing && said(standing, changes) === said(analysis, changes);
  if (answer.error.code !== "conflict" || !isUntouched) return answer.error.message;
  const again = await send(standing.version);
  return again.ok ? null : again.error.message;
}
