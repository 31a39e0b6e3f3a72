import type { Db } from "@/lib/db";
import type { Payload, TaskName } from "@/lib/jobs/tasks";

export interface Queueing {
  /** Jobs of one key are one job: asking again moves it to the new time. */
  key?: string;
  /** Jobs of one queue run one after the other, whatever the number of workers. */
  queue?: string;
  /** Not before. */
  runAt?: Date;
  /** Tries before it is given up; each waits longer than the last. */
  tries?: number;
  /** Lower runs first; 0 unless said. */
  priority?: number;
}

/** Puts a job into the queue, in the caller's transaction: it runs once that has committed, and not at all if it fails. */
export async function enqueue<N extends TaskName>(
  tx: Db,
  task: N,
  payload: Payload<N>,
  { key, queue, runAt, tries = 5, priority = 0 }: Queueing = {},
): Promise<void> {
  await tx.$executeRaw`
    SELECT graphile_worker.add_job(${task}, payload => ${JSON.stringify(payload)}::json, queue_name => ${queue ?? null},
      run_at => ${runAt ?? null}::timestamptz, max_attempts => ${tries}::int, job_key => ${key ?? null},
      priority => ${priority}::int)`;
}

/** The queue of everything that asks a host for something: one request at a time, however many workers there are. */
export function queueOf(url: string): string {
  return `host ${new URL(url).hostname}`;
}

/** Takes the job of this key out of the queue, unless a worker has it in hand. */
export async function withdraw(tx: Db, key: string): Promise<void> {
  await tx.$executeRaw`SELECT graphile_worker.remove_job(${key})`;
}
