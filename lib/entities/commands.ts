import type { z } from "zod";
import { record } from "@/lib/audit";
import { transaction } from "@/lib/db";
import { insertEntity, lockNames } from "@/lib/entities/ensure";
import { entityKey } from "@/lib/entities/key";
import { entitiesChanged, freeKey, lockEntity } from "@/lib/entities/lock";
import { addNameInput, createEntityInput, editEntityInput, removeNameInput } from "@/lib/entities/schema";
import { speakerKeys } from "@/lib/entities/speakers";
import { AppError } from "@/lib/errors";
import { type Actor, authorize } from "@/lib/policy";

/** What a command leaves behind. */
interface Saved {
  id: string;
  version: number;
}

/** Makes an entity that nobody has spoken as yet, such as a product. Throws AppError "invalid" where another has that name. */
export async function createEntity(actor: Actor, input: z.input<typeof createEntityInput>): Promise<Saved> {
  authorize(actor, "entity.edit");
  const { name, kind } = createEntityInput.parse(input);
  return transaction(async (tx) => {
    await lockNames(tx);
    await freeKey(tx, name, null);
    const id = await insertEntity(tx, actor, { name, kind, because: "typed" });
    await entitiesChanged(tx);
    return { id, version: 1 };
  });
}

/**
 * Says what an entity is called where it is named alone, and what kind of thing it is. The name that it had stays one of its
 * names. Throws AppError "conflict" with a `StandingEntity` when someone else changed it, "invalid" where another has that name.
 */
export async function editEntity(actor: Actor, input: z.input<typeof editEntityInput>): Promise<Saved> {
  authorize(actor, "entity.edit");
  const { id, version, ...changes } = editEntityInput.parse(input);
  return transaction(async (tx) => {
    const before = await lockEntity(tx, id, version);
    const { name } = changes;
    if (name !== undefined) {
      const key = await freeKey(tx, name, id);
      await tx.entityName.upsert({ where: { key }, create: { key, name, entityId: id }, update: { name } });
    }
    await tx.entity.update({ where: { id }, data: { ...changes, version: version + 1 } });
    const was = { name: before.name, kind: before.kind };
    await record(tx, actor, "entity.edit", "Entity", id, { was, became: { ...was, ...changes } });
    await entitiesChanged(tx);
    return { id, version: version + 1 };
  });
}

/** Gives an entity another name, by which it is found in texts and as a speaker. Throws like `editEntity`. */
export async function addName(actor: Actor, input: z.input<typeof addNameInput>): Promise<Saved> {
  authorize(actor, "entity.edit");
  const { id, version, name } = addNameInput.parse(input);
  return transaction(async (tx) => {
    await lockEntity(tx, id, version);
    const key = await freeKey(tx, name, id);
    await tx.entityName.upsert({ where: { key }, create: { key, name, entityId: id }, update: { name } });
    await tx.entity.update({ where: { id }, data: { version: version + 1 } });
    await record(tx, actor, "entity.addName", "Entity", id, { name });
    await entitiesChanged(tx);
    return { id, version: version + 1 };
  });
}

/**
 * Takes a name away. Throws like `editEntity`, and AppError "invalid" for the name that it is called by, and for one that claims
 * have for their speaker, on the desk or as published: without it they would be nobody's; such a name can be split off.
 */
export async function removeName(actor: Actor, input: z.input<typeof removeNameInput>): Promise<Saved> {
  authorize(actor, "entity.edit");
  const { id, version, key } = removeNameInput.parse(input);
  return transaction(async (tx) => {
    const entity = await lockEntity(tx, id, version);
    const held = entity.names.find((each) => each.key === key);
    if (!held) throw new AppError("not-found", "It has no such name any more.");
    if (key === entityKey(entity.name)) {
      throw new AppError("invalid", "It is called by this name: give it another one first.");
    }
    if ((await speakerKeys(tx)).has(key)) {
      throw new AppError(
        "invalid",
        `Claims name their speaker “${held.name}”: make that an entity of its own instead.`,
      );
    }
    await tx.entityName.delete({ where: { key } });
    await tx.entity.update({ where: { id }, data: { version: version + 1 } });
    await record(tx, actor, "entity.removeName", "Entity", id, { name: held.name });
    await entitiesChanged(tx);
    return { id, version: version + 1 };
  });
}
