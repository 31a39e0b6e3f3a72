import { longDate, monthAndYear } from "@/components/edition/dates";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { EditionClaim } from "@/lib/editions/schema";
import type { Doubt } from "@/lib/editions/standing";
import { namesFinder } from "@/lib/entities/named";

type Due = NonNullable<EditionClaim["due"]>;

const FORECAST_OUTCOMES: Record<Due["outcome"], string> = {
  open: "open",
  yes: "came true",
  no: "did not come true",
  ambiguous: "undecided",
};
const COMMITMENT_OUTCOMES: Record<Due["outcome"], string> = {
  open: "open",
  yes: "kept",
  no: "not kept",
  ambiguous: "undecided",
};

/** How a forecast or a commitment stands today. */
export function outcomeWords(claim: EditionClaim): string | null {
  if (!claim.due) return null;
  return (claim.kind === "commitment" ? COMMITMENT_OUTCOMES : FORECAST_OUTCOMES)[claim.due.outcome];
}

/** The shape of its kind. A plain fact has none of its own: a dot, filled when something holds it, hollow when nothing does. */
export function shapeOf(claim: EditionClaim, doubt: Doubt | null = null): string {
  return KIND_MARKS[claim.kind].shape || (claim.evidence.length > 0 && doubt === null ? "●" : "○");
}

/** "Contradicted", "Passage gone since 28 November 2026". */
export function doubtWords({ word, since }: Doubt, language: string): string {
  return since === null ? word : `${word} since ${longDate(since, language)}`;
}

/** "Forecast by Nvidia": the kind, and who said it. */
export function kindAndSpeaker(claim: EditionClaim): string {
  const { word } = KIND_MARKS[claim.kind];
  return claim.speaker && claim.kind !== "fact" ? `${word} by ${claim.speaker}` : word;
}

/** Whether the sentence has its speaker's name, whole and as a name: "the company" says no more than that somebody speaks. */
const isNamedIn = ({ speaker, text }: EditionClaim) =>
  speaker !== null && namesFinder([{ name: speaker, of: true }])(text).size > 0;

/**
 * The words that stand in the sentence after a claim; null for a plain fact, whose mark is a dot alone. Whatever is
 * disputed or retracted says so there; `isDoubted` where something else follows that makes it one to look at.
 */
export function chipWords(claim: EditionClaim, language: string, isDoubted = false): string | null {
  const doubt = claim.status === "disputed" || claim.status === "retracted" ? claim.status : null;
  if (claim.kind === "fact" && !doubt && !isDoubted) return null;
  // Who is named in the sentence itself need not be named again beside it; a forecast's owner always is.
  const named = claim.due === null && isNamedIn(claim);
  const parts = [named ? KIND_MARKS[claim.kind].word : kindAndSpeaker(claim)];
  if (claim.due?.at) parts.push(`due ${monthAndYear(claim.due.at, language)}`);
  const outcome = outcomeWords(claim);
  if (outcome) parts.push(outcome);
  if (doubt) parts.push(doubt);
  return parts.join(" · ");
}
