import { db } from "@/lib/db";
import { type Actor, authorize } from "@/lib/policy";

/** A story that stands on a source, and where it stands. */
export interface Use {
  storyId: string;
  headline: string;
  /** Null in the backlog. */
  issue: { id: string; number: number | null; title: string } | null;
  /** Its number through the issue, from 1; null in the backlog. */
  number: number | null;
}

interface Row {
  canonicalUrl: string;
  storyId: string;
  headline: string;
  issueId: string | null;
  issueNumber: number | null;
  issueTitle: string | null;
  place: number | null;
}

/**
 * Which stories have a page among their sources, in all issues, past ones too, and in the backlog; what is in the trash is left
 * out. Pages by their canonical addresses (lib/sources/canonical-url.ts); those that no story uses are missing from the answer.
 * The newest issue comes first, the backlog last.
 */
export async function whereUsed(actor: Actor, canonicalUrls: readonly string[]): Promise<Map<string, Use[]>> {
  authorize(actor, "source.read");
  if (canonicalUrls.length === 0) return new Map();
  const rows = await db().$queryRaw<Row[]>`
    WITH used AS (
      SELECT r."canonicalUrl", s."id" AS "storyId", s."headline", s."position", x."position" AS "section",
             i."id" AS "issueId", i."number" AS "issueNumber", i."title" AS "issueTitle", i."createdAt"
      FROM "Source" r JOIN "StorySource" l ON l."sourceId" = r."id" JOIN "Story" s ON s."id" = l."storyId"
      LEFT JOIN "Section" x ON x."id" = s."sectionId" LEFT JOIN "Issue" i ON i."id" = x."issueId"
      WHERE r."canonicalUrl" = ANY(${canonicalUrls}::text[]) AND s."trashedAt" IS NULL AND i."trashedAt" IS NULL
    )
    SELECT used.*, (
      SELECT count(*)::int FROM "Story" b JOIN "Section" y ON y."id" = b."sectionId"
      WHERE y."issueId" = used."issueId" AND (y."position", b."position") <= (used."section", used."position")
    ) AS "place"
    FROM used ORDER BY "issueId" IS NULL, "createdAt" DESC, "place", "storyId"`;
  const uses = rows.map(({ canonicalUrl, storyId, headline, ...row }) => ({
    canonicalUrl,
    use: {
      storyId,
      headline,
      issue: row.issueId ? { id: row.issueId, number: row.issueNumber, title: row.issueTitle ?? "" } : null,
      number: row.issueId ? row.place : null,
    },
  }));
  const byPage = Map.groupBy(uses, (each) => each.canonicalUrl);
  return new Map([...byPage].map(([page, found]) => [page, found.map(({ use }) => use)]));
}
