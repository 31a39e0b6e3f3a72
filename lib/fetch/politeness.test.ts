import fc from "fast-check";
import { expect, test } from "vitest";
import { type Clock, Politeness } from "@/lib/fetch/politeness";

/** A clock that is moved on by whoever sleeps longest ahead. */
function testClock() {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (ms) => new Promise((resolve) => sleepers.push({ at: now + ms, wake: () => resolve(undefined) })),
  };
  /** Lets time pass until all of `work` is done. */
  async function until(work: Promise<unknown>) {
    let done = false;
    void work.finally(() => {
      done = true;
    });
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (done) return;
      sleepers.sort((a, b) => a.at - b.at);
      const next = sleepers.shift();
      if (!next) throw new Error("Everybody waits, nobody sleeps.");
      now = next.at;
      next.wake();
    }
  }
  return { clock, until };
}

interface Visit {
  host: string;
  start: number;
  end: number;
  delay: number | null;
}

/** Visits as they were made, in the order of their beginnings. */
async function visits(wanted: { host: string; takes: number; delay: number | null }[]): Promise<Visit[]> {
  const { clock, until } = testClock();
  const politeness = new Politeness({ clock });
  const made: Visit[] = [];
  const all = wanted.map(({ host, takes, delay }) =>
    politeness.run(
      host,
      async () => {
        const start = clock.now();
        await clock.sleep(takes);
        made.push({ host: host.toLowerCase(), start, end: clock.now(), delay });
      },
      delay,
    ),
  );
  await until(Promise.all(all));
  return made.sort((a, b) => a.start - b.start);
}

test("a host is never asked by more than two at once, nor sooner than its gap; others do not wait for it", async () => {
  const visit = fc.record({
    host: fc.constantFrom("a.example", "A.example", "b.example"),
    takes: fc.integer({ min: 0, max: 5000 }),
    delay: fc.option(fc.constantFrom(-1, 0.5, 3, 100), { nil: null }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(visit, { maxLength: 8 }), async (wanted) => {
      const made = await visits(wanted);
      expect(made).toHaveLength(wanted.length);
      for (const host of ["a.example", "b.example"]) {
        const own = made.filter((each) => each.host === host);
        expect(own[0]?.start ?? 0).toBe(0);
        for (const [n, { start, delay }] of own.entries()) {
          expect(own.filter((each) => each.start <= start && each.end > start).length).toBeLessThanOrEqual(2);
          const gap = Math.min(30_000, Math.max(1000, 1000 * (delay ?? 0)));
          expect(own[n + 1]?.start ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(start + gap);
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("what fails frees its place, and its failure reaches whoever asked", async () => {
  const { clock, until } = testClock();
  const politeness = new Politeness({ atOnce: 1, clock });
  const failing = politeness.run("a.example", async () => {
    throw new Error("broken");
  });
  const next = politeness.run("a.example", async () => clock.now());
  await until(Promise.allSettled([failing, next]));
  await expect(failing).rejects.toThrow("broken");
  expect(await next).toBe(1000);
});

test("hosts that nothing waits for are forgotten, without forgetting their gap", async () => {
  const { clock, until } = testClock();
  const politeness = new Politeness({ clock });
  const starts: number[] = [];
  const run = (host: string) => politeness.run(host, async () => void starts.push(clock.now()));
  await until(Promise.all(Array.from({ length: 600 }, (_, n) => run(`${n}.example`))));
  await until(run("0.example"));
  expect(starts.at(-1)).toBe(1000);
});
