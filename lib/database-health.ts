import { db } from "@/lib/db";
import { Prisma } from "@/lib/generated/prisma/client";

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

/**
 * Whether an error says that no connection to the database came about, so that nothing can have been changed. One that broke
 * on the way (P1008, P1017) is something else: its change may have been kept.
 */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (["P1001", "P1002", "P2024"].includes(error.code)) return true;
  // Raw queries give every reason the same code, with the driver's own error inside.
  const adapter = error.meta?.driverAdapterError;
  const cause: unknown = adapter instanceof Error ? adapter.cause : undefined;
  return (
    typeof cause === "object" && cause !== null && "kind" in cause && cause.kind === "DatabaseNotReachable"
  );
}
