import { type ClaimState, STATE_MARKS, stateOfClaim, stateOfEvidence } from "@/lib/claims/state";
import type { EditionClaim, EditionEvidence } from "@/lib/editions/schema";
import { type Conditions, passageKey } from "@/lib/sources/conditions";

/** A passage as the desk's rule for the worth of evidence reads it. Without `conditions` all is as when it was published. */
function asEvidence(claimId: string, item: EditionEvidence, conditions: Conditions | undefined) {
  const isDead = conditions?.sources.get(item.source.id)?.condition === "gone";
  return {
    relation: item.relation,
    matchStatus: item.matchStatus,
    origin: item.origin,
    // An edition says only that somebody signed.
    signedAt: item.signed ? item.readAt : null,
    goneSince: conditions?.gonePassages.get(passageKey(claimId, item.source.id, item.exact)) ?? null,
    source: { state: isDead ? ("dead" as const) : ("live" as const) },
  };
}

/** What a published claim stands on today, in the desk's word (lib/claims/state.ts). */
export function standingOf(claim: EditionClaim, conditions: Conditions | undefined): ClaimState {
  return stateOfClaim({ evidence: claim.evidence.map((item) => asEvidence(claim.id, item, conditions)) });
}

/** What a claim that is somebody's words, or looks ahead, has not: what its chip says without being opened. */
export type Lack = "no evidence" | "not verified";

/**
 * What is wanting of a claim whose evidence is not in doubt (`doubtOf`): that there is none, or that nobody has read its words in
 * the source itself. Null for a fact, whose dot says it, and where nothing is wanting.
 */
export function lackOf(claim: EditionClaim, conditions: Conditions | undefined): Lack | null {
  if (claim.kind === "fact") return null;
  const state = standingOf(claim, conditions);
  if (state === "none") return "no evidence";
  return state === "evidence" || state === "nearToSign" || state === "notFound" ? "not verified" : null;
}

/** What a reader has to know before the evidence of a claim is opened. */
export interface Doubt {
  state: "contradicted" | "quotationGone" | "sourceGone";
  shape: string;
  word: string;
  /** An ISO moment: since when, where that is known. */
  since: string | null;
}

/** That a claim is contradicted, or that nothing it stands on is there any more; null while neither is so. */
export function doubtOf(claim: EditionClaim, conditions: Conditions | undefined): Doubt | null {
  const state = standingOf(claim, conditions);
  if (state !== "contradicted" && state !== "quotationGone" && state !== "sourceGone") return null;
  const { shape, word } = STATE_MARKS[state];
  const moments = claim.evidence.flatMap((item) => {
    const line = asEvidence(claim.id, item, conditions);
    if (stateOfEvidence(line) !== state) return [];
    return line.goneSince ?? conditions?.sources.get(item.source.id)?.since ?? [];
  });
  // It stood on something until the last of them went.
  return { state, shape, word, since: state === "contradicted" ? null : (moments.sort().at(-1) ?? null) };
}
