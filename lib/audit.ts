import type { Db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/policy";

/**
 * Writes one line of the append-only audit log, in the caller's transaction: `actor` did `action` ("contributor.suspend")
 * to the row `targetId` of `target` ("contributor"). `detail` holds what changed; never a secret.
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
