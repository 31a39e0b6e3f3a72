import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise, prepareText } from "@/lib/quotations/normalise";
import { verifyQuotation } from "@/lib/quotations/verify";

const TEXT = `The port said on Monday that it would not raise the berth fee this year, because its costs “have fallen”.
It’s illegal to moor overnight, the harbour master added, and the pilots can’t change that: 1,000 boats tried.

In 2026 the port earned €1.5 million, up from $1 million; the temperature fell to −5 degrees in the first week.
The colourful organisation of the regatta surprised the neighbourhood, which had expected a typical Sunday in Iran.
Non-aligned captains — all of them — asked for more time. “Well... we may grant it,” said the council of Zürich.`;

const verify = (quote: string, more: { prefix?: string; suffix?: string; position?: number } = {}) =>
  verifyQuotation({ quote, text: TEXT, ...more });
const status = (quote: string) => verify(quote).status;
const passage = (quote: string) => {
  const { start, end } = verify(quote);
  return start === null || end === null ? null : TEXT.slice(start, end);
};

describe("verified", () => {
  it.each([
    ["would not raise the berth fee this year", "would not raise the berth fee this year"],
    [`its costs "have fallen". It's illegal to moor`, "its costs “have fallen”.\nIt’s illegal to moor"],
    ["“the pilots can't change that”", "the pilots can’t change that"],
    ["fell to -5 degrees in the ﬁrst week", "fell to −5 degrees in the first week"],
    ["captains – all of them – asked", "captains — all of them — asked"],
    ["Well… we may grant it", "Well... we may grant it"],
  ])("%s", (quote, words) => {
    expect(status(quote)).toBe("verified");
    expect(passage(quote)).toBe(words);
    expect(verify(quote)).toMatchObject({ similarity: 1, diff: null });
  });
});

describe("near: a person signs", () => {
  it.each([
    ["The colorful organisation of the regatta", "British and American spelling"],
    ["the harbour master added and the pilots", "a comma"],
    ["and the pilots can't change that: 1000 boats tried", "a number written otherwise"],
    ["Which had expected a typical Sunday", "a capital at the beginning"],
  ])("%s (%s)", (quote) => {
    const { status: verdict, diff, similarity } = verify(quote);
    expect(verdict).toBe("near");
    expect(similarity).toBeGreaterThanOrEqual(0.95);
    const side = (not: string) =>
      diff
        ?.filter(({ kind }) => kind !== not)
        .map(({ text }) => text)
        .join("");
    expect(side("added")).toBe(normalise(quote).text);
    expect(side("removed")).toBe(normalise(passage(quote) ?? "").text);
  });

  it("mends a word that a line break divided in a PDF", () => {
    const text = "The whole infra- structure of the port was built in the last century, they say.";
    const quote = "The whole infrastructure of the port was built in the last century";
    expect(verifyQuotation({ quote, text }).status).toBe("near");
  });
});

describe("not found: it says something else", () => {
  it.each([
    ["would raise the berth fee this year, because its costs", "not deleted"],
    ["that it would not not raise the berth fee this year", "not inserted"],
    ["the pilots can change that: 1,000 boats tried", "a contraction taken"],
    ["its costs haven't fallen. It's illegal to moor overnight", "a contraction put"],
    ["that it could not raise the berth fee this year, because", "a modal"],
    ["In 2025 the port earned €1.5 million, up from $1 million", "a digit"],
    ["In 2026 the port earned €1.5 billion, up from $1 million", "a number word"],
    ["In 2026 the port earned $1.5 million, up from $1 million", "a currency"],
    ["the temperature fell to 5 degrees in the first week", "a sign"],
    ["the temperature fell to −5 degrees in the third week", "an ordinal word"],
    ["captains — some of them — asked for more time", "a quantifier"],
    ["had expected a typical Sunday in Iraq", "a name by a letter"],
    ["had expected an atypical Sunday in Iran. Non-aligned", "a prefix"],
    ["had expected a atypical Sunday in Iran. Non-aligned", "a prefix of one letter"],
    ["raise berth the fee this year, because its costs", "words swapped"],
    ["no Monday that it would not raise the berth fee", "a short word turned round"],
    ["the pilots can’t change that: 1,000 boat tried", "a plural"],
    ["said the council of Zurich. asked for more", "words of no one place"],
  ])("%s (%s)", (quote) => {
    expect(verify(quote)).toMatchObject({ status: "not-found", start: null, end: null });
  });

  it("names the words that differ, and shows where", () => {
    const quote = "In 2025 the port earned €1.5 million, up from $1 million";
    const { reason, closest, similarity } = verify(quote);
    expect(reason).toEqual({ kind: "changed-words", words: [{ quote: "2025", passage: "2026" }] });
    expect(TEXT.slice(closest?.start, closest?.end)).toBe(quote.replace("2025", "2026"));
    expect(similarity).toBeGreaterThan(0.95);
  });

  it("does not take words out of others that say the opposite", () => {
    for (const quote of [
      "legal to moor overnight, the harbour master added",
      "aligned captains — all of them — asked for more time",
      "5 million, up from $1 million; the temperature",
      "5 degrees in the first week.\nThe colourful",
      "It’s illegal to moor overnight, the harbour master added, and the pilots can",
    ])
      expect(status(quote)).toBe("not-found");
  });

  it("says why there is nothing", () => {
    expect(verify(" “…” ").reason).toEqual({ kind: "empty" });
    expect(verify("").reason).toEqual({ kind: "empty" });
    expect(verify("words that nobody at this port ever said to us").reason).toEqual({ kind: "absent" });
    expect(verifyQuotation({ quote: "anything at all, of any length", text: "" }).status).toBe("not-found");
  });
});

