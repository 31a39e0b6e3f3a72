import { db } from "@/lib/db";
import { type Door, defaultDoor } from "@/lib/fetch/door";
import { Politeness } from "@/lib/fetch/politeness";
import type { Refusal } from "@/lib/fetch/result";
import { mayFetch, type RobotsCache, robotsCache } from "@/lib/fetch/robots";
import { findLastText, isOf, type LastText } from "@/lib/snapshots/keep";
import { type Reading, readPage } from "@/lib/sources/reading";
import { type Recorded, recordReading } from "@/lib/sources/record";

/** How this process goes to the web: through which door, with which rules of sites at hand, and how politely. */
export interface Visits {
  door: Door;
  robots: RobotsCache;
  politeness: Politeness;
}

/** By default through the door that the settings ask for, one request to a host at a time and a second between two. */
export function newVisits(door: Door = defaultDoor(), politeness = new Politeness({ atOnce: 1 })): Visits {
  return { door, robots: robotsCache(), politeness };
}

export interface Looking {
  visits: Visits;
  /** Nobody waits for it: robots.txt is asked first, of the page's own site and of each that a redirect leads to. */
  unattended: boolean;
  signal?: AbortSignal;
}

const headerOf = (headers: unknown, name: string): string | null => {
  const value = Object(headers)[name];
  return typeof value === "string" ? value : null;
};

function keptOut(url: string, { failure, sentence }: Refusal): Reading {
  const nothing = {
    finalUrl: url,
    redirects: [],
    status: null,
    headers: {},
    metadata: null,
    retryAfter: null,
  };
  return { ...nothing, at: new Date(), outcome: "failed", failure, sentence };
}

/** One look at a page through the door, in the host's turn; asked for changes only where there is a text of before. */
export async function look(
  url: string,
  last: LastText | null,
  { visits, unattended, signal }: Looking,
): Promise<Reading> {
  const ask = (address: string) => mayFetch(address, { door: visits.door, cache: visits.robots });
  const leave = unattended ? await ask(url) : null;
  if (leave && !leave.allowed) return keptOut(url, leave);
  const mayFollow = async (address: string) => {
    const answer = await ask(address);
    return answer.allowed ? null : answer;
  };
  const read = () =>
    readPage(url, {
      door: visits.door,
      etag: headerOf(last?.headers, "etag"),
      lastModified: headerOf(last?.headers, "last-modified"),
      ...(unattended ? { mayFollow } : {}),
      ...(signal ? { signal } : {}),
    });
  return visits.politeness.run(new URL(url).host, read, leave?.crawlDelay ?? null);
}

/** Looks at a source's page and writes down what came of it. Null for a source that is gone or has no address. */
export async function lookAtSource(sourceId: string, looking: Looking): Promise<Recorded | null> {
  const source = await db().source.findUnique({ where: { id: sourceId }, select: { url: true } });
  if (!source?.url) return null;
  const newest = await findLastText(db(), sourceId);
  const last = newest && isOf(newest, source.url) ? newest : null;
  return recordReading(sourceId, source.url, await look(source.url, last, looking));
}
