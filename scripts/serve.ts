import type { ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { Failure } from "./failure.ts";
import { ROOT } from "./places.mjs";
import { inModules, spawnTree, stopTree } from "./processes.ts";

export interface Served {
  child: ChildProcess;
  /** Resolves when the app ends, whoever ended it. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

export interface ServeOptions {
  mode: "start" | "dev";
  port: number;
  /** The address to listen on; undefined means every one. */
  host: string | undefined;
  env: NodeJS.ProcessEnv;
  /** Where the app's own words go once it is up; before that they are shown only if it fails. */
  log: NodeJS.WritableStream;
}

const PATIENCE = 120_000;

/** Starts the app and waits until it answers. */
export async function serve({ mode, port, host, env, log }: ServeOptions): Promise<Served> {
  const follow = pathToFileURL(path.join(ROOT, "scripts", "follow-parent.mjs")).href;
  const next = inModules("next", "dist", "bin", "next");
  const args = ["--import", follow, next, mode, "-p", String(port), ...(host ? ["-H", host] : [])];
  const child = spawnTree(process.execPath, args, {
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1", PLUMBLINE_PARENT: String(process.pid) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const served: Served = {
    child,
    ended: new Promise((resolve) => child.once("close", () => resolve())),
    stop: () => stopTree(child),
  };
  let words = "";
  let ready = false;
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      if (ready) log.write(chunk);
      else words += chunk;
    });
  try {
    await untilHealthy(child, host ?? "127.0.0.1", port);
  } catch (error) {
    await served.stop();
    throw new Failure(`${error instanceof Error ? error.message : error}\n${words.trim()}`);
  }
  ready = true;
  return served;
}

/** Waits for a healthy answer. An app without a health route counts as up when it answers at all. */
async function untilHealthy(child: ChildProcess, host: string, port: number): Promise<void> {
  const reachable = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const address = `http://${reachable.includes(":") ? `[${reachable}]` : reachable}:${port}/api/health`;
  const hasHealth = existsSync(path.join(ROOT, "app", "api", "health"));
  let last = "it did not answer";
  for (const deadline = Date.now() + PATIENCE; Date.now() < deadline; await sleep(100)) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error("The app ended while it was starting:");
    const answer = await fetch(address, { signal: AbortSignal.timeout(30_000) }).catch(() => null);
    if (answer && (answer.ok || !hasHealth)) return;
    if (answer) last = `${address} answers ${answer.status}: ${(await answer.text()).slice(0, 300)}`;
  }
  throw new Error(`The app did not come up in ${PATIENCE / 1000} s: ${last}`);
}
