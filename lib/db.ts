import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/generated/prisma/client";

/** A transaction's client, or the client itself: what queries inside commands take. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/** A client of its own on `databaseUrl`, for tests and command lines; the caller disconnects it. */
export function connect(databaseUrl: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: databaseUrl }) });
}

// Hot reload evaluates modules again; one pool per process is enough.
const holder = globalThis as typeof globalThis & { plumblineDb?: PrismaClient };

/** The process's client on DATABASE_URL, connected at first use. */
export function db(): PrismaClient {
  holder.plumblineDb ??= connect(process.env.DATABASE_URL ?? "");
  return holder.plumblineDb;
}

/**
 * Runs `work` in one transaction and answers what it answers; anything thrown undoes all of it.
 * It may wait for the locks of others, so it has 20 s (an editor's click should not fail for a slow neighbour).
 */
export function transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  return db().$transaction((tx) => work(tx), { maxWait: 20_000, timeout: 20_000 });
}
