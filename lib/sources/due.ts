import { addDays } from "date-fns";
import { db, transaction } from "@/lib/db";
import { enqueue, queueOf } from "@/lib/jobs/enqueue";
import { announceCollecting } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";

/** How many are put into the queue at once; the rest follows a few minutes later. */
const AT_ONCE = 5_000;

/**
 * The sources whose check is due at `now`: cited by a story in use or by a claim of one, published ones included, and with
 * an address. With `all`, every cited one, due or not.
 */
export async function dueSources(now: Date, all = false): Promise<{ id: string; url: string }[]> {
  const inUse = { trashedAt: null };
  return db().source.findMany({
    where: {
      url: { not: null },
      ...(all ? {} : { nextCheckAt: { lte: now } }),
      OR: [
        { stories: { some: { story: inUse } } },
        { snapshots: { some: { evidence: { some: { claim: { story: inUse } } } } } },
      ],
    },
    select: { id: true, url: true },
    orderBy: [{ nextCheckAt: "asc" }, { id: "asc" }],
    take: AT_ONCE,
  }) as Promise<{ id: string; url: string }[]>;
}

/**
 * Puts every due source into the queue of its host. Answers how many. Each is due again a day later whatever becomes of the
 * job, so that one that fails for good is tried again then, and not before.
 */
export async function queueDueSources(now: Date): Promise<number> {
  const due = await dueSources(now);
  for (const { id, url } of due)
    await transaction(async (tx) => {
      await tx.source.update({ where: { id }, data: { nextCheckAt: addDays(now, 1) } });
      await enqueue(
        tx,
        "check-source",
        { sourceId: id },
        { key: `check ${id}`, queue: queueOf(url), priority: 10 },
      );
    });
  return due.length;
}

/**
 * Asks for a look at every source that something in use cites, now: each site in its turn, and asked for its leave as at any
 * unattended check. Answers how many. What is being read already is not asked for twice.
 */
export async function checkAllSources(actor: Actor): Promise<{ asked: number }> {
  authorize(actor, "source.check");
  const cited = await dueSources(new Date(), true);
  await transaction(async (tx) => {
    const ids = cited.map(({ id }) => id);
    await tx.source.updateMany({ where: { id: { in: ids } }, data: { fetchAskedAt: new Date() } });
    await tx.$executeRaw`
      SELECT graphile_worker.add_job('check-source', payload => json_build_object('sourceId', asked."id"),
        queue_name => asked."queue", max_attempts => 3, job_key => 'check ' || asked."id", priority => 10)
      FROM unnest(${ids}::text[], ${cited.map(({ url }) => queueOf(url))}::text[]) AS asked("id", "queue")`;
    await announceCollecting(tx, "source");
  });
  return { asked: cited.length };
}

/** How many sources are being read, or are to be read next. */
export async function countBeingRead(actor: Actor): Promise<number> {
  authorize(actor, "source.read");
  return db().source.count({ where: { fetchAskedAt: { not: null } } });
}
