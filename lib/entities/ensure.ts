import { record } from "@/lib/audit";
import type { Db } from "@/lib/db";
import { entityKey, isName } from "@/lib/entities/key";
import type { EntityKind } from "@/lib/entities/schema";
import { slugFrom } from "@/lib/issues/slug";
import { announceCollecting } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";

/**
 * Whoever gives or takes a name waits for whoever else does, until the end of the transaction: two entities never have one
 * name, and a merge sees every name. Taken after the locks of issues and stories.
 */
export async function lockNames(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('entity names'))`;
}

/** The slug that a name suggests, or the first of "-2", "-3", … that no entity has, merged ones included. Under `lockNames`. */
async function freeSlug(tx: Db, name: string): Promise<string> {
  const wanted = slugFrom(name, "topic");
  const taken = await tx.entity.findMany({
    where: { OR: [{ slug: wanted }, { slug: { startsWith: `${wanted}-` } }] },
    select: { slug: true },
  });
  const slugs = new Set(taken.map(({ slug }) => slug));
  if (!slugs.has(wanted)) return wanted;
  for (let n = 2; ; n += 1) if (!slugs.has(`${wanted}-${n}`)) return `${wanted}-${n}`;
}

/** A new entity with a name that no other has, by its key. Under `lockNames`. Answers its id. */
export async function insertEntity(
  tx: Db,
  actor: Actor,
  { name, kind, because }: { name: string; kind: EntityKind | null; because: "typed" | "speaker" | "split" },
): Promise<string> {
  const slug = await freeSlug(tx, name);
  const { id } = await tx.entity.create({
    data: { name, slug, kind, names: { create: { key: entityKey(name), name } } },
  });
  await record(tx, actor, "entity.create", "Entity", id, { name, kind, because });
  return id;
}

async function unknown(tx: Db, names: Map<string, string>): Promise<[key: string, name: string][]> {
  const known = await tx.entityName.findMany({
    where: { key: { in: [...names.keys()] } },
    select: { key: true },
  });
  const keys = new Set(known.map(({ key }) => key));
  return [...names].filter(([key]) => !keys.has(key));
}

/**
 * Makes an entity of each speaker whose name none has, so that every named speaker is one; "the company" names nobody. Nobody is asked for the ability: it is
 * part of saying who spoke. Readers see nothing of it before something with that speaker is published.
 */
export async function ensureEntities(tx: Db, actor: Actor, speakers: readonly string[]): Promise<void> {
  const names = new Map(speakers.filter(isName).map((speaker) => [entityKey(speaker), speaker]));
  names.delete("");
  // Almost always every name is known, and nobody waits.
  if ((await unknown(tx, names)).length === 0) return;
  await lockNames(tx);
  for (const [, name] of await unknown(tx, names)) {
    await insertEntity(tx, actor, { name, kind: null, because: "speaker" });
  }
  await announceCollecting(tx, "entities");
}

/** The same for every speaker of a claim on the desk: claims may be older than entities, or have come in by an import. */
export async function ensureSpeakers(tx: Db, actor: Actor): Promise<void> {
  const rows = await tx.claim.findMany({
    where: { speaker: { not: null } },
    distinct: ["speaker"],
    select: { speaker: true },
  });
  await ensureEntities(
    tx,
    actor,
    rows.flatMap(({ speaker }) => speaker ?? []),
  );
}
