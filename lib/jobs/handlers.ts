import { subDays } from "date-fns";
import { env } from "@/lib/env";
import { queueDueFeeds, readFeed } from "@/lib/feeds/read";
import { eraseUnnamed } from "@/lib/images/erase-unnamed";
import { readItem } from "@/lib/inbox/read-item";
import type { Payload, TaskName } from "@/lib/jobs/tasks";
import { pruneRaw } from "@/lib/snapshots/raw";
import { lookAtSource, type Visits } from "@/lib/sources/check";
import { queueDueSources } from "@/lib/sources/due";

/** What a task does. `signal` is raised when the worker is to end soon. Throwing means: try again later. */
export type Handler<N extends TaskName> = (payload: Payload<N>, signal: AbortSignal) => Promise<void>;

async function pruneSnapshots(): Promise<void> {
  const days = env().SNAPSHOT_RAW_DAYS;
  const now = new Date();
  if (days !== undefined) while ((await pruneRaw(subDays(now, days), now)) > 0);
}

/** What each task does, going to the web by `visits`: one for a process, so that what a site asks for holds from job to job. */
export function handlers(visits: Visits) {
  return {
    "fetch-source": async ({ sourceId }, signal) =>
      void (await lookAtSource(sourceId, { visits, unattended: false, signal })),
    "read-item": async ({ itemId }, signal) => readItem(itemId, { visits, unattended: false, signal }),
    "check-sources": async () => void (await queueDueSources(new Date())),
    "check-source": async ({ sourceId }, signal) =>
      void (await lookAtSource(sourceId, { visits, unattended: true, signal })),
    "read-feeds": async () => void (await queueDueFeeds(new Date())),
    "read-feed": async ({ feedId }, signal) =>
      void (await readFeed(feedId, { door: visits.door, politeness: visits.politeness, signal })),
    "prune-snapshots": pruneSnapshots,
    "erase-pictures": async () => void (await eraseUnnamed(new Date())),
  } as const satisfies Partial<{ [N in TaskName]: Handler<N> }>;
}