describe("ellipses", () => {
  it.each([
    "The port said on Monday that it would not … because its costs “have fallen”",
    "its costs “have fallen” […] the harbour master added, and […] can’t change that: 1,000 boats tried",
    "…the port earned €1.5 million . . . the temperature fell to −5 degrees…",
    "In 2026 the port earned €1.5 million... The colourful organisation of the regatta",
  ])("%s", (quote) => {
    expect(status(quote)).toBe("verified");
  });

  it("covers the passage from the first segment to the last", () => {
    expect(passage("In 2026 the port earned […] in the first week")).toMatch(/^In 2026 .* first week$/);
  });

  it("keeps the sequence, and one passage", () => {
    const turned = "because its costs “have fallen” … The port said on Monday that";
    expect(verify(turned).reason).toEqual({ kind: "not-one-passage" });
    const far = TEXT.replace("In 2026", `${"Words between. ".repeat(140)}In 2026`);
    const quote = "The port said on Monday that it would not raise … In 2026 the port earned €1.5 million";
    expect(verifyQuotation({ quote, text: far }).reason).toEqual({ kind: "not-one-passage" });
  });

  it("does not stitch a sentence out of single words", () => {
    const text = `We ${"say many things about it, at length and often. ".repeat(9)}are ${"and so on, as before. ".repeat(15)}frauds in public`;
    expect(verifyQuotation({ quote: "We … are … frauds in public here … or so", text }).status).toBe(
      "not-found",
    );
    expect(verifyQuotation({ quote: "We say many things about it … frauds in public", text }).status).toBe(
      "not-found",
    );
  });

  it("asks for a signature where one hides a negation", () => {
    const { status: verdict, diff } = verify(
      "The port said on Monday that it would … raise the berth fee this year",
    );
    expect(verdict).toBe("near");
    expect(diff).toContainEqual({ kind: "added", text: " not " });
  });
});

describe("an editor's brackets", () => {
  it.each([
    "[The port] would not raise the berth fee this year",
    "that [the port] would not raise the berth fee this year",
    "[T]he harbour master added, and the pilots can’t change that",
    "because [the port’s] costs “have fallen”",
    "would not raise the [mooring] fee this year, because its costs",
  ])("%s is near", (quote) => {
    expect(verify(quote)).toMatchObject({ status: "near", similarity: 1 });
  });

  it("may not bring in or take away what turns the sentence round", () => {
    expect(status("because its costs [never] “have fallen”")).toBe("not-found");
    expect(status("it would [certainly] raise the berth fee this year")).toBe("not-found");
    expect(status("the port earned [€15 million], up from $1 million")).toBe("not-found");
    expect(status("[Not] the port said on Monday that it would")).toBe("not-found");
  });

  it("leaves [sic] aside", () => {
    expect(status("that it would not raise [sic] the berth fee this year")).toBe("verified");
  });
});

