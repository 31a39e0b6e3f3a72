import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Failure } from "../failure.ts";
import { commandOf } from "../running.mjs";
import { readSecret, writeOnce } from "../secrets.ts";
import type { Lodging } from "./lodging.ts";

/** One Postgres cluster on disk: made, started and stopped through Postgres' own tools. */
export interface Cluster {
  folder: string;
  password: string;
  /** The port it listens on, null while it does not run. */
  runningPort(): number | null;
  /** Starts it on `port`; false when it did not come up (another process may have been first). */
  start(port: number): Promise<boolean>;
  /** Ends every connection and stops it. */
  stop(): Promise<void>;
  /** The last lines of its log. */
  log(): string;
}

const LARGEST_LOG = 5_000_000;

/** Opens the cluster in a lodging, making it first when there is none. `throwAway` trades safety on disk for speed. */
export async function openCluster({ ids, native, home }: Lodging, throwAway: boolean): Promise<Cluster> {
  const folder = path.join(home, "pg");
  const log = path.join(home, "pg.log");
  const tool = (name: string, args: string[]) => runTool(path.join(native, "bin", name), args, ids);
  const lastLines = () =>
    (fs.existsSync(log) ? fs.readFileSync(log, "utf8") : "").split("\n").slice(-12).join("\n");
  const password = passwordFor(home, fs.existsSync(folder));
  if (!fs.existsSync(folder)) await make({ ids, native, home }, password, throwAway);
  return {
    folder,
    password,
    log: lastLines,
    runningPort: () => runningPort(folder),
    async start(port) {
      prepareLog(log, ids);
      const started = await tool("pg_ctl", [
        "-D",
        folder,
        "-l",
        log,
        "-w",
        "-t",
        "60",
        "-o",
        `-p ${port}`,
        "start",
      ]);
      return started.code === 0;
    },
    async stop() {
      await tool("pg_ctl", ["-D", folder, "-w", "-t", "60", "-m", "fast", "stop"]);
    },
  };
}

function passwordFor(home: string, clusterExists: boolean): string {
  const file = path.join(home, "pg.password");
  if (clusterExists && readSecret(file) === null)
    throw new Failure(
      `${file}, the database's password, is missing: put it back, or remove ${home} to begin anew.`,
    );
  if (readSecret(file) === null) writeOnce(file, randomBytes(24).toString("hex"));
  return readSecret(file) ?? "";
}

/** initdb into a folder beside, then one rename: whoever is killed half-way, or second, leaves nothing half made. */
async function make({ ids, native, home }: Lodging, password: string, throwAway: boolean): Promise<void> {
  for (const name of fs.readdirSync(home))
    if (/^pg\.new-\d+/.test(name) && !commandOf(Number(name.match(/\d+/)?.[0])))
      fs.rmSync(path.join(home, name), { recursive: true, force: true });
  const draft = fs.mkdtempSync(path.join(home, `pg.new-${process.pid}-`));
  const passwordFile = `${draft}.password`;
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const file of [draft, passwordFile]) own(file, ids);
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "log_checkpoints=off",
    "timezone=UTC",
  ];
  // Safe against a killed server, as tests want it, but not against a lost machine.
  if (throwAway) settings.push("fsync=off", "full_page_writes=off");
  // The builtin locale sorts and folds the same on every system.
  const args = [
    "-D",
    draft,
    "-U",
    "postgres",
    "-A",
    "scram-sha-256",
    `--pwfile=${passwordFile}`,
    "-E",
    "UTF8",
  ];
  args.push("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
  args.push(...settings.flatMap((setting) => ["-c", setting]), ...(throwAway ? ["--no-sync"] : []));
  const done = await runTool(path.join(native, "bin", "initdb"), args, ids, true);
  fs.rmSync(passwordFile, { force: true });
  if (done.code !== 0) throw new Failure(`The database could not be made in ${home}:\n${done.output.trim()}`);
  try {
    fs.renameSync(draft, path.join(home, "pg"));
  } catch {
    fs.rmSync(draft, { recursive: true, force: true }); // another process was first
  }
}

function own(file: string, { uid, gid }: Lodging["ids"]): void {
  if (uid !== undefined && gid !== undefined) fs.chownSync(file, uid, gid);
}

function prepareLog(log: string, ids: Lodging["ids"]): void {
  if ((fs.statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG) fs.renameSync(log, `${log}.1`);
  fs.closeSync(fs.openSync(log, "a", 0o600));
  own(log, ids);
}

/**
 * Reads postmaster.pid: process on line 1, port on line 4. After a crash it is left behind, and its number may by then
 * belong to another program, which Postgres would take for itself and refuse to start; so then the file goes.
 */
export function runningPort(folder: string): number | null {
  const file = path.join(folder, "postmaster.pid");
  const lines = (readSecret(file) ?? "").split("\n");
  if (lines.length < 2) return null;
  if (!isServerOf(commandOf(Number(lines[0])), folder)) {
    fs.rmSync(file, { force: true });
    return null;
  }
  return Number(lines[3]) || null;
}

/** Whether a process's command line is that of the server of the cluster in `folder`. */
export function isServerOf(command: string | null, folder: string): boolean {
  const plain = (words: string) =>
    process.platform === "win32" ? words.replaceAll("\\", "/").replaceAll('"', "").toLowerCase() : words;
  const words = plain(`${command ?? ""} `);
  return words.includes("postgres") && words.includes(plain(`-D ${folder} `));
}

/** A server started by pg_ctl keeps what it inherits, so it inherits no pipe: waiting for its end would never end. */
function runTool(
  file: string,
  args: string[],
  ids: Lodging["ids"],
  collect = false,
): Promise<{ code: number; output: string }> {
  const child = spawn(file, args, {
    ...ids,
    cwd: os.tmpdir(),
    env: { ...withoutPostgresSettings(process.env), LC_ALL: "C" },
    stdio: collect ? ["ignore", "pipe", "pipe"] : "ignore",
    windowsHide: true,
    detached: process.platform === "win32", // so that Ctrl-C in this window is not Postgres' Ctrl-C
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (words) => {
      output += words;
    });
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** PGPORT, PGDATA, PGSSLMODE and their like belong to another Postgres of this person. */
export function withoutPostgresSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^PG[A-Z]+$/.test(name)),
  ) as NodeJS.ProcessEnv;
}
