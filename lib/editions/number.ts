import type { Db } from "@/lib/db";

/** The number the next issue gets where no editor has given one: one more than the highest so far. */
export async function nextIssueNumber(db: Db): Promise<number> {
  const { _max } = await db.issue.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
