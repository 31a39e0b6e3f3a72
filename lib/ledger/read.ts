import { z } from "zod";
import { cached, TAGS } from "@/lib/cache";
import { type Db, db } from "@/lib/db";
import { buildEvidence } from "@/lib/editions/build-story";
import { publishedEvidence } from "@/lib/editions/read-issue";
import { byDueDate, type LedgerEntry, ledgerEntry } from "@/lib/ledger/entry";
import type { Outcomes } from "@/lib/ledger/outcome";

async function readEntries(): Promise<LedgerEntry[]> {
  // A story that stands in two issues is told by the later one, as for those that follow it up (lib/editions/appearances.ts).
  const rows = await db().$queryRaw`
    WITH told AS (
      SELECT edition."issueId", edition."number", edition."document", story, claim
      FROM "Edition" edition JOIN "Issue" issue ON issue."id" = edition."issueId"
      CROSS JOIN LATERAL jsonb_path_query(edition."document", '$.sections[*].stories[*]') story
      CROSS JOIN LATERAL jsonb_path_query(story, '$.claims[*] ? (@.due != null)') claim
      WHERE issue."publicationState" = 'published' AND issue."trashedAt" IS NULL
    ), latest AS (SELECT "issueId", max("number") AS "number" FROM "Edition" GROUP BY "issueId"),
    days AS (
      SELECT claim->>'id' AS "id",
             array_agg(claim->'due'->>'at' ORDER BY "document"->>'publishedAt') AS "days"
      FROM told GROUP BY claim->>'id'
    )
    SELECT DISTINCT ON (claim->>'id') claim, told."document"->>'slug' AS "issueSlug",
           (told."document"->>'number')::int AS "issueNumber", told."document"->>'publishedAt' AS "publishedAt",
           story->>'anchor' AS "anchor", story->>'headline' AS "headline", days."days" AS "publishedDays"
    FROM told JOIN latest USING ("issueId", "number") JOIN days ON days."id" = claim->>'id'
    ORDER BY claim->>'id', (told."document"->>'number')::int DESC`;
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
  return new Map(
    rows.flatMap(({ id, outcome, resolvedAt, resolution, evidence }) => {
      // A claim that lost its kind in the draft is still what was published.
      if (outcome === null) return [];
      const now = { outcome, resolvedAt: resolvedAt?.toISOString() ?? null, resolution };
      const settling = outcome === "open" ? [] : evidence.map((line) => buildEvidence(line, []));
      return [[id, { ...now, evidence: settling }] as const];
    }),
  );
}
