import search from "approx-string-match";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearPlacements, windowsFor } from "@/lib/quotations/placements";

// Few words, so that pieces recur and windows run into one another.
const word = fc.constantFrom(
  "harbour",
  "pilots",
  "charge",
  "by",
  "the",
  "hour",
  "a",
  "ferry",
  "ferries",
  "council,",
);
const prose = fc.array(word, { minLength: 12, maxLength: 120 }).map((words) => words.join(" "));
const edit = fc.record({ at: fc.nat(), kind: fc.nat({ max: 2 }), letter: fc.constantFrom(..."abc ,.-") });

function edited(text: string, edits: { at: number; kind: number; letter: string }[]): string {
  return edits.reduce((so, { at, kind, letter }) => {
    const place = at % so.length;
    const put = kind === 1 ? "" : letter;
    return so.slice(0, place) + put + so.slice(place + (kind === 2 ? 0 : 1));
  }, text);
}

describe("looking only where a match can be", () => {
  const cases = fc.record({
    text: prose,
    from: fc.nat(),
    length: fc.integer({ min: 20, max: 200 }),
    edits: fc.array(edit, { maxLength: 6 }),
  });

  it("loses no match that a search of the whole text finds", () => {
    fc.assert(
      fc.property(cases, ({ text, from, length, edits }) => {
        const start = from % Math.max(1, text.length - 20);
        const words = edited(text.slice(start, start + length), edits);
        const most = Math.floor(words.length / 20);
        const windows = windowsFor(text, words, most);
        for (const match of search(text, words, most)) {
          const holds = windows.some((window) => window.start <= match.start && match.end <= window.end);
          expect(holds).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("accepts what a search of the whole text would", () => {
    fc.assert(
      fc.property(cases, ({ text, from, length, edits }) => {
        const start = text.lastIndexOf(" ", from % text.length) + 1;
        const words = edited(text.slice(start, start + length).replace(/ \S*$/, ""), edits).trim();
        const whole = nearPlacements(text, words, [{ start: 0, end: text.length, pieces: 1 }]);
        const near = nearPlacements(text, words);
        for (const placement of whole) expect(near).toContainEqual(placement);
      }),
      { numRuns: 2_000 },
    );
  });
});
