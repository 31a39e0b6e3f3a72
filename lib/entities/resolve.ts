import { entityKey } from "@/lib/entities/key";
import type { EntityKind } from "@/lib/entities/schema";

/** An entity as whatever names it points at it. */
export interface EntityRef {
  id: string;
  /** Of its page, /topics/<slug>. */
  slug: string;
  /** What it is called where it is named alone. */
  name: string;
  kind: EntityKind | null;
}

/** Which entity a name is of, by `entityKey`. */
export type KnownNames = ReadonlyMap<string, EntityRef>;

/** The entity that a name stands for; null where none has it. */
export function resolve(known: KnownNames, name: string | null): EntityRef | null {
  return name === null ? null : (known.get(entityKey(name)) ?? null);
}

/** What a speaker is called among others: the entity's own name; as written where no entity has it. */
export function standingName(known: KnownNames, speaker: string): string {
  return resolve(known, speaker)?.name ?? speaker;
}
