import type { Db } from "@/lib/db";
import type { PublishedStory } from "@/lib/stories/follows-schema";

/**
 * Where readers have these stories: each in the latest edition of a published issue that holds it (the highest number, should
 * it stand in two), by the story's id. Stories that readers do not have are left out.
 */
export async function appearancesOf(
  db: Db,
  storyIds: readonly string[],
): Promise<Map<string, PublishedStory>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db.$queryRaw<PublishedStory[]>`
    SELECT DISTINCT ON (story."id") story."id", (latest."document"->>'number')::int AS "issueNumber",
           latest."document"->>'slug' AS "issueSlug", story."anchor", told->>'headline' AS "headline",
           (told->>'number')::int AS "number"
    FROM "Story" story
    JOIN (SELECT DISTINCT ON ("issueId") "issueId", "document" FROM "Edition" ORDER BY "issueId", "number" DESC) latest
      ON latest."document" @> jsonb_build_object('sections', jsonb_build_array(jsonb_build_object('stories',
           jsonb_build_array(jsonb_build_object('anchor', story."anchor")))))
    JOIN "Issue" issue ON issue."id" = latest."issueId"
    CROSS JOIN LATERAL jsonb_path_query(latest."document", '$.sections[*].stories[*] ? (@.anchor == $anchor)',
           jsonb_build_object('anchor', story."anchor")) told
    WHERE story."id" = ANY(${storyIds}::uuid[])
      AND issue."publicationState" = 'published' AND issue."trashedAt" IS NULL
    ORDER BY story."id", (latest."document"->>'number')::int DESC`;
  return new Map(rows.map((row) => [row.id, row]));
}
