import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Chosen, findInText, PassageMoves, spanOf } from "@/components/desk/evidence/passage-moves";

const TEXT = "One is here. Two is “there”, he said.\n\nThree stands alone.\nFour ends it.";
const moves = new PassageMoves(TEXT);
const words = (chosen: Chosen | null) => {
  if (!chosen) return null;
  const { start, end } = spanOf(chosen);
  return TEXT.slice(start, end);
};

describe("going through a text", () => {
  it("takes one sentence after the other, over lines, and stops at the ends", () => {
    const seen: (string | null)[] = [];
    let at: Chosen | null = moves.move(null, "sentence", 1);
    while (at) {
      seen.push(words(at));
      at = moves.move(at, "sentence", 1);
    }
    const all = ["One is here.", "Two is “there”, he said.", "Three stands alone.", "Four ends it."];
    expect(seen).toEqual(all);
    const last = moves.sentenceAt(TEXT.length);
    expect(last && TEXT.slice(last.start, last.end)).toBe("Four ends it.");
    expect(words(moves.move(last && { anchor: last.start, head: last.end }, "sentence", -1))).toBe(
      "Three stands alone.",
    );
  });

  it("grows and shrinks by sentence and by word, and keeps where it began", () => {
    const first = moves.move(null, "sentence", 1);
    const two = moves.extend(first, "sentence", 1);
    expect(words(two)).toBe("One is here. Two is “there”, he said.");
    expect(words(moves.extend(two, "sentence", -1))).toBe("One is here.");
    expect(words(moves.extend(first, "word", 1))).toBe("One is here. Two");
    expect(words(moves.extend(two, "word", -1))).toBe("One is here. Two is “there”, he said");
    const third = moves.move(two, "sentence", 1);
    const back = moves.extend(third, "sentence", -1);
    expect(words(back)).toBe("Two is “there”, he said.\n\nThree stands alone.");
    expect(words(moves.extend(back, "word", 1))).toBe("is “there”, he said.\n\nThree stands alone.");
    expect(words(moves.move(third, "word", 1))).toBe("Four");
  });

  it("never leaves the text, whatever is pressed", () => {
    const presses = fc.array(
      fc.record({
        way: fc.constantFrom("move" as const, "extend" as const),
        unit: fc.constantFrom("sentence" as const, "word" as const),
        step: fc.constantFrom(1 as const, -1 as const),
      }),
      { maxLength: 30 },
    );
    const texts = fc.string({ unit: fc.constantFrom(..."ab .!?\n“”🎈"), maxLength: 60 });
    fc.assert(
      fc.property(texts, presses, (text, pressed) => {
        const through = new PassageMoves(text);
        let at: Chosen | null = null;
        for (const { way, unit, step } of pressed) at = through[way](at, unit, step) ?? at;
        if (!at) return;
        const { start, end } = spanOf(at);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
        expect(end).toBeGreaterThan(start);
      }),
      { numRuns: 500 },
    );
  });
});

it("finds words whatever their case and however the lines are broken", () => {
  expect(findInText(TEXT, "  he SAID. three ")).toEqual([{ start: 29, end: 44 }]);
  expect(findInText(TEXT, '"there"')).toHaveLength(1);
  expect(findInText(TEXT, "is")).toHaveLength(2);
  expect(findInText(TEXT, "(")).toEqual([]);
  expect(findInText(TEXT, " ")).toEqual([]);
});
