import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isServerOf } from "./cluster.ts";
import { ensureDatabase, type Postgres, startPostgres } from "./start.ts";

let dir = "";
let first: Postgres | undefined;
const start = () => startPostgres({ dir, throwAway: true });
const pidFile = () => path.join(dir, "pg", "postmaster.pid");

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows.flat();
  } finally {
    await client.end();
  }
}

beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), "plumbline postgres "));
});
afterAll(async () => {
  await first?.stop();
  rmSync(dir, { recursive: true, force: true });
});

test("two users share one server, and only the last one stops it", async () => {
  const [one, two] = await Promise.all([start(), start()]);
  first = one;
  expect(one.url("x")).toBe(two.url("x"));
  expect([one.startedHere, two.startedHere].filter(Boolean)).toHaveLength(1);
  await one.stop();
  await ensureDatabase(two, "kept");
  await Promise.all([ensureDatabase(two, "kept"), ask(two.url("kept"), "CREATE TABLE kept (word text)")]);
  await two.stop();
  expect(existsSync(pidFile())).toBe(false);
});

test("it asks for the password, which only its owner can read", async () => {
  first = await start();
  const stranger = new URL(first.url("kept"));
  stranger.password = "guess";
  await expect(ask(stranger.href, "SELECT 1")).rejects.toThrow(/password/);
  if (process.platform !== "win32")
    expect(statSync(path.join(path.dirname(first.folder), "pg.password")).mode & 0o777).toBe(0o600);
});

test("killed outright, it comes back under its user on the same port with its data", async () => {
  if (!first) throw new Error("it is not running");
  await ask(first.url("kept"), "INSERT INTO kept VALUES ('still here')");
  const pid = () => readFileSync(pidFile(), "utf8").split("\n")[0];
  const [killed, { url }] = [pid(), first];
  process.kill(Number(killed), "SIGKILL");
  await expect.poll(pid, { timeout: 15_000 }).not.toBe(killed);
  const read = () => ask(url("kept"), "SELECT word FROM kept").catch(() => []);
  await expect.poll(read, { timeout: 15_000 }).toEqual(["still here"]);
});

test("a process file left by a crash is seen through, even when its number belongs to another program", async () => {
  await first?.stop();
  const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await sleep(100);
  writeFileSync(pidFile(), `${stranger.pid}\n${first?.folder}\n1\n54329\n\n127.0.0.1\n\nready\n`);
  first = await start();
  expect(await ask(first.url("kept"), "SELECT count(*)::int FROM kept")).toEqual([1]);
  stranger.kill();
});

test("the port is remembered, and another is taken when that one is in use", async () => {
  const port = first?.port;
  await first?.stop();
  first = await start();
  expect(first.port).toBe(port);
  await first.stop();
  const squatter = (await import("node:net")).createServer().listen(port, "127.0.0.1");
  await sleep(50);
  first = await start();
  expect(first.port).not.toBe(port);
  squatter.close();
});

test("a server is known by its own folder, not by its name alone", () => {
  const command = "/a b/native/bin/postgres -D /a b/pg -p 4000";
  expect(isServerOf(command, "/a b/pg")).toBe(true);
  expect(isServerOf(command, "/a b/p")).toBe(false);
  expect(isServerOf("/usr/lib/postgresql/bin/postgres -D /var/lib/postgresql", "/a b/pg")).toBe(false);
  expect(isServerOf("vi /a b/pg/postgres.md", "/a b/pg")).toBe(false);
  expect(isServerOf(null, "/a b/pg")).toBe(false);
});

test.runIf(process.platform === "linux" && process.getuid?.() === 0)("as root, another user runs it", () => {
  const pid = readFileSync(pidFile(), "utf8").split("\n")[0];
  expect(execFileSync("stat", ["-c", "%u", `/proc/${pid}`], { encoding: "utf8" }).trim()).not.toBe("0");
});
