import { describe, expect, it } from "vitest";
import { doc, p, table } from "@/lib/rich-text/test-words";
import { countWords, wordsOf } from "@/lib/rich-text/word-count";

describe("counting words", () => {
  it.each([
    ["", 0],
    [" — … ", 0],
    ["It isn’t half-done.", 4],
    ["$1.25 for 400k tokens", 4],
  ])("finds in %j %i", (text, count) => {
    expect(countWords(text)).toBe(count);
  });

  it("divides a language without spaces by its words", () => {
    expect(countWords("東京は大きい都市です", "ja")).toBeGreaterThan(3);
  });

  it("counts every block of a document, and no word twice where two blocks meet", () => {
    expect(wordsOf(doc(p("One two"), p("three"), table(["A", "B"], ["four", "five six"])))).toBe(8);
  });
});
