import { KIND_MARKS, kindOf } from "@/lib/claims/kind";
import { type ClaimState, stateOfClaim } from "@/lib/claims/state";
import type { PreflightClaim, PreflightStory } from "@/lib/preflight/draft";
import { type Finding, quoted, type Reading, type Rule } from "@/lib/preflight/rule";

/** Claims that stand in a story and of which something is true; one finding each. */
function claimsThat(
  is: (claim: PreflightClaim) => boolean,
  say: (claim: PreflightClaim, story: PreflightStory) => string,
) {
  return ({ draft }: Reading): Finding[] =>
    draft.stories.flatMap((story) =>
      story.claims
        .filter((claim) => claim.anchored && is(claim))
        .map((claim) => ({
          sentence: say(claim, story),
          place: { storyId: story.id, claimId: claim.id, part: "body" as const, quote: claim.text },
          about: claim.id,
        })),
    );
}

const stands = (state: ClaimState) => (claim: PreflightClaim) => stateOfClaim(claim) === state;
const without = (attribution: PreflightClaim["attribution"]) => (claim: PreflightClaim) =>
  claim.attribution === attribution && stands("none")(claim);
const word = (claim: PreflightClaim) => KIND_MARKS[kindOf(claim)].word.toLowerCase();
const bySpeaker = ({ speaker }: PreflightClaim) => (speaker ? ` by ${speaker}` : "");

const isOnlyTyped = (claim: PreflightClaim) =>
  stands("evidence")(claim) &&
  claim.evidence.some(({ relation, origin }) => relation === "supports" && origin === "typed");

/** What the marked sentences stand on. Only claims whose mark is in the text count: readers see no others. */
export const EVIDENCE_RULES: Rule[] = [
  {
    name: "statement-without-evidence",
    level: "blocking",
    about:
      "What somebody is said to have said, forecasts and commitments included, has a passage that shows it.",
    check: claimsThat(
      without("reported"),
      (claim, { number }) =>
        `Story ${number}: ${quoted(claim.text)}, a ${word(claim)}${bySpeaker(claim)}, has no evidence.`,
    ),
  },
  {
    name: "quotation-without-evidence",
    level: "blocking",
    about: "Somebody's own words have a passage that shows them.",
    check: claimsThat(
      without("quoted"),
      (claim, { number }) =>
        `Story ${number}: the quotation${bySpeaker(claim)} ${quoted(claim.text)} has no evidence.`,
    ),
  },
  {
    name: "quotation-not-found",
    level: "blocking",
    about: "Quoted words are in the passage that is given for them.",
    check: claimsThat(
      stands("notFound"),
      (claim, { number }) =>
        `Story ${number}: the words of ${quoted(claim.text)} were not found in the passage they rest on.`,
    ),
  },
  {
    name: "quotation-not-signed",
    level: "blocking",
    about: "Where quoted words are nearly those of the passage, somebody has signed the difference.",
    check: claimsThat(
      stands("nearToSign"),
      (claim, { number }) =>
        `Story ${number}: ${quoted(claim.text)} is nearly what the passage says, and nobody has signed the difference.`,
    ),
  },
  {
    name: "quotation-typed",
    level: "note",
    about: "Quoted words were read on their page; what somebody typed is not checked against it.",
    check: claimsThat(
      (claim) => claim.attribution === "quoted" && isOnlyTyped(claim),
      (claim, { number }) =>
        `Story ${number}: the passage for ${quoted(claim.text)} was typed by hand, so nobody has checked it against the page.`,
    ),
  },
  {
    name: "claim-contradicted",
    level: "warning",
    about: "No claim stands in a story as if nothing had been found against it.",
    check: claimsThat(
      stands("contradicted"),
      (claim, { number }) => `Story ${number}: a passage contradicts ${quoted(claim.text)}.`,
    ),
  },
  {
    name: "fact-without-evidence",
    level: "warning",
    about: "What the digest itself says, marked as a claim, has a passage that shows it.",
    check: claimsThat(
      without("none"),
      (claim, { number }) => `Story ${number}: ${quoted(claim.text)}, a ${word(claim)}, has no evidence.`,
    ),
  },
  {
    name: "forecast-without-horizon",
    level: "warning",
    about: "A forecast or a commitment says when it falls due: without a day it never comes back.",
    check: claimsThat(
      ({ mode, horizonAt }) => mode !== "assertion" && horizonAt === null,
      (claim, { number }) =>
        `Story ${number}: the ${word(claim)} ${quoted(claim.text)} does not say when it falls due.`,
    ),
  },
];
