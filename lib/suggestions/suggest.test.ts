import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "@/lib/suggestions/sentences";
import { type Suggestion, suggestKinds } from "@/lib/suggestions/suggest";
import { labelledStories } from "@/lib/suggestions/test-labels";

const speakersOf = (...paragraphs: string[]) =>
  suggestKinds(paragraphs).flatMap((paragraph) => paragraph.map(({ speaker }) => speaker));

describe("suggestions", () => {
  it("label the sentence that a disclaimer points back to, across a paragraph's end too", () => {
    const [first, second] = suggestKinds([
      "Halden shipped 40 chips. The chip fits into existing racks.",
      "That conclusion is our own.",
    ]) as [Suggestion[], Suggestion[]];
    expect(first.map(({ rule }) => rule)).toEqual(["event", "points back"]);
    expect(first[1]).toMatchObject({ kind: "analysis", cue: second[0]?.cue });
  });

  it("leave a sentence that somebody is said to say as it is, whatever points back to it", () => {
    const [[said]] = suggestKinds(["Halden says the chip is fast. That is an inference."]) as [[Suggestion]];
    expect(said).toMatchObject({ kind: "statement", speaker: "Halden" });
  });

  it("do not label what went before as the editor's when it is called somebody's forecast", () => {
    const [[foretold, judged]] = suggestKinds([
      "Halden said sales would exceed $1 billion by 2028. That is a forecast, not booked revenue.",
    ]) as [[Suggestion, Suggestion]];
    expect(foretold).toMatchObject({ kind: "forecast", horizon: { iso: "2028-12-31", words: "by 2028" } });
    expect(judged.kind).toBe("analysis");
  });

  it("name speakers in full, by short names, pronouns, nouns and what is theirs", () => {
    expect(
      speakersOf(
        "Orrin Labs released an agent. Orrin says it is safe. The startup's help pages say that purchases need a confirmation.",
        "Sofia Abreu, who runs product at Lumen, called it bold. She added that nobody wants to babysit software.",
        "The Northern Medicines Agency (NMA) opened a review. The agency said it was routine. The NMA denied any haste.",
      ),
    ).toEqual([
      null,
      "Orrin Labs",
      "Orrin Labs",
      "Sofia Abreu",
      "Sofia Abreu",
      null,
      "Northern Medicines Agency",
      "Northern Medicines Agency",
    ]);
  });

  it("read one name in two spellings as one, and keep the desk's own", () => {
    expect(speakersOf("HALDEN says so. Halden argues that it is. Halden's announcement says more.")).toEqual(
      Array(3).fill("Halden"),
    );
    const known = suggestKinds(["Halden says so."], { knownSpeakers: ["Halden Semiconductor"] });
    expect(known.flat()[0]?.speaker).toBe("Halden Semiconductor");
  });

  it("say who speaks in every sentence of one quotation", () => {
    expect(
      speakersOf("“We did everything right. The market moved against us,” Per Lunde told reporters."),
    ).toEqual(["Per Lunde", "Per Lunde"]);
  });

  it.each([
    ["by Friday", "2026-11-27"],
    ["next month", "2026-12-31"],
    ["in May", "2027-05-31"],
    ["next quarter", "2027-03-31"],
    ["by the end of the year", "2026-12-31"],
    ["next year", "2027-12-31"],
  ])("resolve %s to the last day of it, against the day it was written", (words, iso) => {
    const [[due]] = suggestKinds([`Norvik expects a decision ${words}.`], {
      writtenOn: new Date(Date.UTC(2026, 10, 25)),
    }) as [[Suggestion]];
    expect(due.horizon).toEqual({ iso, words });
  });

  it("never throw, are the same every time, and hold the sentences' own words", () => {
    const words = labelledStories().flatMap(({ paragraphs }) =>
      paragraphs.flat().flatMap(({ text }) => text.split(" ")),
    );
    const piece = fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 6 }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom("“", "”", '"', "‘", "(", "said", "—", "\n", "as", "who", "'s"),
      },
    );
    const paragraph = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 4 }), (paragraphs) => {
        const suggested = suggestKinds(paragraphs);
        expect(suggestKinds(paragraphs)).toEqual(suggested);
        expect(suggested).toHaveLength(paragraphs.length);
        for (const [index, text] of paragraphs.entries()) {
          const spans = suggested[index]?.map(({ start, end }) => ({ start, end }));
          expect(spans).toEqual(splitSentences(text));
          for (const { sentence, start, end } of suggested[index] ?? []) {
            expect(text.slice(start, end)).toBe(sentence);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
