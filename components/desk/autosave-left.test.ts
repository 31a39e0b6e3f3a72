import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takenUp } from "@/components/desk/autosave-left";
import {
  type AutosaveState,
  edited,
  type Kept,
  keptOf,
  opened,
  phaseOf,
  sent,
  unanswered,
  valuesOf,
} from "@/components/desk/autosave-state";
import { byParts } from "@/lib/merge/fields";

interface Words {
  headline: string;
  lines: string[];
}

const lines = byParts<string[], string>({ split: (all) => all, join: (all) => all, key: (line) => line });
const judge = { merges: { lines } };
const fresh = () => opened<Words>({ headline: "H", lines: ["a", "b", "c"] }, 1);
const LATER = new Date("2026-03-20T10:00:00Z");

/** What a window that typed this, from the same version, leaves behind. */
function leftOf(state: AutosaveState<Words>, at = LATER): Kept<Words> {
  const kept = keptOf(state, at);
  if (!kept) throw new Error("nothing kept");
  return kept;
}

const typed = (patch: Partial<Words>) => edited(fresh(), patch);

describe("what two closed windows left of one document", () => {
  it("merges where they changed different parts", () => {
    const [one, other] = [typed({ lines: ["a one", "b", "c"] }), typed({ lines: ["a", "b", "c other"] })];
    const state = [one, other].reduce((held, window) => takenUp(held, leftOf(window), judge), fresh());
    expect(valuesOf(state).lines).toEqual(["a one", "b", "c other"]);
    expect(state).toMatchObject({ trouble: null, setAside: [] });
  });

  it("keeps the first and sets the second aside where they changed the same", () => {
    const [one, other] = [
      typed({ headline: "One", lines: ["a one", "b", "c"] }),
      typed({ headline: "Other", lines: ["a other", "b", "c other"] }),
    ];
    const state = [one, other].reduce((held, window) => takenUp(held, leftOf(window), judge), fresh());
    expect(valuesOf(state)).toEqual({ headline: "One", lines: ["a one", "b", "c other"] });
    expect(state.setAside).toMatchObject([
      { field: "headline", value: "Other", from: "window" },
      { field: "lines", value: ["a other"], from: "window" },
    ]);
  });

  it("is not at odds with a save of its own whose answer never came", () => {
    const begun = unanswered(sent(typed({ lines: ["a", "b begun", "c"] })));
    const other = edited(begun, { lines: ["a", "b begun and ended", "c"] });
    // The page that is opened has what arrived, and something typed since.
    const page = edited(opened<Words>({ headline: "H", lines: ["a", "b begun", "c"] }, 2), {
      headline: "New",
    });
    const state = takenUp(page, leftOf(other), judge);
    expect(valuesOf(state)).toEqual({ headline: "New", lines: ["a", "b begun and ended", "c"] });
    expect(state.setAside).toEqual([]);
  });

  it("is nowhere lost, whatever both windows and the page typed", () => {
    const text = (who: string) =>
      fc.array(
        fc.oneof(
          fc.constantFrom("a", "b", "c"),
          fc.nat(99).map((n) => `${who}${n}`),
        ),
        { maxLength: 5 },
      );
    fc.assert(
      fc.property(text("one"), text("two"), text("page"), (first, second, page) => {
        const start = edited(fresh(), { lines: page });
        const windows = [first, second].map((all, index) => [all, new Date(+LATER + index)] as const);
        const state = windows.reduce((held, [all, at]) => {
          const kept = keptOf(typed({ lines: all }), at);
          return kept ? takenUp(held, kept, judge) : held;
        }, start);
        const shown = [valuesOf(state).lines, ...state.setAside.map(({ value }) => value)].flat();
        const words = [...first, ...second, ...page].filter((line) => line.length > 1);
        expect(words.filter((word) => !shown.includes(word))).toEqual([]);
        expect(phaseOf(state)).not.toBe("conflict");
        expect(new Set(state.setAside.map(({ id }) => id)).size).toBe(state.setAside.length);
      }),
      { examples: [[["c", "a", "one0"], ["two0", "two0", "two0"], ["a"]]] },
    );
  });
});
