import { type Db, db } from "@/lib/db";
import { buildPreview } from "@/lib/editions/build";
import type { Edition } from "@/lib/editions/schema";
import { AppError } from "@/lib/errors";
import { previewToken } from "@/lib/previews/schema";
import { previewTokenHash } from "@/lib/previews/token";

/** What a private link shows. */
export interface Preview {
  edition: Edition;
  /** Who made the link; null when that is not known any more. */
  sharedBy: string | null;
}

interface Opened {
  issueId: string;
  sharedBy: string | null;
}

/**
 * Notes that a link was opened, where it works: not revoked, not expired, and its maker not suspended, who may have kept
 * the address. One statement looks and notes, so a revocation that is committed is never overlooked.
 */
async function open(tx: Db, token: string): Promise<Opened | null> {
  const [opened] = await tx.$queryRaw<Opened[]>`
    UPDATE "PreviewLink" AS link SET "lastOpenedAt" = now()
    FROM "PreviewLink" AS same LEFT JOIN "Contributor" AS maker ON maker."id" = same."createdById"
    WHERE same."id" = link."id" AND link."tokenHash" = ${previewTokenHash(token)}
      AND link."revokedAt" IS NULL AND (link."expiresAt" IS NULL OR link."expiresAt" > now())
      AND maker."suspendedAt" IS NULL
    RETURNING link."issueId"::text AS "issueId", maker."name" AS "sharedBy"`;
  return opened ?? null;
}

/**
 * The draft behind a private link, as publishing would compile it now; null for a link that is unknown, revoked or
 * expired, and for an issue in the trash: from outside they are all the same.
 */
export async function openPreview(token: string): Promise<Preview | null> {
  if (!previewToken.safeParse(token).success) return null;
  const opened = await open(db(), token);
  if (!opened) return null;
  try {
    return { edition: await buildPreview(db(), opened.issueId), sharedBy: opened.sharedBy };
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") return null;
    throw error;
  }
}

/** Whether a link that works leads to a draft with this picture in it. Opening pictures does not count as opening the link. */
export async function previewShows(token: string, imageId: string): Promise<boolean> {
  if (!previewToken.safeParse(token).success) return false;
  const path = '$.** ? (@.type == "figure" && @.attrs.imageId == $id)';
  const named = JSON.stringify({ id: imageId });
  const [row] = await db().$queryRaw<{ shows: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM "PreviewLink" link
      JOIN "Issue" issue ON issue."id" = link."issueId" AND issue."trashedAt" IS NULL
      LEFT JOIN "Contributor" maker ON maker."id" = link."createdById"
      CROSS JOIN LATERAL (
        SELECT issue."introduction" AS "document" UNION ALL SELECT issue."closing"
        UNION ALL SELECT unnest(ARRAY[story."body", story."whyItMatters"]) FROM "Story" story
          JOIN "Section" section ON section."id" = story."sectionId" WHERE section."issueId" = issue."id"
      ) AS words
      WHERE link."tokenHash" = ${previewTokenHash(token)} AND link."revokedAt" IS NULL
        AND (link."expiresAt" IS NULL OR link."expiresAt" > now()) AND maker."suspendedAt" IS NULL
        AND jsonb_path_exists(words."document", ${path}::jsonpath, ${named}::jsonb)
    ) AS "shows"`;
  return row?.shows ?? false;
}
