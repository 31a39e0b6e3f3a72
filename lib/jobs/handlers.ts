import { subDays } from "date-fns";
import { env } from "@/lib/env";
import type { Payload, TaskName } from "@/lib/jobs/tasks";
import { pruneRaw } from "@/lib/snapshots/raw";
import { checkSource, lookAtSource, newVisits, queueDueSources, type Visits } from "@/lib/sources/check";

/** What a task does. `signal` is raised when the worker is to end soon. Throwing means: try again later. */
export type Handler<N extends TaskName> = (payload: Payload<N>, signal: AbortSignal) => Promise<void>;

let ofThisProcess: Visits | undefined;

/** This process's visits, so that what a site asks for holds from one job to the next. */
function visits(): Visits {
  ofThisProcess ??= newVisits();
  return ofThisProcess;
}

async function pruneSnapshots(): Promise<void> {
  const days = env().SNAPSHOT_RAW_DAYS;
  const now = new Date();
  if (days !== undefined) while ((await pruneRaw(subDays(now, days), now)) > 0);
}

export const HANDLERS = {
  "fetch-source": async ({ sourceId }, signal) =>
    void (await lookAtSource(sourceId, { visits: visits(), unattended: false, signal })),
  "check-sources": async () => void (await queueDueSources(new Date())),
  "check-source": async ({ sourceId }, signal) =>
    void (await checkSource(sourceId, { visits: visits(), unattended: true, signal })),
  "prune-snapshots": pruneSnapshots,
} as const satisfies Partial<{ [N in TaskName]: Handler<N> }>;
