import { describe, expect, test } from "vitest";
import { passageAddress, webAddress } from "@/components/edition/addresses";
import { weekPhrase } from "@/components/edition/dates";
import { splitHeadline } from "@/components/edition/headline";
import { chipWords, doubtWords } from "@/components/edition/kind-words";
import { countStory, tallyLines } from "@/components/edition/tally";
import { doubtOf, lackOf } from "@/lib/editions/standing";
import {
  testAnalysis,
  testClaim,
  testEvidence,
  testSource,
  testStory,
  uuid,
} from "@/lib/editions/test-parts";
import { doc, p } from "@/lib/rich-text/test-words";
import { passageKey } from "@/lib/sources/conditions";

describe("headlines", () => {
  test.each([
    ["Subject — the angle", "Subject", "the angle"],
    ["Subject – the angle – again", "Subject", "the angle – again"],
    ["GPT-5.4 mini", "GPT-5.4 mini", null],
    ["2014–2026", "2014–2026", null],
    ["Nothing after — ", "Nothing after — ", null],
  ])("%s", (headline, subject, angle) => {
    expect(splitHeadline(headline)).toEqual({ subject, angle });
  });
});

test("weeks say month and year only as often as they differ", () => {
  const week = (from: string | null, to: string | null) => weekPhrase({ from, to }, "en");
  expect(week("2026-03-14", "2026-03-20")).toBe("14 to 20 March 2026");
  expect(week("2026-02-28", "2026-03-06")).toBe("28 February to 6 March 2026");
  expect(week("2025-12-29", "2026-01-04")).toBe("29 December 2025 to 4 January 2026");
  expect(week(null, "2026-03-20")).toBe("20 March 2026");
  expect(week(null, null)).toBeNull();
});

describe("addresses of passages", () => {
  test("escape what text directives are divided by", () => {
    expect(passageAddress("https://a.example/x", { exact: "one-off, two & three" })).toBe(
      "https://a.example/x#:~:text=one%2Doff%2C%20two%20%26%20three",
    );
  });

  test("name only the ends of a long passage, and keep the page's own fragment", () => {
    const long = Array.from({ length: 20 }, (_, place) => `w${place}`).join(" ");
    expect(passageAddress("https://a.example/#part", { exact: long })).toBe(
      "https://a.example/#part:~:text=w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19",
    );
  });

  test("lead to the page of a PDF", () => {
    expect(passageAddress("https://a.example/r.pdf#view=fit", { exact: "one", page: 4 })).toBe(
      "https://a.example/r.pdf#page=4",
    );
  });

  test("are made of web addresses alone", () => {
    expect(webAddress("javascript:alert(1)")).toBeNull();
    expect(webAddress("https://a.example/")).toBe("https://a.example/");
    expect(webAddress(null)).toBeNull();
  });
});

describe("the words beside a claim", () => {
  const due = {
    at: "2027-12-31",
    criteria: null,
    probability: null,
    outcome: "open",
    resolvedAt: null,
  } as const;

  test("say kind, speaker, due date and state", () => {
    expect(chipWords(testClaim(1, "It will", { kind: "forecast", speaker: "Nordlicht", due }), "en")).toBe(
      "Forecast by Nordlicht · due Dec 2027 · open",
    );
    expect(
      chipWords(testClaim(1, "It will", { kind: "commitment", due: { ...due, outcome: "no" } }), "en"),
    ).toBe("Commitment · due Dec 2027 · not kept");
  });

  test("do not repeat a speaker whom the sentence names", () => {
    const words = (text: string) =>
      chipWords(testClaim(1, text, { kind: "statement", speaker: "Corvia" }), "en");
    expect(words("Corvia says so")).toBe("Statement");
    expect(words("The company says so")).toBe("Statement by Corvia");
    expect(words("Corviatel says so")).toBe("Statement by Corvia");
    const noun = testClaim(1, "The company says so", { kind: "statement", speaker: "company" });
    expect(chipWords(noun, "en")).toBe("Statement by company");
  });

  test("are none for a plain fact, unless it is in doubt", () => {
    expect(chipWords(testClaim(1, "So it is"), "en")).toBeNull();
    expect(chipWords(testClaim(1, "So it is", { status: "retracted" }), "en")).toBe("Fact · retracted");
  });
});

