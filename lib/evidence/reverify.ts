import { type Db, db } from "@/lib/db";
import { equal } from "@/lib/equal";
import { differenceColumn, storedDifference } from "@/lib/evidence/difference";
import { type Match, matchAs } from "@/lib/evidence/match";
import type { PageNow } from "@/lib/evidence/page-now";
import type { MatchStatus } from "@/lib/evidence/schema";
import type { Claim } from "@/lib/generated/prisma/client";
import { announceStory } from "@/lib/live/announce";
import { prepareText } from "@/lib/quotations/normalise";

/** Whether a verification says what the row says: then whoever signed it signed this very difference. */
export function isSameMatch(row: { matchStatus: MatchStatus; diff: unknown }, match: Match): boolean {
  return row.matchStatus === match.matchStatus && equal(storedDifference(row.diff), match.diff);
}

/** The columns of a match; nobody has signed it. */
export function matchColumns({ matchStatus, similarity, diff }: Match) {
  return { matchStatus, similarity, diff: differenceColumn(diff), signedById: null, signedAt: null };
}

/**
 * Verifies a claim's evidence again, each in the snapshot it is pinned to, after the claim's words or kind changed. A
 * signature goes with the difference that it was given for.
 */
export async function reverifyClaim(
  tx: Db,
  claim: Pick<Claim, "id" | "attribution" | "text">,
): Promise<void> {
  const rows = await tx.evidence.findMany({
    where: { claimId: claim.id },
    // As reverifySource, so that neither waits for the other in a circle.
    orderBy: { id: "asc" },
    include: { snapshot: { select: { extractedText: true } } },
  });
  for (const row of rows) {
    const text = prepareText(row.snapshot.extractedText ?? "");
    const match = matchAs(row.relation, claim, text, { start: row.start, end: row.end });
    if (isSameMatch(row, match)) continue;
    await tx.evidence.update({ where: { id: row.id }, data: matchColumns(match) });
  }
}

/** A passage that went from a source, or came back, since the last look. */
export interface PassageChange {
  evidenceId: string;
  claimId: string;
  storyId: string;
  gone: boolean;
}

function passagesOf(tx: Db, sourceId: string) {
  return tx.evidence.findMany({
    where: { snapshot: { sourceId, origin: "fetched" } },
    orderBy: { id: "asc" },
    include: { claim: { select: { storyId: true, anchored: true } } },
  });
}

/** Looks for everything that reverifySource will ask of a page, before anything is locked. */
export async function lookForPassages(sourceId: string, page: PageNow): Promise<void> {
  for (const row of await passagesOf(db(), sourceId)) page.has(row);
}

/**
 * Notes since when passages that were read at a source are gone from what its page says now. Evidence
 * stays pinned to the snapshot it was taken from and is never attached to text that resembles it. Passages that somebody
 * typed are left out: nobody knows that they were ever on this page. Answers what is otherwise than at the last look, of
 * claims that stand in their story.
 */
export async function reverifySource(
  tx: Db,
  sourceId: string,
  page: PageNow,
  at: Date,
): Promise<PassageChange[]> {
  const changed = (await passagesOf(tx, sourceId)).flatMap((row) => {
    const gone = !page.has(row);
    return gone === (row.goneSince !== null) ? [] : [{ row, gone }];
  });
  for (const { row, gone } of changed) {
    await tx.evidence.update({ where: { id: row.id }, data: { goneSince: gone ? at : null } });
  }
  for (const storyId of new Set(changed.map(({ row }) => row.claim.storyId))) {
    await announceStory(tx, "claims", storyId, null);
  }
  return changed
    .filter(({ row }) => row.claim.anchored)
    .map(({ row, gone }) => ({ evidenceId: row.id, claimId: row.claimId, storyId: row.claim.storyId, gone }));
}
