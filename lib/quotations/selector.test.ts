import fc from "fast-check";
import { expect, it } from "vitest";
import { prepareText } from "@/lib/quotations/normalise";
import { findPassage, selectorFor } from "@/lib/quotations/selector";

const TEXT = [
  "The port charges by the hour from May, and the pilots say that nobody asked them.",
  "Ferries wait outside the breakwater; the smallest of them burns forty litres an hour.",
  "The port charges by the hour from June, and the council has “promised” to publish the accounts.",
].join("\n");

const of = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return selectorFor(TEXT, start, start + words.length);
};

it("finds a passage again by its words, its context and its place", () => {
  for (const from of [0, 100]) {
    const selector = of("charges by the hour", from);
    expect(findPassage(TEXT, selector)).toMatchObject({ certainty: "exact", start: selector.start });
  }
});

it("follows a passage that moved, and typography that changed", () => {
  const selector = of("the council has “promised” to publish");
  const later = `A new first line.\n${TEXT.replace("“promised”", '"promised"')}`;
  expect(findPassage(prepareText(later), selector)).toMatchObject({
    certainty: "exact",
    start: later.indexOf("the council"),
    diff: null,
  });
});

it("calls a passage near when it is spelt otherwise, and gives it up when it says something else", () => {
  const selector = of("the smallest of them burns forty litres an hour");
  const respelt = TEXT.replace("them burns", "them, burns");
  expect(findPassage(respelt, selector)).toMatchObject({ certainty: "near", start: selector.start });
  expect(findPassage(TEXT.replace("forty", "sixty"), selector)).toBeNull();
  expect(findPassage("", selector)).toBeNull();
});

it("keeps whole characters, and finds any passage where it was", () => {
  const words = fc.string({
    unit: fc.constantFrom(..."ab “”…", "👍", "é", "\n"),
    minLength: 60,
    maxLength: 200,
  });
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (text, one, other) => {
      const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
        number,
        number,
      ];
      const selector = selectorFor(text, start, end);
      expect(
        selector.prefix.isWellFormed() && selector.exact.isWellFormed() && selector.suffix.isWellFormed(),
      ).toBe(true);
      expect(text.slice(selector.start, selector.end)).toBe(selector.exact);
      const around = `${selector.prefix}${selector.exact}${selector.suffix}`;
      expect(text).toContain(around);
    }),
  );
});
