import type { Db } from "@/lib/db";

/** Like nextIssueNumber, and nobody else gets it before the transaction ends. */
export async function takeNextIssueNumber(tx: Db): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('issue number'))`;
  return nextIssueNumber(tx);
}

/** The number the next issue gets where no editor has given one: one more than the highest so far. */
export async function nextIssueNumber(db: Db): Promise<number> {
  const { _max } = await db.issue.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
