import { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { lockNames } from "@/lib/entities/ensure";
import { entitiesChanged, freeKey, type LockedEntity, lockEntity } from "@/lib/entities/lock";
import { countStoriesAbout } from "@/lib/entities/public";
import { ENTITY_KINDS, entityIdInput, removeEntityInput } from "@/lib/entities/schema";
import { speakerKeys } from "@/lib/entities/speakers";
import { AppError } from "@/lib/errors";
import { type Actor, authorize } from "@/lib/policy";

/** How the audit log names it. */
const REMOVED = "entity.remove";

/** Why an entity has to stay, in a sentence; null where nothing names it. */
async function whyItStays(tx: Db, { id, name, names }: LockedEntity): Promise<string | null> {
  const speakers = await speakerKeys(tx);
  if (names.some(({ key }) => speakers.has(key))) {
    return `Claims name “${name}” as their speaker, so it stays. If it is another one, merge the two.`;
  }
  if ((await tx.entity.count({ where: { mergedIntoId: id } })) > 0) {
    return `Others were merged into “${name}”: split their names off first.`;
  }
  return null;
}

/**
 * Removes an entity that nothing names, with its names; the audit log keeps them (`restoreEntity`). Throws like `editEntity`, and
 * AppError "invalid" where a claim has it for its speaker, on the desk or as published, where a published story names it, and where
 * another was merged into it.
 */
export async function removeEntity(
  actor: Actor,
  input: z.input<typeof removeEntityInput>,
): Promise<{ id: string }> {
  authorize(actor, "entity.edit");
  const { id, version } = removeEntityInput.parse(input);
  if ((await countStoriesAbout([id])) > 0) {
    throw new AppError("invalid", "Published stories name it, so it stays.");
  }
  return transaction(async (tx) => {
    const entity = await lockEntity(tx, id, version);
    const reason = await whyItStays(tx, entity);
    if (reason) throw new AppError("invalid", reason);
    const { slug, name, kind } = entity;
    const names = entity.names.map((each) => each.name);
    await record(tx, actor, REMOVED, "Entity", id, { slug, name, kind, names });
    await tx.entity.delete({ where: { id } });
    await entitiesChanged(tx);
    return { id };
  });
}

/** An entity as the audit log keeps it. */
const kept = z.object({
  slug: z.string(),
  name: z.string(),
  kind: z.enum(ENTITY_KINDS).nullable(),
  names: z.array(z.string()),
});

/**
 * Undoes `removeEntity`: the entity is there again under its id and its address. Throws AppError "not-found" for one that was never
 * removed, "invalid" where another has one of its names or its address by now.
 */
export async function restoreEntity(
  actor: Actor,
  input: z.input<typeof entityIdInput>,
): Promise<{ id: string }> {
  authorize(actor, "entity.edit");
  const { id } = entityIdInput.parse(input);
  return transaction(async (tx) => {
    await lockNames(tx);
    const event = await tx.auditEvent.findFirst({
      where: { action: REMOVED, target: "Entity", targetId: id },
      orderBy: { id: "desc" },
    });
    const row = kept.safeParse(event?.detail);
    if (!row.success) throw new AppError("not-found", "This entity cannot be brought back.");
    if ((await tx.entity.count({ where: { id } })) > 0) return { id };
    const { names, ...own } = row.data;
    if ((await tx.entity.count({ where: { slug: own.slug } })) > 0) {
      throw new AppError("invalid", `Another entity has the address of “${own.name}” by now.`);
    }
    const keyed = [];
    for (const name of names) keyed.push({ name, key: await freeKey(tx, name, id) });
    await tx.entity.create({ data: { id, ...own, names: { create: keyed } } });
    await record(tx, actor, "entity.restore", "Entity", id, { name: own.name });
    await entitiesChanged(tx);
    return { id };
  });
}
