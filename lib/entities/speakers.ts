import type { Db } from "@/lib/db";
import { entityKey } from "@/lib/entities/key";

/**
 * The keys of all names that a claim has for its speaker: on the desk, and as readers have it in the latest edition of a
 * published issue, whose claims may have another speaker on the desk by now, or be gone there.
 */
export async function speakerKeys(tx: Db): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ speaker: string }[]>`
    WITH latest AS MATERIALIZED (
      SELECT DISTINCT ON ("issueId") "id", "issueId" FROM "Edition" ORDER BY "issueId", "number" DESC)
    SELECT "speaker" FROM "Claim" WHERE "speaker" IS NOT NULL
    UNION
    SELECT speaker #>> '{}' FROM latest JOIN "Edition" USING ("id") JOIN "Issue" issue ON issue."id" = latest."issueId"
    CROSS JOIN LATERAL jsonb_path_query("document", '$.sections[*].stories[*].claims[*].speaker ? (@ != null)') speaker
    WHERE issue."publicationState" = 'published' AND issue."trashedAt" IS NULL`;
  return new Set(rows.map(({ speaker }) => entityKey(speaker)));
}