test("what a chip says is wanting: evidence, or words that somebody has read in the source", () => {
  const source = testSource(1);
  const lack = (kind: "fact" | "statement" | "quotation" | "forecast", more = {}, none = false) => {
    const evidence = none ? [] : [testEvidence(source, "so", more)];
    return lackOf(testClaim(1, "So", { kind, evidence }), undefined);
  };
  for (const kind of ["statement", "quotation", "forecast"] as const) {
    expect(lack(kind, {}, true), kind).toBe("no evidence");
    expect(lack(kind, { origin: "typed" }), kind).toBe("not verified");
    expect(lack(kind), kind).toBeNull();
  }
  expect(lack("quotation", { matchStatus: "notFound" })).toBe("not verified");
  expect(lack("quotation", { matchStatus: "near" })).toBe("not verified");
  expect(lack("quotation", { matchStatus: "near", signed: true })).toBeNull();
  expect(lack("quotation", { relation: "contradicts" })).toBeNull();
  expect(lack("fact", {}, true)).toBeNull();
});

test("the tally counts what stands, and calls no typed words verified", () => {
  const source = testSource(1);
  const quotation = { kind: "quotation", attribution: "quoted" } as const;
  const story = testStory(1, {
    headline: "One",
    body: doc(p("One")),
    claims: [
      testClaim(1, "a", {
        evidence: [testEvidence(source, "so"), testEvidence(source, "not so", { relation: "contradicts" })],
      }),
      testClaim(2, "b", { ...quotation, evidence: [testEvidence(source, "gone")] }),
      testClaim(3, "c", { ...quotation, evidence: [testEvidence(source, "typed", { origin: "typed" })] }),
      testClaim(4, "d", { ...quotation, evidence: [testEvidence(source, "there")] }),
    ],
  });
  const since = "2026-11-28T04:00:00.000Z";
  const conditions = {
    sources: new Map(),
    gonePassages: new Map([[passageKey(uuid(2), source.id, "gone"), since]]),
  };
  const lines = tallyLines(countStory(story, conditions)).map(
    (line) => `${line.shape} ${line.number} ${line.words}`,
  );
  expect(lines).toEqual([
    "● 4 claims, 2 with evidence",
    "≠ 1 contradicted",
    "△ 1 whose passage is gone",
    "❝ 3 quotations, 1 verified",
  ]);
  const said = story.claims.map((claim) => {
    const doubt = doubtOf(claim, conditions);
    return doubt && doubtWords(doubt, "en");
  });
  expect(said).toEqual(["Contradicted", "Passage gone since 28 November 2026", null, null]);
});

test("the tally counts what the story holds and is silent about the rest", () => {
  const verified = [testEvidence(testSource(1), "so")];
  const story = testStory(1, {
    headline: "One",
    body: doc(p("One")),
    claims: [
      testClaim(1, "a", { evidence: verified }),
      testClaim(2, "b", { kind: "quotation", evidence: verified }),
      testClaim(3, "c", {
        kind: "quotation",
        evidence: [testEvidence(testSource(1), "so", { matchStatus: "near" })],
      }),
      testClaim(4, "d"),
    ],
    analyses: [
      testAnalysis(5, "e", { premises: [uuid(1), uuid(2)] }),
      testAnalysis(6, "f", { premises: [uuid(2)] }),
    ],
  });
  expect(tallyLines(countStory(story)).map((line) => `${line.shape} ${line.number} ${line.words}`)).toEqual([
    "● 4 claims, 3 with evidence",
    "❝ 2 quotations, 1 verified",
    "✎ 2 analyses, on 2 claims",
  ]);
});
