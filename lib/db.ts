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
