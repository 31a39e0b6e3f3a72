import { z } from "zod";
import { cached, TAGS } from "@/lib/cache";
import { type Db, db } from "@/lib/db";
import { buildEvidence } from "@/lib/editions/build-story";
import { publishedEvidence } from "@/lib/editions/read-issue";
import { publishedAround } from "@/lib/evidence/published-around";
import { byDueDate, type LedgerEntry, ledgerEntry } from "@/lib/ledger/entry";
import type { Outcomes } from "@/lib/ledger/outcome";

/** Every document is unpacked once (hence MATERIALIZED): it has hundreds of pieces. */
async function readEntries(): Promise<LedgerEntry[]> {
  // A story that stands in two issues is told by the later one, as for those that follow it up (lib/editions/appearances.ts).
  const rows = await db().$queryRaw`
    WITH edition AS MATERIALIZED (
      SELECT told."number" = told."last" AS "isLatest", told."document"->>'slug' AS "issueSlug",
             (told."document"->>'number')::int AS "issueNumber", told."document"->>'publishedAt' AS "publishedAt",
             jsonb_path_query_array(told."document",
               '$.sections[*].stories[*] ? (exists (@.claims[*] ? (@.due != null)))') AS "stories"
      FROM (SELECT *, max("number") OVER (PARTITION BY "issueId") AS "last" FROM "Edition") told
      JOIN "Issue" issue ON issue."id" = told."issueId"
      WHERE issue."publicationState" = 'published' AND issue."trashedAt" IS NULL
    ), told AS MATERIALIZED (
      SELECT edition."isLatest", edition."issueSlug", edition."issueNumber", edition."publishedAt", claim,
             story->>'anchor' AS "anchor", story->>'headline' AS "headline"
      FROM edition CROSS JOIN LATERAL jsonb_array_elements(edition."stories") story
      CROSS JOIN LATERAL jsonb_path_query(story, '$.claims[*] ? (@.due != null)') claim
    ), days AS (
      SELECT claim->>'id' AS "id", array_agg(claim->'due'->>'at' ORDER BY "publishedAt") AS "publishedDays"
      FROM told GROUP BY claim->>'id'
    )
    SELECT DISTINCT ON (days."id") told.claim, told."issueSlug", told."issueNumber", told."publishedAt",
           told."anchor", told."headline", days."publishedDays"
    FROM told JOIN days ON days."id" = told.claim->>'id' WHERE told."isLatest"
    ORDER BY days."id", told."issueNumber" DESC`;
  return z.array(ledgerEntry).parse(rows).sort(byDueDate);
}

/**
 * Every forecast and commitment in the latest editions of published issues, by the day it falls due; how each came out is
 * as the edition has it.
 */
export async function publishedEntries(): Promise<LedgerEntry[]> {
  return (await cached("published entries", [TAGS.editions], readEntries)) ?? [];
}

/** How these claims stand now, by id; those whose rows are gone are left out. */
export async function outcomesOf(tx: Db, claimIds: readonly string[]): Promise<Outcomes> {
  const rows = await tx.claim.findMany({
    where: { id: { in: [...claimIds] } },
    select: {
      id: true,
      outcome: true,
      resolvedAt: true,
      resolution: true,
      evidence: { ...publishedEvidence, where: { relation: "resolves" } },
    },
  });
  const settlingNow = rows.flatMap(({ outcome, evidence }) => (outcome === "open" ? [] : evidence));
  const around = await publishedAround(tx, settlingNow);
  return new Map(
    rows.flatMap(({ id, outcome, resolvedAt, resolution, evidence }) => {
      // A claim that lost its kind in the draft is still what was published.
      if (outcome === null) return [];
      const now = { outcome, resolvedAt: resolvedAt?.toISOString() ?? null, resolution };
      const settling =
        outcome === "open" ? [] : evidence.map((line) => buildEvidence(line, [], around.get(line.id)));
      return [[id, { ...now, evidence: settling }] as const];
    }),
  );
}
