import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { db } from "@/lib/db";
import { TEMPLATE } from "@/prisma/test-template";

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Gives the test file a migrated, empty Postgres database of its own; `db()` and the commands use it. */
export function useFreshDatabase(): void {
  const server = process.env.DATABASE_URL ?? "";
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  beforeAll(async () => {
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
    const own = new URL(server);
    own.pathname = `/${name}`;
    process.env.DATABASE_URL = own.href;
  });
  afterAll(async () => {
    await db().$disconnect();
    await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
  });
}
