import { loadavg } from "node:os";
import { db } from "@/lib/db";
import { printFailure } from "../scripts/failure.ts";
import { prepareLeaving } from "../scripts/leaving.ts";
import { ensureDatabase } from "../scripts/postgres/start.ts";
import { migrate } from "../scripts/prisma.ts";
import { throwAwayFolder, throwAwayPostgres } from "../scripts/throw-away.ts";

/**
 * Measures on an empty database of this name, in a Postgres that is thrown away after it, and ends the process: with 1 where
 * something went wrong.
 */
export async function measureOnThrowAway(name: string, measure: () => Promise<void>): Promise<never> {
  const leaving = prepareLeaving();
  try {
    const postgres = await throwAwayPostgres(await throwAwayFolder(leaving), leaving);
    await ensureDatabase(postgres, name);
    process.env.DATABASE_URL = postgres.url(name);
    await migrate(process.env.DATABASE_URL);
    await measure();
    console.log(`\nLoad of the machine at the end: ${loadavg()[0]?.toFixed(1)}`);
    await db().$disconnect();
    return await leaving.leave(0);
  } catch (error) {
    printFailure(error);
    return leaving.leave(1);
  }
}
