import type { Db } from "@/lib/db";

/** First key of the advisory lock under which items come in. */
const INCOMING = 7_520_003;

/**
 * Makes whoever brings items in wait for each other until the transaction ends: a page that comes from two sides at one moment
 * is one item.
 */
export async function lockIncoming(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${INCOMING}::int, 0)`;
}
