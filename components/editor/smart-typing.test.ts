import fc from "fast-check";
import { expect, it } from "vitest";
import { setInLine } from "@/components/editor/smart-typing";

/** A line typed letter by letter. */
function typed(keys: string): string {
  let line = "";
  for (const key of keys) {
    line += key;
    const set = setInLine(line);
    if (set) line = line.slice(0, set.from) + set.sign;
  }
  return line;
}

it.each([
  [`Pump prices - what "the plumbers" say`, "Pump prices – what “the plumbers” say"],
  [`It's 'late' -- she said...`, "It’s ‘late’ — she said…"],
  ["well-kept, 5-4", "well-kept, 5-4"],
])("%s is set as a printer would", (keys, line) => {
  expect(typed(keys)).toBe(line);
});

it("changes nothing but quotes, dashes and dots", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (keys) => {
      const bare = (words: string) => words.replace(/["'“”‘’.…\-–—]/gu, "");
      expect(bare(typed(keys))).toBe(bare(keys));
    }),
  );
});
