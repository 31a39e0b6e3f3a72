import { storedKind } from "@/lib/claims/kind";
import type { ClaimDraft, NewClaim } from "@/lib/claims/schema";

/** The version of a claim of which the server has not heard yet. */
export const UNKNOWN_VERSION = 0;

/** The claim as it is shown until the server has made its row. */
export function newClaim(storyId: string, claim: NewClaim): ClaimDraft {
  const { id, kind, attribution = "none", speaker = null, horizonAt = null, text } = claim;
  return {
    ...{ id, storyId, text, ...storedKind(kind, attribution), version: UNKNOWN_VERSION },
    ...{ anchored: true, speaker, speakerRole: null, utteredAt: null },
    ...{ horizonAt, resolutionCriteria: null, evidence: [] },
  };
}
