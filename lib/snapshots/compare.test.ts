import fc from "fast-check";
import { expect, test } from "vitest";
import type { ComparedPassage } from "@/lib/revisions/compare";
import { compareTexts } from "@/lib/snapshots/compare";

/** The text as one side has it, its paragraphs. */
function side(passages: ComparedPassage[], without: "added" | "removed"): string[] {
  return passages
    .flatMap(({ blocks }) => blocks)
    .filter(({ change }) => change !== without)
    .map(({ pieces }) =>
      pieces
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(""),
    );
}

test("paragraphs are told apart first, then the words of the changed ones", () => {
  const before = "The fee is 40 euros.\nIt holds from May.\nBoats may wait.";
  const after = "The fee is 45 euros.\nIt holds from May.\nBoats may wait.\nNobody objected.";
  const { passages, changes, isOther } = compareTexts(before, after);
  expect([changes, isOther]).toEqual([2, false]);
  const pieces = passages.flatMap(({ blocks }) => blocks.flatMap((block) => block.pieces));
  const changed = pieces.filter(({ kind }) => kind !== "same").map(({ kind, text }) => `${kind} ${text}`);
  expect(changed).toEqual(["removed 40", "added 45", "added Nobody objected."]);
  expect(compareTexts(before, before).changes).toBe(0);
});

test("nothing of either text is lost, whatever they are", () => {
  const paragraph = fc.oneof(fc.constantFrom("The fee rose.", "It fell.", "The fee fell."), fc.lorem());
  const text = fc.array(paragraph, { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { passages } = compareTexts(before.join("\n\n"), after.join("\n"));
      expect(side(passages, "added")).toEqual(before);
      expect(side(passages, "removed")).toEqual(after);
    }),
  );
});

test("long texts that have nothing in common are not compared word by word", () => {
  const text = (word: string) =>
    Array.from({ length: 3_000 }, (_, place) => `${word} ${place} and words`).join("\n");
  const { passages, changes, isOther } = compareTexts(text("one"), text("two"));
  expect([isOther, changes]).toEqual([true, 6_000]);
  expect(passages.map(({ label }) => label)).toEqual(["Put in its place", "Taken away"]);
});
