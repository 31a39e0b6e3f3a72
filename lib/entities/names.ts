import type { Db } from "@/lib/db";
import type { EntityRef, KnownNames } from "@/lib/entities/resolve";

/** An entity with all its names. */
export interface NamedEntity extends EntityRef {
  names: { key: string; name: string }[];
}

/** Every entity that stands, oldest first, its names by the alphabet. */
export function readEntities(tx: Db): Promise<NamedEntity[]> {
  return tx.entity.findMany({
    where: { mergedIntoId: null },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, slug: true, name: true, kind: true },
      names: { select: { key: true, name: true }, orderBy: { name: "asc" } },
    },
  });
}

/** Which of these entities each name is of. */
export function knownOf(entities: readonly NamedEntity[]): KnownNames {
  return new Map(entities.flatMap(({ names, ...ref }) => names.map(({ key }) => [key, ref] as const)));
}
