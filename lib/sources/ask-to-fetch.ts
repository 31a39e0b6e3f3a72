import type { Db } from "@/lib/db";
import { enqueue, queueOf } from "@/lib/jobs/enqueue";

/** The key of the job that reads a source's page because somebody asked. */
export const fetchKey = (sourceId: string): string => `fetch ${sourceId}`;

/** Puts a look at the source into the queue, before what nobody waits for; the desk shows that it is under way. */
export async function askToFetch(tx: Db, { id, url }: { id: string; url: string }): Promise<void> {
  await tx.source.update({ where: { id }, data: { fetchAskedAt: new Date() } });
  await enqueue(tx, "fetch-source", { sourceId: id }, { key: fetchKey(id), queue: queueOf(url), tries: 3 });
}
