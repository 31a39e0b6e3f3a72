import { LRUCache } from "lru-cache";
import { type Db, db } from "@/lib/db";

/**
 * What readers' pages are made from. `editions` is raised by publish, correct and withdraw, `publication` by the
 * settings of name, tagline and language, `sources` by checks that find a source in another state, `outcomes` by whoever says
 * how a forecast or a commitment came out, `entities` by changes of what is called how. One tag covers all issues because each
 * page names its neighbours.
 */
export const TAGS = {
  editions: "editions",
  publication: "publication",
  sources: "sources",
  outcomes: "outcomes",
  entities: "entities",
} as const;
export type Tag = (typeof TAGS)[keyof typeof TAGS];

/** What a document stands on as of one moment: "tag=version" of each tag, in order. */
type Versions = string;
interface Entry {
  versions: Versions;
  value: object;
}

interface Memory {
  entries: LRUCache<string, Entry>;
  /** Reads under way, so that a hundred readers of a page that was just published make it once. */
  underWay: Map<string, Promise<object | null>>;
  lastKnown: Map<string, Versions>;
}

// Route handlers are bundled one by one; what they remember is the process's.
const holder = globalThis as typeof globalThis & { plumblineCache?: Memory };
function memory(): Memory {
  holder.plumblineCache ??= {
    entries: new LRUCache({
      maxSize: 64 * 1024 * 1024,
      sizeCalculation: (entry) => JSON.stringify(entry.value).length,
    }),
    underWay: new Map(),
    lastKnown: new Map(),
  };
  return holder.plumblineCache;
}

/** Tells every instance that what depends on these tags has changed. Last in the transaction that changes it: the rows stay locked until then. */
export async function raise(transaction: Db, tags: readonly Tag[]): Promise<void> {
  const sorted = [...tags].sort();
  await transaction.$executeRaw`
    INSERT INTO "CacheTag" ("tag", "version") SELECT unnest(${sorted}::text[]), 1
    ON CONFLICT ("tag") DO UPDATE SET "version" = "CacheTag"."version" + 1`;
}

/** The versions of these tags now, by one indexed query. A tag that was never raised is at 0. */
export async function tagVersions(tags: readonly Tag[]): Promise<Record<string, number>> {
  const rows = await db().cacheTag.findMany({ where: { tag: { in: [...tags] } } });
  const found = new Map(rows.map((row) => [row.tag, row.version]));
  return Object.fromEntries([...tags].sort().map((tag) => [tag, found.get(tag) ?? 0]));
}

/** Postgres away: what this process knew last still says which copies were not yet replaced or withdrawn. */
async function versionsNow(tags: readonly Tag[]): Promise<{ versions: Versions; stale: boolean }> {
  const name = [...tags].sort().join();
  try {
    const versions = JSON.stringify(await tagVersions(tags));
    memory().lastKnown.set(name, versions);
    return { versions, stale: false };
  } catch (error) {
    const versions = memory().lastKnown.get(name);
    if (versions === undefined) throw error;
    return { versions, stale: true };
  }
}

/**
 * The value under `key`, made anew by `produce` when one of its tags was raised since. The versions are read before
 * `produce` runs, so a change in between makes the copy old, never wrong. Null is not kept (unknown addresses would
 * fill the memory). With Postgres out of reach the last copy is given and `stale` is true; without one the error flies.
 */
export async function lookUp<T extends object>(
  key: string,
  tags: readonly Tag[],
  produce: () => Promise<T | null>,
): Promise<{ value: T | null; stale: boolean }> {
  const { versions, stale } = await versionsNow(tags);
  const { entries, underWay } = memory();
  const kept = entries.get(key);
  if (kept?.versions === versions) return { value: kept.value as T, stale };
  const attempt = `${key} ${versions}`;
  let work = underWay.get(attempt) as Promise<T | null> | undefined;
  if (!work) {
    work = produce().finally(() => underWay.delete(attempt));
    underWay.set(attempt, work);
  }
  const value = await work;
  if (value !== null) entries.set(key, { versions, value });
  return { value, stale };
}

/** `lookUp` for those who need only the value. */
export async function cached<T extends object>(
  key: string,
  tags: readonly Tag[],
  produce: () => Promise<T | null>,
): Promise<T | null> {
  return (await lookUp(key, tags, produce)).value;
}

/** Forgets everything, as a restart would. For tests. */
export function forgetAll(): void {
  holder.plumblineCache = undefined;
}
