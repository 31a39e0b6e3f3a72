import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { Failure } from "./failure.ts";
import { ROOT } from "./places.mjs";
import { inModules, runNode } from "./processes.ts";
import { installQueue } from "./queue.ts";

const SCHEMA = path.join(ROOT, "prisma", "schema.prisma");
const MIGRATIONS = path.join(ROOT, "prisma", "migrations");
const GENERATED = path.join(ROOT, "lib", "generated");
const STAMP = path.join(GENERATED, ".schema");

const hasNativeEngine = (): boolean =>
  readdirSync(inModules("@prisma", "engines")).some((name) => name.startsWith("schema-engine-"));

const isLocal = (databaseUrl: string): boolean =>
  ["localhost", "127.0.0.1", "[::1]"].includes(new URL(databaseUrl).hostname);

/**
 * Settings for Prisma's command line and whatever starts it. Where Prisma's native schema engine was not downloaded, the
 * project's own stands in for it, on databases of this machine; for others it lacks encryption.
 */
export function prismaEnvironment(databaseUrl?: string): Record<string, string> {
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1", NO_UPDATE_NOTIFIER: "1" };
  const ownEngine =
    !process.env.PRISMA_SCHEMA_ENGINE_BINARY &&
    process.platform !== "win32" && // Windows cannot run a script as a program
    !hasNativeEngine() &&
    (databaseUrl === undefined || isLocal(databaseUrl));
  return {
    ...quiet,
    ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    ...(ownEngine ? { PRISMA_SCHEMA_ENGINE_BINARY: path.join(ROOT, "scripts", "schema-engine.mjs") } : {}),
  };
}

async function prisma(args: string[], databaseUrl?: string): Promise<void> {
  const env = { ...process.env, ...prismaEnvironment(databaseUrl) };
  const done = await runNode([inModules("prisma", "build", "index.js"), ...args], { env });
  if (done.code === 0) return;
  if (/binaries\.prisma\.sh|Failed to fetch|ENOTFOUND/.test(done.output))
    throw new Failure(
      "Prisma's schema engine could not be downloaded from binaries.prisma.sh, and this database cannot be migrated without it: try again where that address can be reached.",
    );
  throw new Failure(`prisma ${args.join(" ")} failed:\n${done.output.trim()}`);
}

/** The names of the migrations that the project has and the database has not, in order. */
async function pendingMigrations(databaseUrl: string): Promise<string[]> {
  const names = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const all = names.map((entry) => entry.name).sort();
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query(
      'SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    );
    if (rows.some((row) => !row.done)) return all; // one failed half-way: Prisma says what to do
    const applied = new Set(rows.map((row) => row.name));
    return all.filter((name) => !applied.has(name));
  } catch (error) {
    const code = error instanceof pg.DatabaseError ? error.code : undefined;
    if (code === "42P01" || code === "3D000") return all; // no such table, no such database: a new one
    throw new Failure(`The database at ${withoutPassword(databaseUrl)} cannot be reached: ${reason(error)}`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Brings the database up to the project's migrations; returns how many were applied. Quick when there are none. */
export async function migrate(databaseUrl: string): Promise<number> {
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length > 0) await prisma(["migrate", "deploy"], databaseUrl);
  await installQueue(databaseUrl);
  return pending.length;
}

/** Makes lib/generated from the schema when it is not from this schema; true when it did. */
export async function generateClient(): Promise<boolean> {
  const { version } = JSON.parse(readFileSync(inModules("prisma", "package.json"), "utf8"));
  const wanted = `${createHash("sha256").update(readFileSync(SCHEMA)).digest("hex")} ${version}`;
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted) return false;
  await prisma(["generate"]);
  mkdirSync(GENERATED, { recursive: true });
  writeFileSync(STAMP, wanted);
  return true;
}

/** An address that may be shown: its password left out. */
export function withoutPassword(databaseUrl: string): string {
  const address = new URL(databaseUrl);
  return `${address.hostname}:${address.port || 5432}${address.pathname}`;
}

const reason = (error: unknown): string =>
  error instanceof Error
    ? error.message || ("code" in error ? String(error.code) : error.name)
    : String(error);
