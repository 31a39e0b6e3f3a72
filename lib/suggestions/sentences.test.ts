import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "@/lib/suggestions/sentences";

const sentencesOf = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    [["GPT-5.4 mini costs $0.15.", "It is No. 3 behind Acme Inc. of Ohio."]],
    [["Halden vs. Norvik was heard by Dr. A. Moe in the U.S. Court of Appeals.", "It took a year."]],
    [["It moved to the U.S.", "The rest stayed."]],
    [["The window closes on Friday at 11 p.m.", "Records are rare."]],
    [["They met at 9 a.m. ET on Jan. 5.", "Nobody spoke."]],
    [["“Is it so?” asked Kim.", "“It is.”", "He left."]],
    [["He called it “done.”", "She did not."]],
    [["1. Oslo is first.", "2. Bergen follows."]],
  ])("keeps %j apart and whole", (sentences) => {
    expect(sentencesOf(sentences.join(" "))).toEqual(sentences);
  });

  it("ends a sentence at a line break", () => {
    expect(sentencesOf("no stop here\nand none here")).toEqual(["no stop here", "and none here"]);
  });

  it("leaves out white space and nothing else, in order", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom(". ", "U.S. ", "” ", "“", "? ", "\n", "No. 3", " Dr. ", " a.m. "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join("");
        let at = 0;
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(at, start).trim()).toBe("");
          expect(start).toBeLessThan(end);
          at = end;
        }
        expect(text.slice(at).trim()).toBe("");
      }),
    );
  });
});
