import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./places.mjs";

/** The path of a file inside an installed package. */
export const inModules = (...parts: string[]): string => path.join(ROOT, "node_modules", ...parts);

/** Arguments that make Node read TypeScript with the project's "@/" paths. */
export const TSX = ["--import", pathToFileURL(inModules("tsx", "dist", "loader.mjs")).href];

export interface Finished {
  code: number;
  stdout: string;
  stderr: string;
  /** Both, in the order in which they came. */
  output: string;
}

const atWork = new Set<ChildProcess>();

/** Starts a program as the head of a group of its own: Ctrl-C in the terminal is then ours to act on, in our order. */
export function spawnTree(program: string, args: string[], options: SpawnOptions): ChildProcess {
  const detached = process.platform !== "win32";
  const child = spawn(program, args, { cwd: ROOT, windowsHide: true, detached, ...options });
  atWork.add(child);
  child.on("close", () => atWork.delete(child));
  return child;
}

/** Ends at once every program that is still running. */
export function endTrees(): void {
  for (const child of atWork) signalTree(child, "SIGKILL");
}

/** Runs a program to its end with what it prints collected; `show` passes it on as well. Never rejects. */
export async function run(
  program: string,
  args: string[],
  options: SpawnOptions & { show?: NodeJS.WritableStream } = {},
): Promise<Finished> {
  const { show, ...rest } = options;
  const child = spawnTree(program, args, { stdio: ["ignore", "pipe", "pipe"], ...rest });
  const result = { code: 1, stdout: "", stderr: "", output: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name]?.setEncoding("utf8").on("data", (words: string) => {
      result[name] += words;
      result.output += words;
      show?.write(words);
    });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ ...result, stderr: error.message, output: error.message }));
    child.on("close", (code) => resolve({ ...result, code: code ?? 1 }));
  });
}

/** Runs Node on `args` with the project's Node. */
export const runNode = (args: string[], options?: Parameters<typeof run>[2]): Promise<Finished> =>
  run(process.execPath, args, options);

/** Asks a child of spawnTree and all that it started to end, and makes them after `patience` milliseconds. */
export async function stopTree(child: ChildProcess, patience = 10_000): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, "exit");
  signalTree(child, "SIGTERM");
  const force = setTimeout(() => signalTree(child, "SIGKILL"), patience);
  await gone;
  clearTimeout(force);
}

/** Sends a signal to a child's whole group. */
export function signalTree(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32")
      spawn("taskkill", ["/pid", String(child.pid), "/T", "/F"], { stdio: "ignore" });
    else process.kill(-child.pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

/** Whether a server could listen on `port` now. Without a host, on every address. */
export function isFree(port: number, host?: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port on 127.0.0.1 that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given out");
  return address.port;
}
