import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { storiesOfHighlight } from "@/lib/importers/highlight-stories";
import type { ImportedStory } from "@/lib/importers/imported-issue";
import { EMPTY } from "@/lib/rich-text/document";

function story(headline: string, publisher: string, body: string): ImportedStory {
  return {
    headline,
    sources: publisher === "" ? [] : [{ title: headline, byline: "", publisher, url: null }],
    body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: body }] }] },
    whyItMatters: EMPTY,
  };
}

const stories = [
  story(
    "Kestrel builds its own cells",
    "Kestrel Newsroom",
    "Batteries leave the supplier. Fjordline buys them.",
  ),
  story("Fjordline opens its timetable", "Fjordline", "Data about every ferry is open now."),
  story("Norhavn chooses a plug", "Port of Norhavn", "Shore power at twelve berths, as in Aske."),
  story("Aske follows", "Port of Aske", "Shore power at one berth, with Norhavn's plug."),
];

describe("the stories of a highlight", () => {
  it.each([
    ["Kestrel makes batteries a yard's business", [1]],
    ["Open timetables become a habit", [2]],
    ["Norhavn and Aske settled on shore power", [3, 4]],
    ["Kestrel, Norhavn and Fjordline all invested", [1, 2, 3]],
    ["Timetables are open", [2]],
    ["Nothing else happened", []],
    ["The and of", []],
    ["", []],
  ])("%s → %j", (text, found) => {
    expect(storiesOfHighlight(text, stories)).toEqual(found);
  });

  it("does not take a common word at the start for a name", () => {
    const dear = [
      ...stories,
      story("Cheaper ferries", "", "Ferries get cheaper."),
      story("Locks", "", "A cheaper lock."),
    ];
    expect(storiesOfHighlight("Cheaper plugs for Norhavn", dear)).toEqual([3]);
  });

  it("are numbers of the issue's stories, each once, in order, whatever the words", () => {
    const words = fc.constantFrom(
      "Kestrel",
      "Norhavn",
      "plug",
      "open",
      "the",
      "Aske's",
      "2027",
      "—",
      "Ørsted",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 8 }), fc.shuffledSubarray(stories), (text, some) => {
        const found = storiesOfHighlight(text.join(" "), some);
        expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
        expect(found.every((number) => number >= 1 && number <= some.length)).toBe(true);
      }),
    );
  });
});
