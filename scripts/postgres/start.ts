import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Failure } from "../failure.ts";
import { freePort, isFree } from "../processes.ts";
import { type Cluster, openCluster } from "./cluster.ts";
import { lodging } from "./lodging.ts";

/** Every process that uses the database holds this lock shared; who gets it alone is the last one. */
const USERS = 7_520_001;
/** How long a start may take: after a crash, the log has to be played back. */
const PATIENCE = 120_000;
const MOST_FAILURES = 30;

export interface Postgres {
  /** The address of a database on it. */
  url(database: string): string;
  port: number;
  /** The folder of the cluster: not always inside the data folder, see lodging.ts. */
  folder: string;
  /** False when another process had it running already. */
  startedHere: boolean;
  /** Lets go of it; when nobody else uses it any more, it is stopped. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded Postgres of a data folder, or joins it when it runs already. Any number of processes may share
 * it: each holds a lock inside Postgres for as long as it lives, and the last to let go stops it. Nothing of this is
 * left behind by a crash, because such locks end with their connection.
 */
export async function startPostgres(options: { dir: string; throwAway?: boolean }): Promise<Postgres> {
  const place = lodging(options.dir);
  const cluster = await openCluster(place, options.throwAway ?? false);
  const portFile = path.join(place.home, "pg.port");
  const url = (port: number, database: string) =>
    `postgresql://postgres:${cluster.password}@127.0.0.1:${port}/${database}?sslmode=disable`;
  const connect = () => join(cluster, portFile, (port) => url(port, "postgres"));
  const { port, startedHere, hold } = await connect();
  let stopping = false;
  let holding: Promise<pg.Client | null> = Promise.resolve(hold);
  // The database killed under a running app: bring it back on the same port, which the app's address names.
  const watch = (client: pg.Client | null) =>
    client?.once("end", () => {
      if (stopping) return;
      holding = connect()
        .then((again) => again.hold)
        .catch(() => null); // the app reports the database as gone
      void holding.then(watch);
    });
  watch(hold);
  return {
    url: (database) => url(port, database),
    port,
    folder: cluster.folder,
    startedHere,
    async stop() {
      stopping = true;
      const client = await holding;
      if (client) await leave(client, cluster);
    },
  };
}

async function join(cluster: Cluster, portFile: string, url: (port: number) => string) {
  const deadline = Date.now() + PATIENCE;
  let startedHere = false;
  for (let failures = 0; failures < MOST_FAILURES && Date.now() < deadline; ) {
    const running = cluster.runningPort();
    const hold = running === null ? null : await holdOpen(url(running));
    if (running !== null && hold) {
      writeFileSync(portFile, String(running));
      return { hold, port: running, startedHere };
    }
    if (running === null) {
      startedHere = await cluster.start(await portFrom(portFile));
      if (startedHere) continue;
      failures++; // another process was first, or what a killed server left is not gone yet
    }
    await sleep(200);
  }
  throw new Failure(`The database did not start. The end of its log:\n${cluster.log()}`);
}

/** The port of last time where it is still free: addresses that people noted down keep working. */
async function portFrom(file: string): Promise<number> {
  let remembered = 0;
  try {
    remembered = Number(readFileSync(file, "utf8"));
  } catch {
    // The first start.
  }
  return remembered && (await isFree(remembered, "127.0.0.1")) ? remembered : freePort();
}

/** A connection that says "in use" for as long as it is open; null when the server is still, or already, closed. */
async function holdOpen(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, application_name: "plumbline", keepAlive: true });
  client.on("error", () => {}); // the loss of it is heard as "end"
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock_shared($1)", [USERS]);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    if (error instanceof pg.DatabaseError && error.code === "28P01")
      throw new Failure(
        "The database refuses its own password: pg.password is not the one that it was made with.",
      );
    return null;
  }
}

async function leave(hold: pg.Client, cluster: Cluster): Promise<void> {
  try {
    await hold.query("SELECT pg_advisory_unlock_shared($1)", [USERS]);
    // Whoever wants to join now waits for this lock, is turned away by the shutdown, and starts it again.
    const { rows } = await hold.query("SELECT pg_try_advisory_lock($1) AS last", [USERS]);
    if (rows[0]?.last) await cluster.stop();
  } catch {
    // The server is gone already.
  }
  await hold.end().catch(() => {});
}

/** Makes a database when it is not there yet. */
export async function ensureDatabase(postgres: Postgres, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
