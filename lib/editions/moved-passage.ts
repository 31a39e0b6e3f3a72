import { db } from "@/lib/db";
import { archivedAddress, passageId } from "@/lib/editions/passages";
import type { Edition } from "@/lib/editions/schema";

/** A source that an edition names, or that was put together with one, and when its texts were read. */
interface Named {
  id: string;
  readAt: string[];
}

/** For each of these sources that was put together with others: itself and all of those. */
async function relatives(sourceIds: string[]): Promise<Map<string, Named[]>> {
  const named = await db().source.findMany({
    where: { id: { in: sourceIds }, OR: [{ mergedIntoId: { not: null } }, { merged: { some: {} } }] },
    select: { id: true, mergedIntoId: true },
  });
  const standing = named.map(({ id, mergedIntoId }) => mergedIntoId ?? id);
  const rows = await db().source.findMany({
    where: { OR: [{ id: { in: standing } }, { mergedIntoId: { in: standing } }] },
    select: { id: true, mergedIntoId: true, snapshots: { select: { fetchedAt: true } } },
  });
  const of = (root: string) =>
    rows
      .filter(({ id, mergedIntoId }) => (mergedIntoId ?? id) === root)
      .map(({ id, snapshots }) => ({
        id,
        readAt: snapshots.map(({ fetchedAt }) => fetchedAt.toISOString()),
      }));
  return new Map(named.map(({ id, mergedIntoId }) => [id, of(mergedIntoId ?? id)]));
}

/**
 * Where a passage is archived that had this id before its source was put together with another: the address says the source and
 * when it was read (lib/editions/passages.ts), and a merge may change both, never the words. Null where no passage of the
 * edition had it.
 */
export async function movedPassage(edition: Edition, id: string): Promise<string | null> {
  const claims = edition.sections.flatMap(({ stories }) => stories.flatMap((story) => story.claims));
  const passages = claims.flatMap((claim) => claim.evidence.map((item) => ({ claimId: claim.id, item })));
  const known = await relatives([...new Set(passages.map(({ item }) => item.source.id))]);
  const had = passages.find(({ claimId, item }) =>
    known
      .get(item.source.id)
      ?.some((source) =>
        source.readAt.some(
          (readAt) =>
            passageId(claimId, { ...item, readAt, source: { ...item.source, id: source.id } }) === id,
        ),
      ),
  );
  return had ? archivedAddress(edition.slug, had.claimId, had.item) : null;
}
