import type { Db } from "@/lib/db";
import { type Around, sentenceAround, WINDOW } from "@/lib/evidence/around";

/** A passage in UTF-16 units of its snapshot's text. */
interface Cut {
  id: string;
  snapshotId: string;
  start: number;
  end: number;
}

/** Characters that count as two UTF-16 units, in Postgres' own writing. */
const ASTRAL = "[\\U00010000-\\U0010FFFF]";

/** The words near each passage, and where they begin; of texts alone in which Postgres counts as JavaScript does. */
function readNear(db: Db, ids: string[]) {
  return db.$queryRaw<{ id: string; from: number; words: string }[]>`
    SELECT "Evidence"."id", "from",
           substr("extractedText", "from" + 1, "Evidence"."end" - "from" + ${WINDOW}::int) AS "words"
    FROM "Evidence" JOIN "SourceSnapshot" ON "SourceSnapshot"."id" = "Evidence"."snapshotId"
    CROSS JOIN LATERAL (SELECT greatest("Evidence"."start" - ${WINDOW}::int, 0) AS "from") near
    WHERE "Evidence"."id" = ANY(${ids}::uuid[]) AND "extractedText" IS NOT NULL
      AND "extractedText" !~ ${ASTRAL}`;
}

/**
 * The sentence around each of these passages, by their ids, as `sentenceAround` cuts it out of the whole text; those whose text is
 * not kept are left out. Only the words near a passage are read. A text with emoji, say, is read whole, once, and one at a time.
 */
export async function publishedAround(db: Db, passages: readonly Cut[]): Promise<Map<string, Around>> {
  if (passages.length === 0) return new Map();
  const near = await readNear(
    db,
    passages.map(({ id }) => id),
  );
  const byId = new Map(near.map((row) => [row.id, row]));
  const found = new Map<string, Around>();
  const rest = new Map<string, Cut[]>();
  for (const passage of passages) {
    const { id, snapshotId, start, end } = passage;
    const row = byId.get(id);
    if (row) found.set(id, sentenceAround(row.words, start - row.from, end - row.from));
    else rest.set(snapshotId, [...(rest.get(snapshotId) ?? []), passage]);
  }
  for (const [id, cuts] of rest) {
    const text = (await db.sourceSnapshot.findUnique({ where: { id }, select: { extractedText: true } }))
      ?.extractedText;
    if (text == null) continue;
    for (const cut of cuts) found.set(cut.id, sentenceAround(text, cut.start, cut.end));
  }
  return found;
}
