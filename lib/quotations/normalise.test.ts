import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "@/lib/quotations/normalise";

describe("normalise", () => {
  it.each([
    ["“It’s ‘fine’”, she said", `"It's 'fine'", she said`],
    ["„so“ «ainsi» `code` 5′ 10″", `"so" "ainsi" 'code' 5' 10"`],
    ["2019–2021 — a non‑event, −5°", "2019-2021 - a non-event, -5°"],
    ["well… and so on ⋯", "well... and so on ..."],
    ["co\u00adop\u200berate\u2060 \ufeffnow", "cooperate now"],
    ["one\u00a0two\u202f\u2009three\r\n\t four\u3000five", "one two three four five"],
    ["a \u200b\u00a0\u200b b\u200b c", "a b c"],
    ["eﬃcient ﬂow", "efficient flow"],
    ["cafe\u0301 e\u00ad\u0301", "café é"],
    ["ＡＢＣ１２３％", "ABC123%"],
    ["각\u1100\u1161 ㅎㅏ", "각가 하"],
    ["❤️ 👩‍👩‍👧", "❤ 👩👩👧"],
    ["\u202bשלום\u202c עולם", "שלום עולם"],
    ["m² of CO₂", "m2 of CO2"],
  ])("%j is compared as %j", (original, text) => {
    expect(normalise(original).text).toBe(text);
  });

  it("lets no digit grow into a number", () => {
    expect(normalise("10² and 2½ and 10²³").text).toBe("10^2 and 2 1⁄2 and 10^23");
  });

  it("maps offsets back through what grew, shrank and went", () => {
    const original = "A\u00a0 eﬃcient… so\u00adcalled 👍 end";
    const { text, range, toOriginal } = normalise(original);
    const back = (words: string) => {
      const { start, end } = range(text.indexOf(words), text.indexOf(words) + words.length);
      return original.slice(start, end);
    };
    expect(back("efficient")).toBe("eﬃcient");
    expect(back("...")).toBe("…");
    expect(back("socalled")).toBe("so\u00adcalled");
    expect(back("👍 end")).toBe("👍 end");
    expect(back("A efficient")).toBe("A\u00a0 eﬃcient");
    expect(toOriginal(text.length)).toBe(original.length);
  });

  // Letters of many scripts and everything that typography is made of, densely.
  const typographic = fc.constantFrom(
    ..."ab 1“”‘’`´–—−…⋯ﬁﬂ²½é",
    "\u00a0",
    "\u00ad",
    "\u200b",
    "\u0301",
    "\n",
    "\u2009",
    "ｶ",
    "ﾞ",
    "각",
    "ᄀ",
    "ᅡ",
    "小",
    "👍",
    "\ufe0f",
  );
  const anyText = fc.oneof(
    fc.string({ unit: typographic, maxLength: 40 }),
    fc.string({ unit: "binary", maxLength: 40 }),
  );

  it("is the same done twice, with single spaces and nothing without width", () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text } = normalise(original);
        expect(normalise(text).text).toBe(text);
        expect(text).not.toMatch(/\s\s|[\u00ad\u200b\ufeff“”‘’…–—]/);
      }),
      { numRuns: 3_000 },
    );
  });

  it("is NFKC where there is nothing else to do", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."aeo", "\u0301", "\u0308", "ﬁ", "Å", "ｶ", "ﾞ", "ᄀ", "ᅡ", "ᆨ"),
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(normalise(text).text).toBe(text.normalize("NFKC"));
      }),
    );
  });

  it("slices back to what it was made of", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (original, one, other) => {
        const { text, range } = normalise(original);
        const [start, end] = [one % (text.length + 1), other % (text.length + 1)].sort((a, b) => a - b) as [
          number,
          number,
        ];
        const { start: from, end: to } = range(start, end);
        expect(from).toBeLessThanOrEqual(to);
        // A raised digit alone does not know what stood before it.
        const slice = normalise(original.slice(from, to)).text;
        const wanted = text.slice(start, end).trim();
        expect(slice.replace(/[\^ ]/g, "")).toContain(wanted.replace(/[\^ ]/g, ""));
      }),
      { numRuns: 3_000 },
    );
  });
});
