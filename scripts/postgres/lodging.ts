import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { Failure } from "../failure.ts";
import { type Binaries, binaries } from "./binaries.ts";

/** Whom Postgres runs as, from which binaries, and in which folder its cluster, log and password are kept. */
export interface Lodging {
  ids: { uid?: number; gid?: number };
  native: string;
  home: string;
}

/** Where the database of a data folder lives when Postgres' user cannot get into that folder. */
export const elsewhere = (data: string): string =>
  path.join("/var/lib/plumbline", createHash("sha256").update(data).digest("hex").slice(0, 12));

/**
 * Finds Postgres a place to run. Postgres refuses to run as root: then an unprivileged user runs it, and where that
 * user cannot read the checkout (one under /root, say) the binaries and the data go to a folder that it can.
 */
export function lodging(dataFolder: string): Lodging {
  mkdirSync(dataFolder, { recursive: true });
  const data = realpathSync(dataFolder);
  const source = binaries();
  if (process.getuid?.() !== 0) return { ids: {}, native: source.folder, home: data };
  chmodSync(data, statSync(data).mode | 0o011); // what is secret in it has a mode of its own
  const ids = unprivileged(ownerOf(path.join(data, "pg")));
  const home = canEnter(data, ids) ? data : moved(data);
  const readable = canEnter(path.join(source.folder, "bin", "postgres"), ids);
  return { ids, home, native: readable ? source.folder : copied(source, home, ids) };
}

function moved(data: string): string {
  if (existsSync(path.join(data, "pg")))
    throw new Failure(
      `The database in ${data} can no longer be reached by the user that runs it: make the folders above it enterable again (chmod o+x).`,
    );
  const home = elsewhere(data);
  mkdirSync(home, { recursive: true });
  for (const folder of [path.dirname(home), home]) chmodSync(folder, 0o755);
  return home;
}

function copied({ folder, version }: Binaries, home: string, ids: Lodging["ids"]): string {
  const copy = path.join(home, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync("chown", ["-R", `${ids.uid}:${ids.gid}`, draft]);
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another process was first
  }
  return copy;
}

const canEnter = (file: string, ids: Lodging["ids"]): boolean =>
  spawnSync("test", ["-x", file], { ...ids, cwd: "/" }).status === 0;

function ownerOf(folder: string): Lodging["ids"] | null {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : null;
}

/** The user that owns the cluster already, else a system user that is there for it, else one made for it. */
function unprivileged(owner: Lodging["ids"] | null): Lodging["ids"] {
  if (owner) return owner;
  const names =
    process.platform === "darwin" ? ["postgres", "_postgres", "daemon"] : ["postgres", "plumbline"];
  const known = names.map(idsOf).find((ids) => ids !== null) ?? created("plumbline");
  if (known) return known;
  throw new Failure(
    "Postgres refuses to run as root and a user for it could not be made: start Plumbline as a normal user, or set DATABASE_URL to a Postgres of your own.",
  );
}

function created(name: string): Lodging["ids"] | null {
  const args = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name];
  spawnSync("useradd", args, { stdio: "ignore" });
  return idsOf(name);
}

function idsOf(name: string): Lodging["ids"] | null {
  const number = (flag: string) => {
    const result = spawnSync("id", [flag, name], { encoding: "utf8" });
    return result.status === 0 ? Number(result.stdout) : null;
  };
  const uid = number("-u");
  const gid = number("-g");
  return uid === null || gid === null ? null : { uid, gid };
}
