import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commandOf, isAlive, markStopping, parentOf, releaseLock, runningApp, takeLock } from "./running.mjs";

const app = { url: "http://localhost:3000", port: 3000 };
let data = "";
beforeEach(() => {
  data = mkdtempSync(path.join(os.tmpdir(), "plumbline-lock-"));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const lockOf = (pid: number) => writeFileSync(path.join(data, "app.json"), JSON.stringify({ pid, ...app }));

/** A living process whose command line looks like the app's. */
async function likeTheApp() {
  const child = spawn(process.execPath, [
    "-e",
    "console.log(1); setInterval(() => {}, 1000)",
    "--",
    "/x/scripts/start.ts",
  ]);
  await once(child.stdout, "data");
  return { pid: child.pid ?? 0, kill: () => child.kill() };
}

test("the lock is taken once and given back", () => {
  expect(takeLock(data, app)).toBeNull();
  releaseLock(data);
  expect(readdirSync(data)).toEqual([]);
});

test("a living app keeps its lock, whoever else comes", async () => {
  const other = await likeTheApp();
  lockOf(other.pid);
  expect(takeLock(data, app)).toMatchObject({ pid: other.pid, ...app });
  releaseLock(data);
  markStopping(data, app);
  expect(runningApp(data)).toMatchObject({ pid: other.pid });
  expect(runningApp(data)?.stopping).toBeUndefined();
  other.kill();
});

test("the lock of a dead app, of a number that is another program's by now, and a damaged one count for nothing", () => {
  for (const pid of [2 ** 22 - 1, process.ppid]) {
    lockOf(pid);
    expect(runningApp(data)).toBeNull();
    expect(takeLock(data, app)).toBeNull();
    releaseLock(data);
  }
  writeFileSync(path.join(data, "app.json"), "{");
  expect(takeLock(data, app)).toBeNull();
});

test("processes are seen as they are", () => {
  expect(commandOf(process.pid)).toMatch(/node|vitest/);
  expect(commandOf(2 ** 22 - 1)).toBeNull();
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(2 ** 22 - 1)).toBe(false);
  if (process.platform !== "win32") expect(parentOf(process.pid)).toBe(process.ppid);
});
