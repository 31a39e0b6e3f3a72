import type { Db } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";
import { type Asked, inTitle, matching, RANKED, standing } from "@/lib/search/asked";
import type { SearchKind, SearchState } from "@/lib/search/schema";

/** A row that was found, before its passage is read. */
export interface Found {
  kind: SearchKind;
  id: string;
  title: string;
  state: SearchState | null;
  issueId: string | null;
  issueNumber: number | null;
  issueTitle: string | null;
  storyId: string | null;
  storyHeadline: string | null;
  by: string | null;
  url: string | null;
  changedAt: Date;
  inTitle: boolean;
}

const NOWHERE = Prisma.sql`
  NULL::text AS "state", NULL::uuid AS "issueId", NULL::int AS "issueNumber", NULL::text AS "issueTitle"`;

/** The state of a story `s` that may stand in a section `x` of an issue `i`. */
const STORY_STATE = Prisma.sql`
  CASE WHEN s."trashedAt" IS NOT NULL OR i."trashedAt" IS NOT NULL THEN 'trash'
       WHEN i."id" IS NULL THEN 'backlog'
       WHEN i."publicationState" = 'published' THEN 'published' ELSE 'draft' END AS "state"`;

const ITS_ISSUE = Prisma.sql`i."id" AS "issueId", i."number" AS "issueNumber", i."title" AS "issueTitle"`;

const ranked = (db: Db, rows: Prisma.Sql, asked: Asked) =>
  db.$queryRaw<Found[]>`SELECT * FROM (${rows}) found WHERE ${standing(asked)} ${RANKED} LIMIT ${asked.take}`;

function findStories(db: Db, asked: Asked): Promise<Found[]> {
  const finder = Prisma.sql`plumbline_stories_with`;
  const ids = matching(asked, Prisma.sql`"Story"`, finder, Prisma.sql`"headline"`);
  return ranked(
    db,
    Prisma.sql`
      SELECT 'story' AS "kind", s."id", s."headline" AS "title", ${STORY_STATE}, ${ITS_ISSUE},
             s."id" AS "storyId", s."headline" AS "storyHeadline", a."name" AS "by", NULL AS "url",
             s."updatedAt" AS "changedAt", ${inTitle(Prisma.sql`s."headline"`, asked)} AS "inTitle"
      FROM (${ids}) matched JOIN "Story" s USING ("id")
      LEFT JOIN "Section" x ON x."id" = s."sectionId" LEFT JOIN "Issue" i ON i."id" = x."issueId"
      LEFT JOIN "Contributor" a ON a."id" = s."authorId"`,
    asked,
  );
}

function findIssues(db: Db, asked: Asked): Promise<Found[]> {
  const finder = Prisma.sql`plumbline_issues_with`;
  const own = matching(asked, Prisma.sql`"Issue"`, finder, Prisma.sql`"title"`);
  const ids = Prisma.sql`${own} UNION SELECT "id" FROM "Issue" WHERE "number"::text = ${asked.words.join(" ")}`;
  return ranked(
    db,
    Prisma.sql`
      SELECT 'issue' AS "kind", i."id", i."title",
             CASE WHEN i."trashedAt" IS NOT NULL THEN 'trash'
                  WHEN i."publicationState" = 'published' THEN 'published' ELSE 'draft' END AS "state",
             ${ITS_ISSUE}, NULL::uuid AS "storyId", NULL AS "storyHeadline", NULL AS "by", NULL AS "url",
             i."updatedAt" AS "changedAt", ${inTitle(Prisma.sql`i."title"`, asked)} AS "inTitle"
      FROM (${ids}) matched JOIN "Issue" i USING ("id")`,
    asked,
  );
}

function findSources(db: Db, asked: Asked): Promise<Found[]> {
  const finder = Prisma.sql`plumbline_sources_with`;
  const title = Prisma.sql`("title" || ' ' || coalesce("url", ''))`;
  const ids = matching(asked, Prisma.sql`"Source"`, finder, title);
  const found = Prisma.sql`
    SELECT 'source' AS "kind", r."id", r."title", ${NOWHERE}, NULL::uuid AS "storyId", NULL AS "storyHeadline",
           concat_ws(', ', nullif(r."byline", ''), nullif(r."publisher", '')) AS "by", r."url",
           r."updatedAt" AS "changedAt", ${inTitle(Prisma.sql`r."title"`, asked)} AS "inTitle"
    FROM (${ids}) matched JOIN "Source" r USING ("id")`;
  return ranked(db, found, asked);
}

function findComments(db: Db, asked: Asked): Promise<Found[]> {
  const finder = Prisma.sql`plumbline_comments_with`;
  const ids = matching(asked, Prisma.sql`"Comment"`, finder, Prisma.sql`"text"`);
  return ranked(
    db,
    Prisma.sql`
      SELECT 'comment' AS "kind", c."id", c."text" AS "title", ${STORY_STATE}, ${ITS_ISSUE},
             s."id" AS "storyId", s."headline" AS "storyHeadline", a."name" AS "by", NULL AS "url",
             c."createdAt" AS "changedAt", FALSE AS "inTitle"
      FROM (${ids}) matched JOIN "Comment" c USING ("id") JOIN "Thread" t ON t."id" = c."threadId"
      JOIN "Story" s ON s."id" = t."storyId"
      LEFT JOIN "Section" x ON x."id" = s."sectionId" LEFT JOIN "Issue" i ON i."id" = x."issueId"
      LEFT JOIN "Contributor" a ON a."id" = c."authorId"
      WHERE c."removedAt" IS NULL`,
    asked,
  );
}

function findPeople(db: Db, asked: Asked): Promise<Found[]> {
  return ranked(
    db,
    Prisma.sql`
      SELECT 'person' AS "kind", p."id", p."name" AS "title", ${NOWHERE}, NULL::uuid AS "storyId",
             NULL AS "storyHeadline", p."role" || ', ' || p."email" AS "by", NULL AS "url",
             p."createdAt" AS "changedAt", ${inTitle(Prisma.sql`p."name"`, asked)} AS "inTitle"
      FROM "Contributor" p
      WHERE ${inTitle(Prisma.sql`(p."name" || ' ' || p."email")`, asked)}`,
    asked,
  );
}

function findEntities(db: Db, asked: Asked): Promise<Found[]> {
  return ranked(
    db,
    Prisma.sql`
      SELECT 'entity' AS "kind", e."id", e."name" AS "title", ${NOWHERE}, NULL::uuid AS "storyId",
             NULL AS "storyHeadline",
             concat_ws(', ', e."kind"::text, nullif(names."others", '')) AS "by", NULL AS "url",
             e."updatedAt" AS "changedAt", ${inTitle(Prisma.sql`e."name"`, asked)} AS "inTitle"
      FROM "Entity" e
      CROSS JOIN LATERAL (
        SELECT string_agg(n."name", ', ' ORDER BY n."name") FILTER (WHERE n."name" <> e."name") AS "others"
        FROM "EntityName" n WHERE n."entityId" = e."id") names
      WHERE e."mergedIntoId" IS NULL
        AND ${inTitle(Prisma.sql`concat_ws(' ', e."name", names."others")`, asked)}`,
    asked,
  );
}

/** The best `take` rows of one kind, best first. Titles, texts and states are read; passages are not. */
export const FINDERS: Record<SearchKind, (db: Db, asked: Asked) => Promise<Found[]>> = {
  story: findStories,
  issue: findIssues,
  source: findSources,
  entity: findEntities,
  comment: findComments,
  person: findPeople,
};
