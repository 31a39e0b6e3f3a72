import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { conflictsIn, decided, rebased, reopened } from "@/components/desk/autosave-conflict";
import { AutosaveRunner } from "@/components/desk/autosave-runner";
import {
  edited,
  keptOf,
  type Newer,
  opened,
  phaseOf,
  sent,
  valuesOf,
} from "@/components/desk/autosave-state";
import type { Result } from "@/lib/errors";
import { byParts, type Choice } from "@/lib/merge/fields";

interface Words {
  lines: string[];
}

const lines = byParts<string[], string>({ split: (all) => all, join: (all) => all, key: (line) => line });
const judge = { merges: { lines } };
const NOW = new Date("2026-03-20T10:00:00Z");
const fresh = () => opened<Words>({ lines: ["a", "b", "c"] }, 1);
const theirs = (all: string[], version = 2): Newer<Words> => ({ version, values: { lines: all }, by: "Jo" });

it("what was nobody's words gives way to what is typed over it, whatever else came in its place", () => {
  const given = { isPlaceholder: (_field: string, value: unknown) => value === "example.org/terns" };
  const start = opened<{ headline: string }>({ headline: "example.org/terns" }, 1);
  const newer = { version: 2, values: { headline: "Terns return" }, by: null };
  const typed = rebased(edited(start, { headline: "Terns" }), newer, given);
  expect([phaseOf(typed), valuesOf(typed).headline]).toEqual(["unsaved", "Terns"]);
  expect(valuesOf(rebased(start, newer, given)).headline).toBe("Terns return");
});

describe("a field made of parts", () => {
  it("merges what others changed elsewhere, and says whose it was until more is written", () => {
    const mine = sent(edited(fresh(), { lines: ["a mine", "b", "c"] }));
    const state = rebased(mine, theirs(["a", "b", "c theirs"]), judge);
    expect(phaseOf(state)).toBe("unsaved");
    expect(valuesOf(state).lines).toEqual(["a mine", "b", "c theirs"]);
    expect(state).toMatchObject({ version: 2, takenOver: { by: "Jo", fields: ["lines"] } });
  });

  it("shows only the places that both changed, and merges the rest at once", () => {
    const mine = sent(edited(fresh(), { lines: ["a mine", "b mine", "c"] }));
    const state = rebased(mine, theirs(["a", "b theirs", "c theirs"]), judge);
    expect(phaseOf(state)).toBe("conflict");
    expect(valuesOf(state).lines).toEqual(["a mine", "b mine", "c theirs"]);
    const places = conflictsIn(state, "lines", judge.merges);
    expect(places).toMatchObject([{ base: ["b"], mine: ["b mine"], theirs: ["b theirs"] }]);
    const then = (choice: Choice) => {
      const id = places?.[0]?.id ?? "";
      return decided(state, { field: "lines", id, choice }, NOW, judge.merges);
    };
    expect(valuesOf(then("mine")).lines).toEqual(["a mine", "b mine", "c theirs"]);
    expect(valuesOf(then("theirs")).lines).toEqual(["a mine", "b theirs", "c theirs"]);
    expect(then("theirs").setAside).toMatchObject([{ field: "lines", value: ["b mine"] }]);
    expect(valuesOf(then("both")).lines).toEqual(["a mine", "b theirs", "b mine", "c theirs"]);
    for (const choice of ["mine", "theirs", "both"] as const)
      expect(then(choice)).toMatchObject({ version: 2, trouble: null });
  });

  it("comes back on another visit with its conflict", () => {
    const mine = sent(edited(fresh(), { lines: ["a", "b mine", "c"] }));
    const kept = keptOf(rebased(mine, theirs(["a", "b theirs", "c"]), judge), NOW);
    if (!kept) throw new Error("nothing kept");
    const again = reopened(opened<Words>({ lines: ["a", "b theirs", "c", "d"] }, 3), kept, judge);
    expect(phaseOf(again)).toBe("conflict");
    expect(conflictsIn(again, "lines", judge.merges)).toMatchObject([
      { mine: ["b mine"], theirs: ["b theirs"] },
    ]);
  });
});

type Fate = "answered" | "neverArrives" | "answerLost";
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A server that keeps versions as ours does, behind a network of moods for each person. */
class Server {
  lines = ["a", "b", "c", "d", "e"];
  version = 1;

  door(person: string, fates: Fate[]) {
    return async (version: number, patch: Partial<Words>): Promise<Result<{ version: number }>> => {
      const fate = fates.shift() ?? "answered";
      await wait(40);
      const answer = fate === "neverArrives" ? null : this.#apply(version, patch);
      await wait(40);
      if (!answer || fate === "answerLost") throw new TypeError(`${person} is cut off`);
      return answer;
    };
  }

  #apply(version: number, { lines: given = this.lines }: Partial<Words>): Result<{ version: number }> {
    if (version !== this.version)
      return { ok: false, error: { code: "conflict", message: "Changed.", details: this.now() } };
    this.lines = given;
    this.version += 1;
    return { ok: true, value: { version: this.version } };
  }

  now = (): Newer<Words> => ({ version: this.version, values: { lines: this.lines }, by: "Jo" });
}

function runnerOn(server: Server, name: string, fates: Fate[]) {
  return new AutosaveRunner<Words>({
    values: { lines: server.lines },
    version: server.version,
    save: server.door(name, [...fates]),
    readConflict: (details) => details as Newer<Words>,
    ...judge,
  });
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const deeds = fc.array(
  fc.record({
    who: fc.nat(1),
    line: fc.nat(20),
    deed: fc.constantFrom("write", "write", "add", "look"),
    after: fc.integer({ min: 0, max: 1_500 }),
  }),
  { maxLength: 40 },
);
const fates = fc.array(fc.constantFrom<Fate>("answered", "answered", "neverArrives", "answerLost"), {
  maxLength: 20,
});

describe("two people on one text, whatever their networks do", () => {
  it("have every word of both in the end", async () => {
    const property = fc.asyncProperty(deeds, fates, fates, async (all, one, two) => {
      const server = new Server();
      const people = [runnerOn(server, "one", one), runnerOn(server, "two", two)];
      const typed: string[] = [];
      for (const [index, { who, line, deed, after }] of all.entries()) {
        await vi.advanceTimersByTimeAsync(after);
        const runner = people[who];
        if (!runner) continue;
        const held = valuesOf(runner.state()).lines;
        const word = `w${who}x${index}`;
        const at = line % held.length;
        if (deed === "look") runner.receive(server.now());
        else typed.push(word);
        if (deed === "write") runner.edit({ lines: held.with(at, `${held[at]} ${word}`) });
        if (deed === "add") runner.edit({ lines: held.toSpliced(at, 0, word) });
      }
      for (let turn = 0; turn < 60; turn += 1) {
        for (const runner of people) {
          const place = conflictsIn(runner.state(), "lines", judge.merges)?.[0];
          if (place) runner.decide("lines", place.id, "both");
        }
        await vi.advanceTimersByTimeAsync(40_000);
      }
      expect(people.map((runner) => phaseOf(runner.state()))).toEqual(["saved", "saved"]);
      const words = new Set(server.lines.flatMap((text) => text.split(" ")));
      for (const word of [...typed, "a", "b", "c", "d", "e"]) expect(words).toContain(word);
    });
    await fc.assert(property, { numRuns: 150 });
  });
});
