import { subDays } from "date-fns";
import { record } from "@/lib/audit";
import { type Db, db, transaction } from "@/lib/db";
import { type ByteStore, Prisma } from "@/lib/generated/prisma/client";
import { storeNamed } from "@/lib/images/store";
import { JOB_WORKER } from "@/lib/policy";

/** Days for which a picture stays that no text names: a window left open, or an undo, may still bring it back. */
const KEPT_DAYS = 30;
/** Pictures erased in one transaction. */
const AT_ONCE = 20;

/**
 * The ids of all pictures that a text names: of an issue or a story, the backlog and the trash included, of a version that can
 * be restored, or of an edition. A text names a picture by `attrs.imageId` of a figure, wherever that stands.
 */
const NAMED = Prisma.sql`
  SELECT jsonb_path_query("document", '$.**.imageId') #>> '{}' AS "id" FROM (
    SELECT "introduction" AS "document" FROM "Issue" UNION ALL SELECT "closing" FROM "Issue"
    UNION ALL SELECT "body" FROM "Story" UNION ALL SELECT "whyItMatters" FROM "Story"
    UNION ALL SELECT "document" FROM "Revision" UNION ALL SELECT "document" FROM "Edition") AS "kept"`;

/** Writes down of each picture since when nothing names it, and takes that back of those that something names again. */
async function noteUnnamed(now: Date): Promise<void> {
  await db().$executeRaw`
    WITH "named" AS (${NAMED})
    UPDATE "Image" SET "unnamedSince" = CASE WHEN "unnamedSince" IS NULL THEN ${now}::timestamptz END
    WHERE ("unnamedSince" IS NULL) = NOT EXISTS (SELECT FROM "named" WHERE "named"."id" = "Image"."id"::text)`;
}

interface Row {
  id: string;
  sha256: string;
  fileName: string;
  store: ByteStore;
}

async function erase(tx: Db, { id: imageId, sha256, fileName, store }: Row): Promise<void> {
  const { remove } = storeNamed(store);
  const variants = await tx.imageVariant.findMany({ where: { imageId }, select: { width: true } });
  // Where the store fails, the row stays and tells tomorrow's look; what is gone already is as good as removed.
  for (const { width } of variants) await remove({ imageId, sha256, width });
  await tx.image.delete({ where: { id: imageId } });
  await record(tx, JOB_WORKER, "image.erase", "Image", imageId, { fileName });
}

/**
 * Erases pictures that nothing has named for 30 days, as looks like this one, made once a day, found. Answers how many.
 * Throws an Error when a store fails; what was erased until then stays so.
 */
export async function eraseUnnamed(now: Date): Promise<number> {
  await noteUnnamed(now);
  for (let erased = 0; ; ) {
    const count = await transaction(async (tx) => {
      // Whoever adds the same file at this moment waits for these locks (findKnown), and then adds it anew.
      const due = await tx.$queryRaw<Row[]>`
        SELECT "id", "sha256", "fileName", "store" FROM "Image"
        WHERE "unnamedSince" <= ${subDays(now, KEPT_DAYS)} AND NOT EXISTS (SELECT FROM (${NAMED}) AS "named" WHERE "named"."id" = "Image"."id"::text)
        ORDER BY "id" LIMIT ${AT_ONCE} FOR UPDATE`;
      for (const row of due) await erase(tx, row);
      return due.length;
    });
    erased += count;
    if (count < AT_ONCE) return erased;
  }
}
