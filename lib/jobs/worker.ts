import { Logger as GraphileLogger, type Logger, type Runner, run, type TaskList } from "graphile-worker";
import { type Handler, handlers } from "@/lib/jobs/handlers";
import { LivingWorkers } from "@/lib/jobs/lost-workers";
import { CRONTAB, TASKS, type TaskName } from "@/lib/jobs/tasks";
import { newVisits, type Visits } from "@/lib/sources/check";

/** Jobs at once: they mostly wait for the network, and for their host's turn. */
const AT_ONCE = 8;

export interface Working {
  /** Takes no more jobs and ends once those in hand are done, or given up after some seconds. */
  stop(): Promise<void>;
  /** Resolves when the work has ended, and rejects when it ended by a failure. */
  ended: Promise<void>;
}

/** Warnings and failures go to standard error; each job's coming and going does not. */
const logger: Logger = new GraphileLogger(() => (level, message) => {
  if (level === "error" || level === "warning") console.error(`Jobs: ${message}`);
});

function taskList(living: LivingWorkers, visits: Visits): TaskList {
  const own = { ...handlers(visits), "release-lost-jobs": async () => void (await living.releaseLost()) };
  const entries = (Object.keys(own) as (keyof typeof own)[]).map((name) => {
    const handler = own[name] as Handler<TaskName>;
    return [
      name,
      async (payload: unknown, helpers: { abortSignal?: AbortSignal }) => {
        await handler(TASKS[name].parse(payload ?? {}), helpers.abortSignal ?? new AbortController().signal);
      },
    ] as const;
  });
  return Object.fromEntries(entries);
}

/**
 * Works on the queue of `connectionString` until told to stop, going to the web by `visits`; installs or updates the queue's
 * own tables first.
 */
export async function work(connectionString: string, visits = newVisits()): Promise<Working> {
  const holder: { runner?: Runner } = {};
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  failed.catch(() => void holder.runner?.stop().catch(() => undefined));
  const living = await LivingWorkers.open(connectionString, fail);
  await living.releaseLost();
  const showLife: GraphileConfig.Plugin = {
    name: "PlumblineLivingWorkers",
    version: "1.0.0",
    worker: { hooks: { startWorker: (_, { worker }) => living.show(worker.workerId) } },
  };
  const runner = await run({
    connectionString,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    crontab: CRONTAB,
    taskList: taskList(living, visits),
    logger,
    preset: { plugins: [showLife] },
  });
  holder.runner = runner;
  return {
    stop: async () => {
      await runner.stop();
      await living.close();
    },
    ended: Promise.race([runner.promise, failed]),
  };
}
