import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_AROUND, sentenceAround } from "@/lib/evidence/around";

const TEXT = [
  "The harbour opens",
  "Ferries pay by the hour. “It will not rise,” said Ida Holm, who runs it. It may close again.",
].join("\n\n");

const around = (words: string, text = TEXT) => {
  const start = text.indexOf(words);
  return sentenceAround(text, start, start + words.length);
};

describe("the sentence around a passage", () => {
  test.each([
    ["will not rise", { before: "“It ", after: ",” said Ida Holm, who runs it." }],
    [
      "“It will not rise,” said Ida Holm, who runs it.",
      { before: "Ferries pay by the hour. ", after: " It may close again." },
    ],
    [
      "Ferries pay by the hour.",
      { before: "The harbour opens ", after: " “It will not rise,” said Ida Holm, who runs it." },
    ],
    ["by the hour. “It will", { before: "Ferries pay ", after: " not rise,” said Ida Holm, who runs it." }],
    ["It may close again.", { before: "“It will not rise,” said Ida Holm, who runs it. ", after: "" }],
    ["The harbour opens", { before: "", after: " Ferries pay by the hour." }],
  ])("%s", (words, expected) => {
    expect(around(words)).toEqual(expected);
  });

  test("of a sentence without end only the words nearest are kept, whole", () => {
    const long = "word ".repeat(500);
    const { before, after } = around("HERE", `${long}HERE ${long}`);
    expect(before).toMatch(/^… word( word)+ $/u);
    expect(after).toMatch(/^ (word )+…$/u);
    expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(MOST_AROUND);
  });

  test("is always what stands beside it in the text, and never much", () => {
    const words = fc.array(
      fc.constantFrom(
        "It rains. ",
        "Who, he asked?\n",
        "\u00a0",
        "e.g. this ",
        "😀",
        "“No.” ",
        "x".repeat(90),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (parts, one, other) => {
        const text = parts.join("");
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b);
        const { before, after } = sentenceAround(text, start ?? 0, end ?? 0);
        const flat = (part: string) => part.replace(/\s+/gu, " ");
        const bare = (part: string) => part.replace(/^… ?|…$/gu, "");
        expect(flat(text.slice(0, start)).endsWith(bare(before))).toBe(true);
        expect(flat(text.slice(end)).startsWith(bare(after))).toBe(true);
        expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(MOST_AROUND);
      }),
      { numRuns: 300 },
    );
  });
});
