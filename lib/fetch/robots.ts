import { LRUCache } from "lru-cache";
import robotsParser from "robots-parser";
import { checkAddress } from "@/lib/fetch/address";
import { type Door, defaultDoor, PRODUCT } from "@/lib/fetch/door";
import { type Cause, type FetchFailure, FetchFault } from "@/lib/fetch/failures";
import { fetchPage } from "@/lib/fetch/fetch-page";
import type { FetchResult } from "@/lib/fetch/result";

/** As much of a robots.txt as must be read, and no more is (RFC 9309, 2.5). */
const MOST_BYTES = 500 * 1024;
/** The longest that rules may be kept (RFC 9309, 2.4). */
const KEEP_MS = 24 * 3_600_000;
/** A site that could not be asked is asked again soon. */
const KEEP_FAILURE_MS = 10 * 60_000;
const MOST_CACHED_BYTES = 10_000_000;

/**
 * Comparing a rule that has wildcards with a path takes up to the product of their lengths in steps, and the process stands
 * still meanwhile (30 s for one address when that was measured). This is about half a second.
 */
const MOST_STEPS = 100_000_000;

interface Rules {
  robot: ReturnType<typeof robotsParser>;
  /** Characters of the text. */
  size: number;
  /** Characters of rules with wildcards. */
  wild: number;
}
interface NoRules {
  failure: FetchFailure;
  sentence: string;
}

export type RobotsAnswer =
  /** `crawlDelay` is in seconds, as the site asks for it. */
  { allowed: true; crawlDelay: number | null } | ({ allowed: false } & NoRules);

export type RobotsCache = LRUCache<string, Rules | NoRules, Door>;

/** A cache of robots.txt by origin, for one process and one door. `perf` is a clock in milliseconds. */
export function robotsCache(perf: { now(): number } = performance): RobotsCache {
  return new LRUCache<string, Rules | NoRules, Door>({
    perf,
    ttl: KEEP_MS,
    ttlResolution: 0,
    maxSize: MOST_CACHED_BYTES,
    sizeCalculation: (kept) => ("robot" in kept ? kept.size + 1 : 1),
    fetchMethod: async (origin, _stale, { options, context: door }) => {
      const address = `${origin}/robots.txt`;
      const kept = rulesOf(address, await fetchPage(address, { accept: "robots", door }));
      options.ttl = "robot" in kept ? KEEP_MS : KEEP_FAILURE_MS;
      return kept;
    },
  });
}

const AGENT = /^\s*user-agent\s*:([^#/]*)/i;

/**
 * The text without what would make the parser copy each rule for each of ten thousand agents: in every group, an agent
 * that is named again, and all but one of those that are not us.
 */
function relevantLines(text: string): string[] {
  const lines: string[] = [];
  const group = new Set<string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const agent = AGENT.exec(line)?.[1]?.trim().toLowerCase();
    if (agent === undefined) {
      if (line.includes(":")) group.clear();
      lines.push(line);
      continue;
    }
    const name = agent === "*" || agent === PRODUCT.toLowerCase() ? agent : "others";
    if (!group.has(name)) lines.push(`User-agent: ${name}`);
    group.add(name);
  }
  return lines;
}

function rulesFrom(address: string, text: string): Rules {
  const lines = relevantLines(text);
  const wild = lines.filter((line) => line.includes("*")).reduce((sum, line) => sum + line.length, 0);
  return { robot: robotsParser(address, lines.join("\n")), size: text.length, wild };
}

/**
 * What an answer means (RFC 9309, 2.3.1): a site without a robots.txt (any 4xx, too many redirects) lets everything be
 * fetched, one that cannot say whether it has one (5xx, no answer) lets nothing.
 */
function rulesOf(address: string, result: FetchResult): Rules | NoRules {
  if (result.outcome === "fetched")
    return rulesFrom(address, new TextDecoder().decode(result.body.subarray(0, MOST_BYTES)));
  const isUnavailable = result.status !== null && result.status >= 400 && result.status < 500;
  if (result.outcome === "notModified" || isUnavailable || result.failure === "redirected")
    return rulesFrom(address, "");
  const { failure, sentence } = result;
  return { failure, sentence: `The site's robots.txt could not be read, so its pages wait. ${sentence}` };
}

function no(cause: Cause): RobotsAnswer {
  const { failure, sentence } = new FetchFault(cause);
  return { allowed: false, failure, sentence };
}

/**
 * Whether the site lets a machine that nobody watches fetch this page. Ask it before every unattended fetch; a person who
 * asks for a page needs no such leave. Where the answer is no, `failure` is "robots", or what kept us from asking.
 */
export async function mayFetch(
  url: string,
  { door = defaultDoor(), cache }: { door?: Door; cache: RobotsCache },
): Promise<RobotsAnswer> {
  let target: URL;
  try {
    target = checkAddress(url, door);
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error;
    return { allowed: false, failure: error.failure, sentence: error.sentence };
  }
  const kept = await cache.forceFetch(target.origin, { context: door });
  if (!("robot" in kept)) return { allowed: false, ...kept };
  if (kept.wild * (target.pathname + target.search).length > MOST_STEPS) return no("robotsTooWild");
  // Undefined is "not said".
  if (kept.robot.isAllowed(target.href, PRODUCT) === false) return no("robots");
  return { allowed: true, crawlDelay: kept.robot.getCrawlDelay(PRODUCT) ?? null };
}
