import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { insertEntity } from "@/lib/entities/ensure";
import { entityKey } from "@/lib/entities/key";
import { entitiesChanged, type LockedEntity, lockEntity } from "@/lib/entities/lock";
import { mergeEntitiesInput, splitEntityInput } from "@/lib/entities/schema";
import { AppError } from "@/lib/errors";
import { type Actor, authorize } from "@/lib/policy";

/** What a merge did, and what `splitEntity` needs to take it back. */
export interface Merged {
  /** The one that stands, and its version now. */
  id: string;
  version: number;
  /** The names that came to it, that by which the other one was called first. */
  keys: string[];
}

const ownFirst = ({ name, names }: LockedEntity) => {
  const own = entityKey(name);
  return [own, ...names.map(({ key }) => key).filter((key) => key !== own)];
};

/**
 * Says that one entity is another: all its names go there, and with them every claim that has one for its speaker, in published
 * editions too; its page leads to the other's. What was merged into it before follows it. Throws AppError "conflict" with a
 * `StandingEntity` when either is not as it was looked at.
 */
export async function mergeEntities(
  actor: Actor,
  input: z.input<typeof mergeEntitiesInput>,
): Promise<Merged> {
  authorize(actor, "entity.edit");
  const { id, version, into } = mergeEntitiesInput.parse(input);
  return transaction(async (tx) => {
    const entity = await lockEntity(tx, id, version);
    const target = await lockEntity(tx, into.id, into.version);
    await tx.entityName.updateMany({ where: { entityId: id }, data: { entityId: target.id } });
    // One step from every merged one to the one that stands, however often it was merged.
    await tx.entity.updateMany({
      where: { OR: [{ id }, { mergedIntoId: id }] },
      data: { mergedIntoId: target.id, version: { increment: 1 } },
    });
    const kind = target.kind ?? entity.kind;
    await tx.entity.update({ where: { id: target.id }, data: { kind, version: { increment: 1 } } });
    const names = entity.names.map(({ name }) => name);
    await record(tx, actor, "entity.merge", "Entity", id, { into: target.id, name: entity.name, names });
    await entitiesChanged(tx);
    return { id: target.id, version: target.version + 1, keys: ownFirst(entity) };
  });
}

/** The entity that the names go to: one that was merged and called by one of them stands up again, else a new one is made. */
async function revive(
  tx: Db,
  actor: Actor,
  from: LockedEntity,
  names: LockedEntity["names"],
): Promise<string> {
  const merged = await tx.entity.findMany({
    where: { mergedIntoId: from.id },
    orderBy: { createdAt: "asc" },
  });
  const returning = names.flatMap(({ key }) => merged.filter(({ name }) => entityKey(name) === key));
  const [first, ...others] = returning;
  const [called] = names;
  if (!first || !called) {
    const name = called?.name ?? "";
    // Its names are still the other's: they are moved next.
    await tx.entityName.deleteMany({ where: { key: called?.key ?? "" } });
    return insertEntity(tx, actor, { name, kind: null, because: "split" });
  }
  await tx.entity.update({
    where: { id: first.id },
    data: { mergedIntoId: null, version: { increment: 1 } },
  });
  await tx.entity.updateMany({
    where: { id: { in: others.map(({ id }) => id) } },
    data: { mergedIntoId: first.id, version: { increment: 1 } },
  });
  return first.id;
}

/**
 * Moves names out of an entity into one of their own: takes a merge back, wholly or in part. Where one of the names is that of
 * an entity merged before, that one stands again under its old address; otherwise a new one is made, called by the first name.
 * Throws like `mergeEntities`, and AppError "invalid" for the name by which the entity itself is called.
 */
export async function splitEntity(
  actor: Actor,
  input: z.input<typeof splitEntityInput>,
): Promise<{ id: string; from: { id: string; version: number } }> {
  authorize(actor, "entity.edit");
  const { id, version, keys } = splitEntityInput.parse(input);
  return transaction(async (tx) => {
    const entity = await lockEntity(tx, id, version);
    if (keys.includes(entityKey(entity.name))) {
      throw new AppError("invalid", `“${entity.name}” is what it is called itself: that name stays.`);
    }
    const names = keys.flatMap((key) => entity.names.filter((each) => each.key === key));
    if (names.length < new Set(keys).size) {
      throw new AppError("not-found", "It does not have all of these names any more; look again.");
    }
    const target = await revive(tx, actor, entity, names);
    await tx.entityName.updateMany({ where: { key: { in: keys } }, data: { entityId: target } });
    await tx.entity.update({ where: { id }, data: { version: version + 1 } });
    await record(tx, actor, "entity.split", "Entity", id, {
      into: target,
      names: names.map(({ name }) => name),
    });
    await entitiesChanged(tx);
    return { id: target, from: { id, version: version + 1 } };
  });
}
