import type { Db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/policy";

/**
 * Records in the append-only audit log who did what to which row, in the caller's transaction.
 * `action` is the command's verb ("issue.publish"); `detail` is small JSON without secrets.
 */
export async function record(
  db: Db,
  actor: Actor,
  action: string,
  target: string,
  targetId: string | null,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  await db.auditEvent.create({ data: { actorId: actor.id, action, target, targetId, detail } });
}
