import { raise, TAGS } from "@/lib/cache";
import type { Db } from "@/lib/db";
import { lockNames } from "@/lib/entities/ensure";
import { entityKey } from "@/lib/entities/key";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { announceCollecting } from "@/lib/live/announce";

const parts = { names: true, mergedInto: true } as const satisfies Prisma.EntityInclude;

export type LockedEntity = Prisma.EntityGetPayload<{ include: typeof parts }>;

/** What an entity is as it stands: what a conflict carries. */
export interface StandingEntity {
  version: number;
  name: string;
  kind: LockedEntity["kind"];
}

/**
 * The entity at the version that was read, with all names held still until the transaction ends. Throws AppError "not-found";
 * "conflict" where it was merged meanwhile, and with a `StandingEntity` where it has another version.
 */
export async function lockEntity(tx: Db, id: string, version: number): Promise<LockedEntity> {
  await lockNames(tx);
  const entity = await tx.entity.findUnique({ where: { id }, include: parts });
  if (entity === null) throw new AppError("not-found", "This entity does not exist.");
  if (entity.mergedInto) {
    const { name } = entity.mergedInto;
    throw new AppError("conflict", `“${entity.name}” was merged into “${name}” meanwhile; look there.`);
  }
  if (entity.version !== version) {
    const standing = { version: entity.version, name: entity.name, kind: entity.kind };
    const message = `Someone else changed “${entity.name}” meanwhile; look again.`;
    throw new AppError("conflict", message, standing satisfies StandingEntity);
  }
  return entity;
}

/** Refuses, with AppError "invalid", a name that another entity has. Answers its key. */
export async function freeKey(tx: Db, name: string, ownId: string | null): Promise<string> {
  const key = entityKey(name);
  const holder = await tx.entityName.findUnique({ where: { key }, include: { entity: true } });
  if (holder === null || holder.entityId === ownId) return key;
  throw new AppError(
    "invalid",
    `“${name}” is a name of “${holder.entity.name}” already. If they are the same, merge them.`,
  );
}

/** Last in a transaction that changed what is called how: tells open desks, and readers' pages. */
export async function entitiesChanged(tx: Db): Promise<void> {
  await announceCollecting(tx, "entities");
  await raise(tx, [TAGS.entities]);
}
