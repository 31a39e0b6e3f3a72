import { setTimeout as sleep } from "node:timers/promises";
import pLimit, { type LimitFunction } from "p-limit";

/** What time is measured by and waited for with; milliseconds. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

/** A site that asks for more than this between two requests gets this. */
const LONGEST_GAP_MS = 30_000;
/** Hosts that nothing waits for are forgotten beyond this many. */
const REMEMBERED_HOSTS = 500;

interface Host {
  limit: LimitFunction;
  /** When the next request may begin. */
  nextStart: number;
}

/**
 * Keeps a process from crowding a site: at most `atOnce` requests to a host at a time, and `gapMs` from the beginning of one
 * to the beginning of the next. Other processes are not seen; the daily check runs in one.
 */
export class Politeness {
  readonly #hosts = new Map<string, Host>();
  readonly #atOnce: number;
  readonly #gapMs: number;
  readonly #clock: Clock;

  constructor({
    atOnce = 2,
    gapMs = 1000,
    clock = { now: () => performance.now(), sleep },
  }: { atOnce?: number; gapMs?: number; clock?: Clock } = {}) {
    this.#atOnce = atOnce;
    this.#gapMs = gapMs;
    this.#clock = clock;
  }

  /**
   * Does `work` when it is the host's turn, first come first served, and answers what it answers. `host` is a URL's host.
   * `crawlDelay` is what robots.txt asks for, in seconds: a longer gap after this request, of at most 30 s.
   */
  run<T>(host: string, work: () => Promise<T>, crawlDelay: number | null = null): Promise<T> {
    const known = this.#host(host.toLowerCase());
    const gap = Math.max(this.#gapMs, Math.min((crawlDelay ?? 0) * 1000, LONGEST_GAP_MS));
    return known.limit(async () => {
      const start = Math.max(this.#clock.now(), known.nextStart);
      known.nextStart = start + gap;
      const wait = start - this.#clock.now();
      if (wait > 0) await this.#clock.sleep(wait);
      return work();
    });
  }

  #host(name: string): Host {
    if (this.#hosts.size >= REMEMBERED_HOSTS) this.#forgetIdle();
    const known = this.#hosts.get(name) ?? { limit: pLimit(this.#atOnce), nextStart: 0 };
    this.#hosts.set(name, known);
    return known;
  }

  #forgetIdle(): void {
    for (const [name, { limit, nextStart }] of this.#hosts) {
      const isIdle = limit.activeCount + limit.pendingCount === 0 && nextStart <= this.#clock.now();
      if (isIdle) this.#hosts.delete(name);
    }
  }
}
