import { TAGS, type Tag } from "@/lib/cache";
import type { Relation } from "@/lib/evidence/schema";
import type { Claim } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";

/**
 * Comes before a passage of these relations is attached to a claim or taken from it. What settles a settled forecast is what
 * readers see at once, without a new edition: so only those who may settle one change it. Answers what to
 * raise once it is changed. Throws AppError "forbidden".
 */
export function settlingChanges(
  actor: Actor,
  { outcome }: Pick<Claim, "outcome">,
  relations: readonly Relation[],
): Tag[] {
  if (outcome === null || outcome === "open" || !relations.includes("resolves")) return [];
  authorize(actor, "forecast.resolve");
  return [TAGS.outcomes];
}
