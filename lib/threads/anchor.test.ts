import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAnchor, selectorAt } from "@/lib/threads/anchor";

const TEXT = [
  "The port charges by the hour from May, and the pilots say that nobody asked them.",
  "Ferries wait outside the breakwater; the smallest of them burns forty litres an hour.",
  "The council meets on Tuesday, and the harbour master has promised to publish the accounts.",
].join("\n");

const of = (words: string, text = TEXT, from = 0) => {
  const start = text.indexOf(words, from);
  return selectorAt(text, start, start + words.length);
};

describe("findAnchor", () => {
  it("finds words where they were, and the right ones among several", () => {
    for (const start of [0, 20, 43, 133]) {
      const selector = of("the", TEXT, start);
      expect(findAnchor(TEXT, selector)).toMatchObject({ start: selector.start, certainty: "exact" });
    }
  });

  it("does not go over to the same words elsewhere when its own were deleted", () => {
    const selector = of("the", TEXT, 43);
    const without = TEXT.slice(0, selector.start) + TEXT.slice(selector.start + 3);
    expect(findAnchor(without, selector)).toBeNull();
  });

  it("finds words of which a little was changed, and says so", () => {
    const selector = of("the smallest of them burns forty litres");
    const changed = TEXT.replace("burns forty", "burnt sixty");
    expect(findAnchor(changed, selector)).toMatchObject({ start: selector.start, certainty: "near" });
  });

  it("gives up words that were written anew", () => {
    const selector = of("the smallest of them burns forty litres");
    expect(findAnchor(TEXT.replace(selector.exact, "nobody counts what they use"), selector)).toBeNull();
  });

  it("finds a long passage that was moved", () => {
    const [first, second, third] = TEXT.split("\n");
    const moved = [third, second, first].join("\n");
    const selector = of("Ferries wait outside the breakwater");
    const other = of("and the pilots say that nobody asked them.");
    expect(findAnchor(moved, selector)?.certainty).toBe("exact");
    expect(findAnchor(moved, other)).toMatchObject({ start: moved.indexOf(other.exact), certainty: "exact" });
  });

  it("finds a place between words, also when one side of it was changed", () => {
    const at = TEXT.indexOf("outside");
    const selector = selectorAt(TEXT, at, at);
    expect(findAnchor(TEXT, selector)).toEqual({ start: at, end: at, certainty: "exact" });
    const changed = TEXT.replace("Ferries wait ", "Ships lie ");
    expect(findAnchor(changed, selector)).toMatchObject({ start: changed.indexOf("outside") });
    expect(findAnchor("Something else entirely, of about the same length.", selector)).toBeNull();
    expect(findAnchor("", selectorAt("", 0, 0))).toEqual({ start: 0, end: 0, certainty: "exact" });
  });

  it("keeps no half of a pair of surrogates in its context", () => {
    const text = `${"🎈".repeat(40)}x${"🎈".repeat(40)}`;
    for (const start of [79, 80, 81]) {
      const { prefix, suffix } = selectorAt(text, start - (start % 2), 81);
      expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true);
    }
  });
});

describe("any text", () => {
  // No word occurs twice or resembles another, so that every answer has one right value.
  const letters = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnop"), minLength: 9, maxLength: 14 });
  const words = fc.uniqueArray(letters, {
    minLength: 4,
    maxLength: 30,
    selector: (word) => word.slice(0, 4),
  });
  const cases = words.chain((list) =>
    fc.record({
      list: fc.constant(list),
      at: fc.nat({ max: list.length - 2 }),
      many: fc.integer({ min: 1, max: 2 }),
      where: fc.nat({ max: 1_000 }),
      cut: fc.nat({ max: 12 }),
      typed: fc.string({ unit: fc.constantFrom(..."qrstuvwxyz "), maxLength: 200 }),
    }),
  );

  it("keeps an anchor word for word over an edit anywhere else", () => {
    fc.assert(
      fc.property(cases, ({ list, at, many, where, cut, typed }) => {
        const text = list.join(" ");
        const exact = list.slice(at, at + many).join(" ");
        const selector = selectorAt(text, text.indexOf(exact), text.indexOf(exact) + exact.length);
        const after = selector.start + exact.length;
        const isBefore = where % 2 === 0 && selector.start > 0;
        const from = isBefore ? where % selector.start : after + (where % (text.length - after + 1));
        const to = Math.min(from + cut, isBefore ? selector.start : text.length);
        const edited = text.slice(0, from) + typed + text.slice(to);
        const start = isBefore ? selector.start + typed.length - (to - from) : selector.start;
        expect(findAnchor(edited, selector)).toEqual({
          start,
          end: start + exact.length,
          certainty: "exact",
        });
      }),
      { numRuns: 500 },
    );
  });

  it("orphans an anchor whose words were deleted", () => {
    fc.assert(
      fc.property(cases, ({ list, at, many }) => {
        const text = list.join(" ");
        const exact = list.slice(at, at + many).join(" ");
        const selector = selectorAt(text, text.indexOf(exact), text.indexOf(exact) + exact.length);
        expect(findAnchor(text.replace(exact, ""), selector)).toBeNull();
      }),
      { numRuns: 500 },
    );
  });
});
