import { storedKind } from "@/lib/claims/kind";
import type { ClaimDraft, NewClaim } from "@/lib/claims/schema";

/**
 * Whether a claim is still what it was made as, with the same words: nobody has given it a passage, another kind or speaker, or
 * anything else that would be lost if its row were taken for one that never was.
 */
export function isAsMade(claim: ClaimDraft, made: NewClaim): boolean {
  const { attribution, mode } = storedKind(made.kind, made.attribution ?? "none");
  return (
    claim.text === made.text &&
    claim.attribution === attribution &&
    claim.mode === mode &&
    claim.speaker === (made.speaker ?? null) &&
    claim.horizonAt === (made.horizonAt ?? null) &&
    claim.evidence.length === 0 &&
    [claim.speakerRole, claim.utteredAt, claim.resolutionCriteria, claim.probability].every(
      (each) => each === null,
    )
  );
}
