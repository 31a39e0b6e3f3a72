import { z } from "zod";
import { cached, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import { byDueDate, type LedgerEntry, ledgerEntry } from "@/lib/ledger/entry";

async function readEntries(): Promise<LedgerEntry[]> {
  // A story that stands in two issues is told by the later one, as for those that follow it up (lib/editions/appearances.ts).
  const rows = await db().$queryRaw`
    SELECT DISTINCT ON (claim->>'id') claim, latest."document"->>'slug' AS "issueSlug",
           (latest."document"->>'number')::int AS "issueNumber", latest."document"->>'publishedAt' AS "publishedAt",
           story->>'anchor' AS "anchor", story->>'headline' AS "headline"
    FROM (SELECT DISTINCT ON ("issueId") "issueId", "document" FROM "Edition" ORDER BY "issueId", "number" DESC) latest
    JOIN "Issue" issue ON issue."id" = latest."issueId"
    CROSS JOIN LATERAL jsonb_path_query(latest."document", '$.sections[*].stories[*]') story
    CROSS JOIN LATERAL jsonb_path_query(story, '$.claims[*] ? (@.due != null)') claim
    WHERE issue."publicationState" = 'published' AND issue."trashedAt" IS NULL
    ORDER BY claim->>'id', (latest."document"->>'number')::int DESC`;
  return z.array(ledgerEntry).parse(rows).sort(byDueDate);
}

/** Every forecast and commitment that readers have: in the latest editions of published issues, by the day it falls due. */
export async function readLedger(): Promise<LedgerEntry[]> {
  return (await cached("ledger", [TAGS.editions], readEntries)) ?? [];
}
