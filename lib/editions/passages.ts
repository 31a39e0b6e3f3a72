import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Edition, EditionClaim, EditionEvidence, EditionStory } from "@/lib/editions/schema";

/** Hexadecimal digits of an address: enough that no two passages of an issue meet. */
const DIGITS = 16;

/**
 * What an archived passage is called in its address: 16 hexadecimal digits of the SHA-256 of what it holds and for which
 * claim. Evidence has no id in an Edition, and its place among others moves with a correction; made from its words, an
 * address either leads to these very words or to nothing.
 */
export function passageId(claimId: string, item: EditionEvidence): string {
  const { source, exact, prefix, suffix, readAt } = item;
  const held = canonicalize([claimId, source.id, exact, prefix, suffix, readAt]) ?? "";
  return createHash("sha256").update(held, "utf8").digest("hex").slice(0, DIGITS);
}

/** Where readers find the archived passage. */
export function archivedAddress(slug: string, claimId: string, item: EditionEvidence): string {
  return `/issues/${slug}/passages/${passageId(claimId, item)}`;
}

export interface ArchivedPassage {
  story: EditionStory;
  claim: EditionClaim;
  item: EditionEvidence;
}

/** The passage of this id; null when the edition does not hold it. */
export function findPassage(edition: Edition, id: string): ArchivedPassage | null {
  for (const story of edition.sections.flatMap((section) => section.stories)) {
    for (const claim of story.claims) {
      const item = claim.evidence.find((one) => passageId(claim.id, one) === id);
      if (item) return { story, claim, item };
    }
  }
  return null;
}
