import { raise, TAGS } from "@/lib/cache";
import type { Db } from "@/lib/db";
import type { Relation } from "@/lib/evidence/schema";
import type { Claim } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";

/**
 * Comes before a passage of these relations is attached to a claim or taken from it. What settles a settled forecast is what
 * readers see at once, without a new edition: so only those who may settle one change it. Throws AppError "forbidden".
 */
export async function settlingChanges(
  tx: Db,
  actor: Actor,
  { outcome }: Pick<Claim, "outcome">,
  relations: readonly Relation[],
): Promise<void> {
  if (outcome === null || outcome === "open" || !relations.includes("resolves")) return;
  authorize(actor, "forecast.resolve");
  await raise(tx, [TAGS.outcomes]);
}
