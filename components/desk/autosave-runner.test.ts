import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AutosaveRunner, LONGEST_WAIT, PAUSE } from "@/components/desk/autosave-runner";
import { type Kept, type Newer, phaseOf, valuesOf } from "@/components/desk/autosave-state";
import { asideShelf } from "@/components/desk/set-aside";
import { storage } from "@/components/desk/test-storage";
import type { Result } from "@/lib/errors";

interface Words {
  headline: string;
  body: string;
}

type Fate = "answered" | "neverArrives" | "answerLost" | "limited";

const START: Words = { headline: "", body: "" };
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A server that keeps versions as ours does, behind a network that has its moods. */
class Server {
  values = START;
  version = 1;
  inFlight = 0;
  mostInFlight = 0;
  saves = 0;
  fates: { fate: Fate; latency: number }[] = [];

  save = async (version: number, patch: Partial<Words>): Promise<Result<{ version: number }>> => {
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    const { fate, latency } = this.fates.shift() ?? { fate: "answered", latency: 20 };
    try {
      await wait(latency / 2);
      const answer =
        fate === "neverArrives" ? null : fate === "limited" ? LIMITED : this.#apply(version, patch);
      await wait(latency / 2);
      if (!answer || fate === "answerLost") throw new TypeError("Failed to fetch");
      return answer;
    } finally {
      this.inFlight -= 1;
    }
  };

  #apply(version: number, patch: Partial<Words>): Result<{ version: number }> {
    if (version !== this.version) {
      const details = { version: this.version, values: this.values, by: "Jo" };
      return { ok: false, error: { code: "conflict", message: "Changed.", details } };
    }
    this.change(patch);
    this.saves += 1;
    return { ok: true, value: { version: this.version } };
  }

  change(patch: Partial<Words>) {
    this.values = { ...this.values, ...patch };
    this.version += 1;
  }
}

const LIMITED: Result<{ version: number }> = { ok: false, error: { code: "limited", message: "Slowly." } };

function runnerOn(server: Server, keep?: (kept: Kept<Words> | null) => void) {
  const readConflict = (details: unknown) => details as Newer<Words>;
  return new AutosaveRunner<Words>({ values: START, version: 1, save: server.save, readConflict, keep });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the autosave runner", () => {
  it("saves once, at most a second after a pause", async () => {
    const server = new Server();
    const runner = runnerOn(server);
    for (const body of ["a", "ab", "abc"]) {
      runner.edit({ body });
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(server.saves).toBe(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server).toMatchObject({ saves: 1, values: { body: "abc" } });
    expect(PAUSE).toBeLessThan(1_000);
  });

  it("says when what a closed window left found no room on the shelf, until it does", () => {
    const shared = storage();
    let isFull = true;
    const setItem = (key: string, value: string) =>
      isFull ? expect.fail("full") : shared.setItem(key, value);
    const shelf = asideShelf<Words>("a", () => ({ ...shared, setItem }));
    const save = new Server().save;
    const runner = new AutosaveRunner<Words>({
      values: START,
      version: 1,
      save,
      readConflict: () => null,
      shelf,
    });
    runner.edit({ body: "here" });
    const at = "2026-03-20T10:00:00.000Z";
    const left = { version: 1, patch: { body: "left" }, base: { body: "" }, lost: [], at };
    expect(runner.takeUp(left)).toBe(false);
    expect(runner.takeUp(left)).toBe(false);
    isFull = false;
    expect(runner.takeUp(left)).toBe(true);
    expect(runner.state().setAside).toMatchObject([{ field: "body", value: "left" }]);
    expect(shelf.read()).toEqual(runner.state().setAside);
  });

  it("saves somebody who never rests", async () => {
    const server = new Server();
    const runner = runnerOn(server);
    for (let at = 0; at < LONGEST_WAIT + 1_000; at += 200) {
      runner.edit({ body: `${at}` });
      await vi.advanceTimersByTimeAsync(200);
    }
    expect(server.saves).toBeGreaterThan(0);
  });

  it("keeps words in the browser until they are saved", async () => {
    const server = new Server();
    server.fates = [{ fate: "neverArrives", latency: 10 }];
    const kept: (Kept<Words> | null)[] = [];
    const runner = runnerOn(server, (value) => kept.push(value));
    runner.edit({ body: "abc" });
    await vi.advanceTimersByTimeAsync(PAUSE + 50);
    expect(phaseOf(runner.state())).toBe("offline");
    expect(kept.at(-1)).toMatchObject({ version: 1, patch: { body: "abc" } });
    runner.retry();
    await vi.advanceTimersByTimeAsync(50);
    expect(phaseOf(runner.state())).toBe("saved");
    expect(kept.at(-1)).toBeNull();
  });

  it("backs off between tries, up to half a minute", async () => {
    const server = new Server();
    server.fates = Array.from({ length: 100 }, () => ({ fate: "neverArrives" as const, latency: 0 }));
    runnerOn(server).edit({ body: "abc" });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(100 - server.fates.length).toBeGreaterThan(5);
    expect(100 - server.fates.length).toBeLessThan(12);
  });

  it("stops at a colleague's change of the same field until somebody decides", async () => {
    const server = new Server();
    const runner = runnerOn(server);
    server.change({ body: "theirs" });
    runner.edit({ body: "mine" });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(phaseOf(runner.state())).toBe("conflict");
    expect(server.values.body).toBe("theirs");
    runner.resolve("body", "mine");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.values.body).toBe("mine");
  });
});

