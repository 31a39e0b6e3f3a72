import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Actor, authorize } from "@/lib/policy";
import { canonicalUrl } from "@/lib/sources/canonical-url";

/** Another source that is the same page under another address, or is said to be. */
export interface SamePage {
  id: string;
  title: string;
  url: string | null;
  version: number;
  /** "same": it is. "says": this page says that it is that one. "said": that one's page says that it is this one. */
  because: "same" | "says" | "said";
}

/** Shorter texts ("Not found", "Loading") are the same on pages that are not. */
const LONG_ENOUGH = 400;

/**
 * Other sources in use that are the same page as this one: its address is where this one answers, or this one's address is where
 * that one does, or what both said last is the same text to the letter. After them those of which only a page says so
 * (rel=canonical, og:url), which any page may: a person decides. Throws AppError "not-found".
 */
export async function samePages(actor: Actor, id: string): Promise<SamePage[]> {
  authorize(actor, "source.read");
  const source = await db().source.findUnique({ where: { id } });
  if (source === null) throw new AppError("not-found", "This source does not exist.");
  const answersAt = source.movedTo && canonicalUrl(source.movedTo);
  // Addresses that are kept need not be canonical, so those that lead here are compared as they would be.
  return db().$queryRaw<SamePage[]>`
    WITH newest AS (
      SELECT DISTINCT ON ("sourceId") "sourceId", "textSha256", "extractedText"
      FROM "SourceSnapshot"
      WHERE "origin" = 'fetched' AND "failure" IS NULL AND "sourceId" IN (
        SELECT "sourceId" FROM "SourceSnapshot" WHERE "textSha256" IN (
          SELECT "textSha256" FROM "SourceSnapshot" WHERE "sourceId" = ${id}::uuid AND "failure" IS NULL))
      ORDER BY "sourceId", "fetchedAt" DESC, "id" DESC
    ), judged AS (
      SELECT s.*, CASE
        WHEN s."canonicalUrl" = ${answersAt} OR s."movedTo" = ${source.url} OR s."id" IN (
          SELECT other."sourceId" FROM newest own JOIN newest other USING ("textSha256")
          WHERE own."sourceId" = ${id}::uuid AND length(own."extractedText") >= ${LONG_ENOUGH}) THEN 'same'
        WHEN s."canonicalUrl" = ${source.saysItIs} THEN 'says'
        WHEN s."saysItIs" = ${source.canonicalUrl} THEN 'said' END AS "because"
      FROM "Source" s WHERE s."id" <> ${id}::uuid
    )
    SELECT s."id", s."title", s."url", s."version", s."because" FROM judged s
    WHERE s."because" IS NOT NULL
      AND (EXISTS (SELECT 1 FROM "StorySource" l WHERE l."sourceId" = s."id")
        OR EXISTS (SELECT 1 FROM "Evidence" e JOIN "SourceSnapshot" t ON t."id" = e."snapshotId" WHERE t."sourceId" = s."id"))
    ORDER BY s."because" = 'same' DESC, s."id" LIMIT 5`;
}
