import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.ts";
import { ROOT } from "./places.mjs";
import { spawnTree, stopTree, TSX } from "./processes.ts";

export interface AtWork {
  stop(): Promise<void>;
}

interface WorkOptions {
  env: NodeJS.ProcessEnv;
  /** Where the worker's own words go. */
  log: NodeJS.WritableStream;
}

const FIRST_PAUSE = 1_000;
const LAST_PAUSE = 60_000;

function spawnWorker({ env, log }: WorkOptions) {
  const child = spawnTree(process.execPath, [...TSX, path.join(ROOT, "scripts", "worker.ts")], {
    env,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (words: string) => log.write(words));
  return child;
}

/**
 * Starts the worker beside the app and keeps it going: one that ends by itself is started again, after a pause that grows
 * while it keeps failing. Resolves when it takes jobs.
 */
export async function work(options: WorkOptions): Promise<AtWork> {
  let child = spawnWorker(options);
  let stopping = false;
  let pause = FIRST_PAUSE;
  const watch = () => {
    child.once("message", () => {
      pause = FIRST_PAUSE;
    });
    child.once("close", async () => {
      if (stopping) return;
      await sleep(pause, undefined, { ref: false });
      pause = Math.min(pause * 2, LAST_PAUSE);
      if (stopping) return;
      child = spawnWorker(options);
      watch();
    });
  };
  const [first] = await Promise.race([once(child, "message"), once(child, "close").then(() => ["ended"])]);
  if (first !== "ready")
    throw new Failure("The job worker ended while it was starting; its words are above.");
  watch();
  return {
    stop: async () => {
      stopping = true;
      await stopTree(child);
    },
  };
}
