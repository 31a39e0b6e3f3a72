import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchClaim } from "@/lib/evidence/match";
import { PAGE } from "@/lib/evidence/test-story";
import { prepareText } from "@/lib/quotations/normalise";
import { findPassage, selectorFor } from "@/lib/quotations/selector";

const text = prepareText(PAGE);
const span = (words: string) => ({ start: PAGE.indexOf(words), end: PAGE.indexOf(words) + words.length });
const quoting = (words: string) => ({ attribution: "quoted" as const, text: words });

describe("matchClaim", () => {
  it("takes a passage for what it is where nothing is quoted", () => {
    const passage = span("It may close again in winter.");
    const match = matchClaim({ attribution: "none", text: "It closes in winter" }, text, passage);
    expect(match).toEqual({ matchStatus: "verified", similarity: 1, diff: null, ...passage });
  });

  it("verifies quoted words whatever their typography, and grows the passage around them", () => {
    const claim = quoting('Holm said they "will not raise the fee of its neighbours before 2027".');
    const match = matchClaim(claim, text, span("raise the fee of its neighbours"));
    expect(match.matchStatus).toBe("verified");
    expect(PAGE.slice(match.start, match.end)).toBe("will not raise the fee of its neighbours before 2027");
  });

  it("shows a small difference, to be signed", () => {
    const claim = quoting("Holm said: “The harbor will not raise the fee of its neighbours before 2027”");
    const match = matchClaim(
      claim,
      text,
      span("The harbour will not raise the fee of its neighbours before 2027"),
    );
    expect(match.matchStatus).toBe("near");
    expect(match.diff).toContainEqual({ kind: "added", text: "harbour" });
  });

  it.each([
    ["a number", "The harbour will not raise the fee of its neighbours before 2028"],
    ["a negation", "The harbour will raise the fee of its neighbours before 2027"],
    ["a modal", "The harbour would not raise the fee of its neighbours before 2027"],
  ])("finds no quotation with %s changed", (_, words) => {
    const match = matchClaim(
      quoting(`“${words}”`),
      text,
      span("The harbour will not raise the fee of its neighbours before 2027"),
    );
    expect(match.matchStatus).toBe("notFound");
  });

  it("does not take words that stand elsewhere for the passage, nor half of what is quoted for all of it", () => {
    const elsewhere = matchClaim(
      quoting("“The harbour will not raise the fee of its neighbours”"),
      text,
      span("It may close"),
    );
    expect(elsewhere.matchStatus).toBe("notFound");
    const half = quoting("“charges ferries by the hour” and “will raise it in the spring of 2026”");
    expect(matchClaim(half, text, span("charges ferries by the hour")).matchStatus).toBe("notFound");
    const both = quoting("“charges ferries by the hour” and “may close again in winter”");
    expect(matchClaim(both, text, span("charges ferries by the hour")).matchStatus).toBe("verified");
  });

  it("knows short words by the passage that was chosen", () => {
    expect(
      matchClaim(quoting("It “may close”"), text, span("It may close again in winter.")).matchStatus,
    ).toBe("verified");
  });
});

describe("any selection", () => {
  const words = fc.string({ unit: fc.constantFrom(..."abcde é“”…\n🎈­1 "), minLength: 1, maxLength: 200 });
  const cases = words.chain((page) =>
    fc.record({
      page: fc.constant(page),
      start: fc.nat({ max: page.length - 1 }),
      length: fc.integer({ min: 1, max: page.length }),
    }),
  );

  it("is cut out of the text exactly as its selectors say", () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({ page, start, length }, quoted) => {
        const passage = { start, end: Math.min(page.length, start + length) };
        const claim = {
          attribution: quoted ? ("quoted" as const) : ("none" as const),
          text: page.slice(0, 40),
        };
        const match = matchClaim(claim, prepareText(page), passage);
        const selector = selectorFor(page, match.start, match.end);
        expect(page.slice(selector.start, selector.end)).toBe(selector.exact);
        expect(page.slice(0, selector.start).endsWith(selector.prefix)).toBe(true);
        expect(page.slice(selector.end).startsWith(selector.suffix)).toBe(true);
        expect(selector.start).toBeLessThanOrEqual(start);
        expect(selector.end).toBeGreaterThanOrEqual(passage.end);
      }),
      { numRuns: 500 },
    );
  });

  it("is gone once a word of it was changed, however much the rest resembles it", () => {
    // No word occurs twice, so that what is left can only resemble the passage.
    const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnop"), minLength: 4, maxLength: 9 });
    const pages = fc.uniqueArray(word, { minLength: 12, maxLength: 40 });
    fc.assert(
      fc.property(pages, fc.nat(), fc.nat(), (list, from, which) => {
        const at = from % (list.length - 6);
        const passage = list.slice(at, at + 6).join(" ");
        const page = list.join(" ");
        const selector = selectorFor(page, page.indexOf(passage), page.indexOf(passage) + passage.length);
        const changed = list.toSpliced(at + (which % 6), 1, "qrstuv").join(" ");
        expect(findPassage(page, selector)?.certainty).toBe("exact");
        expect(findPassage(changed, selector)?.certainty).not.toBe("exact");
      }),
      { numRuns: 300 },
    );
  });
});
