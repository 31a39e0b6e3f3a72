import type { EntityKind, EntityLine } from "@/lib/entities/schema";
import type { Result } from "@/lib/errors";

type Action<I, T> = (input: I) => Promise<Result<T>>;
interface At {
  id: string;
  version: number;
}

/** What the screens of entities can do; app/(desk)/desk/entities/actions.ts gives it. */
export interface EntityActions {
  createEntity: Action<{ name: string; kind: EntityKind | null }, At>;
  editEntity: Action<At & { name?: string; kind?: EntityKind | null }, At>;
  addName: Action<At & { name: string }, At>;
  removeName: Action<At & { key: string }, At>;
  removeEntity: Action<At, { id: string }>;
  restoreEntity: Action<{ id: string }, { id: string }>;
  mergeEntities: Action<At & { into: At }, At & { keys: string[] }>;
  splitEntity: Action<At & { keys: string[] }, { id: string; from: At }>;
  /** How many stories readers would find about the two as one. */
  countMergedStories: Action<{ ids: string[] }, number>;
  findEntities: Action<{ query: string; except: string }, EntityLine[]>;
}
