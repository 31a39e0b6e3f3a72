import type { ClaimDraft } from "@/lib/claims/schema";
import type { EvidenceLine } from "@/lib/evidence/schema";
import { quotedPassages } from "@/lib/quotations/quoted-passages";

/** What a claim stands on, in one word; the closed list. */
export const CLAIM_STATES = [
  "contradicted",
  "verified",
  "nearSigned",
  "evidence",
  "nearToSign",
  "quotationGone",
  "sourceGone",
  "notFound",
  "none",
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/**
 * Word and shape of each state, told apart without colour. That a passage bears out the claim is the editor's judgement: what was
 * verified is that it stands in the source.
 */
export const STATE_MARKS: Record<ClaimState, { word: string; shape: string }> = {
  none: { word: "No evidence", shape: "○" },
  evidence: { word: "Evidence", shape: "●" },
  verified: { word: "Passage verified", shape: "✓" },
  nearSigned: { word: "Nearly the same", shape: "≈" },
  nearToSign: { word: "Nearly the same, to be signed", shape: "?" },
  contradicted: { word: "Contradicted", shape: "≠" },
  quotationGone: { word: "Passage gone", shape: "△" },
  sourceGone: { word: "Page gone", shape: "✕" },
  notFound: { word: "Quotation not found", shape: "!" },
};

/** What a passage is judged by, whether it is one of a draft or of an edition. */
export type JudgedEvidence = Pick<
  EvidenceLine,
  "relation" | "matchStatus" | "goneSince" | "signedAt" | "origin"
> & { source: Pick<EvidenceLine["source"], "state"> };

const STANDING = new Set<ClaimState>(["verified", "nearSigned", "evidence", "nearToSign"]);

/** Whether a claim of this state has evidence that supports it and is still there. */
export const hasStandingEvidence = (state: ClaimState): boolean => STANDING.has(state);

/**
 * What one passage is worth. "verified": its words were read in the source itself; "evidence": somebody typed them, or they
 * are an excerpt, so that nobody has seen them there.
 */
export function stateOfEvidence(line: JudgedEvidence): Exclude<ClaimState, "none"> {
  if (line.relation === "contradicts") return "contradicted";
  if (line.matchStatus === "notFound") return "notFound";
  if (line.source.state === "dead") return "sourceGone";
  if (line.goneSince !== null) return "quotationGone";
  if (line.matchStatus === "near") return line.signedAt === null ? "nearToSign" : "nearSigned";
  return line.origin === "fetched" ? "verified" : "evidence";
}

/**
 * The state that a claim shows. What contradicts it comes before all else; otherwise the best of what supports it counts.
 * Context, and what settled a forecast, support nothing.
 */
export function stateOfClaim(claim: { evidence: readonly JudgedEvidence[] }): ClaimState {
  const relevant = claim.evidence.filter(
    ({ relation }) => relation === "supports" || relation === "contradicts",
  );
  const states = relevant.map(stateOfEvidence);
  return CLAIM_STATES.find((state) => states.some((each) => each === state)) ?? "none";
}

/** Whether a claim says more than the words between its quotation marks. */
function saysMoreThanItQuotes(text: string): boolean {
  const quoted = quotedPassages(text);
  const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, "").length;
  return (
    quoted.length > 0 && letters(text) > quoted.reduce((sum, { text: words }) => sum + letters(words), 0)
  );
}

/** The state as one says it of this claim: by whom it was signed, what of it is a quotation. */
export function stateWords(claim: Pick<ClaimDraft, "evidence" | "attribution" | "text">): string {
  const state = stateOfClaim(claim);
  if (state === "nearSigned") {
    const signed = claim.evidence.find((line) => stateOfEvidence(line) === "nearSigned");
    return `${STATE_MARKS[state].word}, signed by ${signed?.signedBy}`;
  }
  if (state === "verified" && claim.attribution === "quoted")
    return saysMoreThanItQuotes(claim.text) ? "Quoted words verified" : "Quotation verified";
  return STATE_MARKS[state].word;
}