describe("which of several places", () => {
  const text =
    "One day the sea rose by a metre. Two days later the sea rose by a metre. Three: the sea rose by a metre.";
  const starts = [...text.matchAll(/the sea rose by a metre/g)].map(({ index }) => index);
  const at = (more: { prefix?: string; suffix?: string; position?: number }) =>
    verifyQuotation({ quote: "the sea rose by a metre", text, ...more }).start;

  it("goes by what stood before, after, and by the place", () => {
    expect(at({})).toBe(starts[0]);
    expect(at({ prefix: "Two days later " })).toBe(starts[1]);
    expect(at({ suffix: ". Three: the" })).toBe(starts[1]);
    expect(at({ prefix: "Three: " })).toBe(starts[2]);
    expect(at({ position: starts[2] ?? 0 })).toBe(starts[2]);
    expect(at({ prefix: "Two days later ", position: 0 })).toBe(starts[1]);
  });

  it("asks short words for their context", () => {
    expect(verify("berth fee").reason).toEqual({ kind: "too-short-without-context" });
    expect(verify("berth fee", { prefix: "would not raise the " }).status).toBe("verified");
    expect(verify("berth fee", { suffix: " this year, because" }).status).toBe("verified");
    expect(verify("berth fee", { prefix: "the town has no more " }).status).toBe("not-found");
    expect(verify("fee", { prefix: "h " }).status).toBe("not-found");
    expect(verify("mooring tax", { prefix: "would not raise the " }).reason).toEqual({ kind: "absent" });
  });
});

it("reads scripts without spaces and from the right", () => {
  const text = "小米周五发布了新的模型，价格比去年低。公司没有说明原因，也没有公布具体的日期和地点。";
  const check = (quote: string) => verifyQuotation({ quote, text }).status;
  expect(check("发布了新的模型，价格比去年低。公司没有说明原因，也没有")).toBe("verified");
  expect(check("发布了新的模型,价格比去年低。公司有说明原因，也没有公布")).toBe("not-found");
  const hebrew = "הנמל הודיע ביום שני כי לא יעלה את אגרת העגינה השנה, משום שההוצאות ירדו.";
  const ask = (quote: string) => verifyQuotation({ quote, text: hebrew }).status;
  expect(ask("\u202bכי לא יעלה את אגרת העגינה השנה\u202c")).toBe("verified");
  expect(ask("ביום שני כי יעלה את אגרת העגינה השנה, משום")).toBe("not-found");
});

describe("any text", () => {
  const word = fc.constantFrom(
    "harbour",
    "pilots",
    "don’t",
    "“charge”",
    "the",
    "eﬃcient",
    "café",
    "boat,",
    "— so",
    "12",
    "week.",
  );
  const words = fc.array(word, { minLength: 12, maxLength: 80 });
  const drift = (text: string, seed: number) =>
    [...text]
      .map((character, index) => {
        const pick = (seed >> (index % 16)) & 1;
        if (character === " ") return pick ? "\u00a0\n" : " ";
        if (character === "’") return pick ? "'" : "’";
        if (character === "—") return pick ? "-" : "–";
        return pick && /[a-z]/.test(character) ? `${character}\u00ad` : character;
      })
      .join("");

  it("verifies exactly what stands in it, typography apart, and slices back to it", () => {
    const cases = fc.record({
      list: words,
      from: fc.nat(),
      many: fc.integer({ min: 8, max: 20 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(cases, ({ list, from, many, seed }) => {
        const text = list.join(" ");
        const start = from % list.length;
        const plain = list.slice(start, start + many).join(" ");
        const wanted = normalise(plain).text;
        fc.pre(wanted.length >= 20);
        const quote = drift(plain, seed);
        const answer = verifyQuotation({ quote, text });
        expect(answer.status).toBe("verified");
        expect(normalise(text.slice(answer.start ?? 0, answer.end ?? 0)).text).toBe(wanted);
      }),
      { numRuns: 1_000 },
    );
  });

  it("verifies nothing that does not stand in it", () => {
    fc.assert(
      fc.property(words, words, (list, other) => {
        const [text, quote] = [prepareText(list.join(" ")), other.join(" ")];
        const { status: verdict } = verifyQuotation({ quote, text });
        expect(verdict === "verified").toBe(text.text.includes(normalise(quote).text));
      }),
      { numRuns: 1_000 },
    );
  });

  it("answers anything, within its bounds", () => {
    const anything = fc.string({ unit: "binary", maxLength: 60 });
    fc.assert(
      fc.property(anything, anything, anything, (text, quote, prefix) => {
        const answer = verifyQuotation({ text, quote: quote || text, prefix });
        expect(answer.similarity).toBeGreaterThanOrEqual(0);
        expect(answer.similarity).toBeLessThanOrEqual(1);
        expect((answer.start ?? 0) <= (answer.end ?? 0) && (answer.end ?? 0) <= text.length).toBe(true);
        expect(answer.start === null).toBe(answer.status === "not-found");
      }),
      { numRuns: 1_000 },
    );
  });
});
