import { db } from "@/lib/db";

/** Longer than any healthy answer, shorter than the patience of a probe. */
const PATIENCE_MS = 2_000;

/** True when Postgres answers within two seconds. Never throws. */
export async function databaseAnswers(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = db().$queryRaw`SELECT 1`.then(() => true).catch(() => false);
  const answered = await Promise.race([answer, tooLate]);
  clearTimeout(timer);
  return answered;
}
