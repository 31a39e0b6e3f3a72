import { type Db, db } from "@/lib/db";
import type { Door } from "@/lib/fetch/door";
import { mayFetch } from "@/lib/fetch/robots";
import { enqueue, queueOf } from "@/lib/jobs/enqueue";
import { findLastText } from "@/lib/snapshots/keep";
import { type Reading, readPage } from "@/lib/sources/reading";
import { type Recorded, recordReading } from "@/lib/sources/record";

export interface Looking {
  /** Nobody waits for it: the site's robots.txt is asked first. */
  unattended: boolean;
  door?: Door;
  signal?: AbortSignal;
}

const headerOf = (headers: unknown, name: string): string | null => {
  const value = Object(headers)[name];
  return typeof value === "string" ? value : null;
};

function keptOut(url: string): Reading {
  const sentence = "The site asks machines to stay away from this page (robots.txt); open it in a browser.";
  const nothing = { finalUrl: url, redirects: [], status: null, headers: {}, metadata: null, retryAfter: null };
  return { ...nothing, at: new Date(), outcome: "failed", failure: "robots", sentence };
}

/**
 * Looks at a source's page and writes down what came of it. Null for a source that is gone or has no address. The server is
 * asked for changes only where there is a text of before.
 */
export async function lookAtSource(sourceId: string, looking: Looking): Promise<Recorded | null> {
  const source = await db().source.findUnique({ where: { id: sourceId }, select: { url: true } });
  if (!source?.url) return null;
  const { unattended, ...asking } = looking;
  if (unattended && !(await mayFetch(source.url, asking))) return recordReading(sourceId, keptOut(source.url));
  const last = await findLastText(db(), sourceId);
  const reading = await readPage(source.url, {
    ...asking,
    etag: headerOf(last?.headers, "etag"),
    lastModified: headerOf(last?.headers, "last-modified"),
  });
  return recordReading(sourceId, reading);
}

/** Like `lookAtSource`, of a source whose time has come; another worker may have been quicker, then nothing happens. */
export async function checkSource(sourceId: string, looking: Looking): Promise<Recorded | null> {
  const source = await db().source.findUnique({ where: { id: sourceId }, select: { nextCheckAt: true } });
  if (!source?.nextCheckAt || source.nextCheckAt > new Date()) return null;
  return lookAtSource(sourceId, looking);
}

/** How many are put into the queue at once; the rest follows a few minutes later. */
const AT_ONCE = 5_000;

/**
 * The sources whose check is due at `now`: cited by a story in use or by a claim of one, published ones included, and with
 * an address. With `all`, every cited one, due or not.
 */
export async function dueSources(now: Date, all = false): Promise<{ id: string; url: string }[]> {
  const inUse = { trashedAt: null };
  return db().source.findMany({
    where: {
      url: { not: null },
      ...(all ? {} : { nextCheckAt: { lte: now } }),
      OR: [
        { stories: { some: { story: inUse } } },
        { snapshots: { some: { evidence: { some: { claim: { story: inUse } } } } } },
      ],
    },
    select: { id: true, url: true },
    orderBy: [{ nextCheckAt: "asc" }, { id: "asc" }],
    take: AT_ONCE,
  }) as Promise<{ id: string; url: string }[]>;
}

/** Puts every due source into the queue of its host. Answers how many. */
export async function queueDueSources(now: Date): Promise<number> {
  const due = await dueSources(now);
  for (const { id, url } of due)
    await enqueue(db(), "check-source", { sourceId: id }, { key: `check ${id}`, queue: queueOf(url), priority: 10 });
  return due.length;
}

/** Puts a look at the source into the queue, before what nobody waits for; the desk shows that it is under way. */
export async function askToFetch(tx: Db, { id, url }: { id: string; url: string }): Promise<void> {
  await tx.source.update({ where: { id }, data: { fetchAskedAt: new Date() } });
  await enqueue(tx, "fetch-source", { sourceId: id }, { key: `fetch ${id}`, queue: queueOf(url), tries: 3 });
}
