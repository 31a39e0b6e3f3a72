import { type Attribution, type Kind, storedKind } from "@/lib/claims/kind";
import type { ClaimDraft } from "@/lib/claims/schema";

/** A claim whose mark was just set: what is said of it from the start. */
export interface NewMark {
  id: string;
  kind: Kind;
  attribution?: Attribution;
  speaker?: string | null;
  /** Of a forecast or a commitment. */
  horizonAt?: string | null;
  text: string;
}

/** The version of a claim of which the server has not heard yet. */
export const UNKNOWN_VERSION = 0;

/** The claim as it is shown until the server has made its row. */
export function newClaim(storyId: string, mark: NewMark): ClaimDraft {
  const { id, kind, attribution = "none", speaker = null, horizonAt = null, text } = mark;
  return {
    ...{ id, storyId, text, ...storedKind(kind, attribution), version: UNKNOWN_VERSION },
    ...{ anchored: true, speaker, speakerRole: null, utteredAt: null },
    ...{ horizonAt, resolutionCriteria: null, evidence: [] },
  };
}
