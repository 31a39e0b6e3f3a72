import { db } from "@/lib/db";
import type { ReadableSnapshot } from "@/lib/evidence/schema";

interface SnapshotRow extends ReadableSnapshot {
  sourceId: string;
}

/**
 * What of these sources can be read: of each the newest text that was fetched, and all that was typed by hand, since each of
 * those holds other words. Without the texts themselves, which may be megabytes.
 */
export async function readableSnapshots(sourceIds: string[]): Promise<SnapshotRow[]> {
  const rows = await db().$queryRaw<
    { id: string; sourceId: string; origin: ReadableSnapshot["origin"]; fetchedAt: Date; length: number }[]
  >`
    SELECT "id", "sourceId", "origin", "fetchedAt", "length" FROM (
      SELECT "id", "sourceId", "origin", "fetchedAt", length("extractedText") AS "length",
        row_number() OVER (PARTITION BY "sourceId", "origin" = 'typed' ORDER BY "fetchedAt" DESC, "id" DESC) AS place
      FROM "SourceSnapshot"
      WHERE "sourceId" = ANY(${sourceIds}::uuid[]) AND "extractedText" IS NOT NULL
    ) AS readable
    WHERE place = 1 OR "origin" = 'typed'
    ORDER BY "origin" = 'typed', "fetchedAt" DESC, "id" DESC`;
  return rows.map(({ fetchedAt, ...row }) => ({ ...row, readAt: fetchedAt.toISOString() }));
}
