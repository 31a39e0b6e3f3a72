import type { Edition, EditionClaim, EditionEvidence } from "@/lib/editions/schema";

/** How a forecast or a commitment stands now, whatever the edition that holds it says. */
export interface OutcomeNow {
  outcome: NonNullable<EditionClaim["due"]>["outcome"];
  /** An ISO moment; null while it is open. */
  resolvedAt: string | null;
  /** The sentence that says why. */
  resolution: string | null;
  /** The passages that settle it. */
  evidence: EditionEvidence[];
}

/** By the claim's id. */
export type Outcomes = ReadonlyMap<string, OutcomeNow>;

/**
 * The claim as it stands now: its words, its day and its test are the edition's, how it came out is told beside it. What
 * settled it once goes when somebody has opened it again.
 */
export function claimNow<C extends EditionClaim>(claim: C, now: OutcomeNow | undefined): C {
  if (!claim.due || !now || (now.outcome === "open" && claim.due.outcome === "open")) return claim;
  const { resolution: _, ...published } = claim.due;
  const { outcome, resolvedAt, resolution } = now;
  return {
    ...claim,
    due: { ...published, outcome, resolvedAt, ...(resolution !== null && { resolution }) },
    evidence: [...claim.evidence.filter(({ relation }) => relation !== "resolves"), ...now.evidence],
  };
}

/** The edition with every claim as `claimNow` has it; for pages alone, since its hash is that of what was published. */
export function editionNow(edition: Edition, outcomes: Outcomes): Edition {
  return {
    ...edition,
    sections: edition.sections.map((section) => ({
      ...section,
      stories: section.stories.map((story) => ({
        ...story,
        claims: story.claims.map((claim) => claimNow(claim, outcomes.get(claim.id))),
      })),
    })),
  };
}

const OPEN: OutcomeNow = { outcome: "open", resolvedAt: null, resolution: null, evidence: [] };

/** The edition as if nothing in it had come out yet: what is told beside every edition makes none of them old. */
export function unsettled(edition: Edition): Edition {
  const claims = edition.sections.flatMap(({ stories }) => stories.flatMap((story) => story.claims));
  return editionNow(edition, new Map(claims.map(({ id }) => [id, OPEN])));
}