const fate = fc.record({
  fate: fc.constantFrom<Fate>("answered", "neverArrives", "answerLost", "limited"),
  latency: fc.integer({ min: 0, max: 4_000 }),
});
const deed = fc.record({
  after: fc.integer({ min: 0, max: 3_000 }),
  field: fc.constantFrom<keyof Words>("headline", "body"),
  text: fc.string({ maxLength: 4 }),
  flush: fc.boolean(),
});

describe("whatever the network does", () => {
  it("the last typed words are saved, one save at a time, never in conflict with oneself", async () => {
    const property = fc.asyncProperty(
      fc.array(deed, { maxLength: 25 }),
      fc.array(fate),
      async (deeds, fates) => {
        const server = new Server();
        server.fates = [...fates];
        const runner = runnerOn(server);
        const seen = new Set<string>();
        runner.subscribe(() => seen.add(phaseOf(runner.state())));
        const typed = { ...START };
        for (const { after, field, text, flush } of deeds) {
          await vi.advanceTimersByTimeAsync(after);
          typed[field] = text;
          runner.edit({ [field]: text });
          expect(valuesOf(runner.state())).toEqual(typed);
          if (flush) runner.flush();
        }
        await vi.advanceTimersByTimeAsync(3_600_000);
        expect(server.values).toEqual(typed);
        expect(phaseOf(runner.state())).toBe("saved");
        expect(server.mostInFlight).toBeLessThanOrEqual(1);
        expect(seen).not.toContain("conflict");
      },
    );
    await fc.assert(property, { numRuns: 300 });
  });

  it("a colleague on another field and I both keep our words", async () => {
    const property = fc.asyncProperty(
      fc.array(deed, { maxLength: 20 }),
      fc.array(fate),
      async (deeds, fates) => {
        const server = new Server();
        server.fates = [...fates];
        const runner = runnerOn(server);
        const typed = { ...START };
        for (const { after, field, text } of deeds) {
          await vi.advanceTimersByTimeAsync(after);
          typed[field] = text;
          if (field === "body") runner.edit({ body: text });
          else server.change({ headline: text });
        }
        await vi.advanceTimersByTimeAsync(3_600_000);
        expect(server.values).toEqual(typed);
        expect(phaseOf(runner.state())).toBe("saved");
      },
    );
    await fc.assert(property, { numRuns: 200 });
  });
});
