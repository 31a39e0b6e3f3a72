import { spawnSync } from "node:child_process";
import pg from "pg";
import { installQueue } from "@/scripts/queue";

/** The database that every test's own database is copied from. */
export const TEMPLATE = process.env.PLUMBLINE_TEMPLATE ?? "plumbline_template";

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** vitest's global set-up: migrates a template once; DATABASE_URL names a server the tests may create databases on. */
export default async function setup(): Promise<void> {
  if (!process.env.DATABASE_URL)
    throw new Error("Run the tests with npm run test:unit: it brings its own Postgres.");
  await admin(`DROP DATABASE IF EXISTS ${TEMPLATE} WITH (FORCE)`);
  await admin(`CREATE DATABASE ${TEMPLATE}`);
  const url = new URL(process.env.DATABASE_URL);
  url.pathname = `/${TEMPLATE}`;
  const done = spawnSync("node_modules/.bin/prisma", ["migrate", "deploy"], {
    env: { ...process.env, DATABASE_URL: url.href },
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (done.status !== 0) throw new Error(`The migrations failed:\n${done.stdout}\n${done.stderr}`);
  await installQueue(url.href);
}
