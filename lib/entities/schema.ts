import { z } from "zod";
import type { Kind } from "@/lib/claims/kind";
import { id } from "@/lib/id";
import { oneLine } from "@/lib/one-line";

export const ENTITY_KINDS = ["organisation", "person", "product"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** How a list of entities can be sorted: by name, or by how much uses them, the most first. */
export const ENTITY_SORTS = ["name", "claims", "stories"] as const;
export type EntitySort = (typeof ENTITY_SORTS)[number];

/** How many entities a page of the list has. */
export const ENTITY_PAGE = 100;

/** One line of the list of all entities. */
export interface EntityLine {
  id: string;
  slug: string;
  name: string;
  kind: EntityKind | null;
  /** Its other names, as written. */
  otherNames: string[];
  /** Claims whose speaker it is, and the stories they stand in; nothing of the trash. */
  claims: number;
  stories: number;
  version: number;
}

/** A name of an entity. */
export interface NameLine {
  key: string;
  name: string;
  /** Claims whose speaker is written so, or in a way that comes to the same. */
  claims: number;
  /** The one it is called by; it cannot be taken away. */
  isOwn: boolean;
}

/** A claim whose speaker an entity is. */
export interface EntityClaim {
  id: string;
  text: string;
  speaker: string;
  kind: Kind;
  story: { id: string; headline: string; issue: { id: string; title: string; number: number | null } | null };
}

export interface EntityDetail extends EntityLine {
  names: NameLine[];
  /** The latest first, at most 200; `claims` counts all. */
  latest: EntityClaim[];
  /** Entities that were merged into it. */
  merged: { id: string; name: string; slug: string }[];
  /** Those that may be the same, likeliest first. */
  likely: EntityLine[];
}

const version = z.int().positive().max(2_147_483_647);
const key = z.string().min(1).max(400);

/** A name as it is typed. */
const name = oneLine()
  .min(1, { error: "An entity needs a name: type one." })
  .max(300, { error: "A name has at most 300 characters." });
const kind = z.enum(ENTITY_KINDS).nullable();

export const entityIdInput = z.strictObject({ id });
export const createEntityInput = z.strictObject({ name, kind: kind.default(null) });
export const editEntityInput = z.strictObject({
  id,
  version,
  name: name.optional(),
  kind: kind.optional(),
});
export const removeEntityInput = z.strictObject({ id, version });
export const addNameInput = z.strictObject({ id, version, name });
export const removeNameInput = z.strictObject({ id, version, key });
export const mergeEntitiesInput = z
  .strictObject({
    /** Which is the same as another, and the version of it that was looked at. */
    id,
    version,
    /** The one that stands afterwards. */
    into: z.strictObject({ id, version }),
  })
  .refine((input) => input.id !== input.into.id, { error: "Nothing can be merged with itself." });
export const splitEntityInput = z.strictObject({
  id,
  version,
  /** The names that leave; the first is what the other one is called. */
  keys: z.array(key).min(1).max(500),
});
export const listEntitiesInput = z.strictObject({
  words: z.string().max(200).default(""),
  /** "unsaid": of no kind yet. */
  kind: z
    .enum([...ENTITY_KINDS, "unsaid"])
    .nullable()
    .default(null),
  sort: z.enum(ENTITY_SORTS).default("name"),
  page: z.int().min(1).max(1_000).default(1),
});
export const findEntitiesInput = z.strictObject({
  query: z.string().max(200),
  /** Not this one. */
  except: id,
});
export const mergedStoriesInput = z.strictObject({ ids: z.array(id).length(2) });
