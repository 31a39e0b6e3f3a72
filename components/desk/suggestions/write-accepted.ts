import { newAnalysis, newClaim } from "@/components/desk/claims/claims-state";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { storedKind } from "@/lib/claims/kind";
import type { NewClaim } from "@/lib/claims/schema";
import type { Accepted } from "@/lib/suggestions/accepted";

/** Marks of which the server made no rows, and why. */
interface Problem {
  ids: string[];
  message: string;
}

/**
 * Shows what was accepted, and has its rows made: the claims in one command, the analyses in another. What the server does not
 * take is shown no more; its marks are the caller's to take off.
 */
export async function writeAccepted(
  story: StoryClaims,
  marks: readonly Accepted[],
  author: string,
): Promise<Problem[]> {
  const { storyId } = story;
  const claims = marks.flatMap(({ claim }) => claim ?? []);
  const analyses = marks.filter(({ claim }) => claim === null).map(({ id, text }) => ({ id, text }));
  story.accepted(claims);
  story.putAll(
    claims.map((claim) => shownClaim(storyId, claim)),
    analyses.map(({ id, text }) => newAnalysis(storyId, id, text, author)),
  );
  const problems: Problem[] = [];
  const refused = (type: "claim" | "analysis", rows: readonly { id: string }[], message: string) => {
    for (const { id } of rows) story.forget({ type, id });
    problems.push({ ids: rows.map(({ id }) => id), message });
  };
  if (claims.length > 0) {
    const answer = await story.run((actions) => actions.markClaims({ storyId, claims }));
    if (answer.ok) story.putAll(answer.value, []);
    else refused("claim", claims, answer.error.message);
  }
  if (analyses.length > 0) {
    const answer = await story.run((actions) => actions.markAnalyses({ storyId, analyses }));
    if (answer.ok) story.putAll([], answer.value);
    else refused("analysis", analyses, answer.error.message);
  }
  return problems;
}

function shownClaim(storyId: string, { id, text, kind, attribution = "none", ...said }: NewClaim) {
  const { speaker = null, horizonAt = null } = said;
  return { ...newClaim(storyId, id, text, kind), ...storedKind(kind, attribution), speaker, horizonAt };
}
