import fc from "fast-check";
import { parseAtomFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { testClaim, testEvidence, testSource } from "@/lib/editions/test-parts";
import { calibrationOf } from "@/lib/ledger/calibration";
import {
  byDueDate,
  LEDGER_STATES,
  type LedgerEntry,
  ledgerEntry,
  readFilter,
  selectEntries,
  stateOf,
} from "@/lib/ledger/entry";
import { resolutionsFeed } from "@/lib/ledger/feed";
import { brierScore, speakerRecords } from "@/lib/ledger/record";

type Claim = LedgerEntry["claim"];

function entry(number: number, due: Partial<Claim["due"]>, more: Partial<Claim> = {}): LedgerEntry {
  const whole = {
    at: null,
    criteria: null,
    probability: null,
    outcome: "open",
    resolvedAt: null,
    ...due,
  } as const;
  const claim = testClaim(number, `Claim ${number}`, {
    kind: "forecast",
    speaker: "Corvia",
    ...more,
    due: whole,
  });
  return ledgerEntry.parse({
    claim,
    issueSlug: "a-week",
    issueNumber: 12,
    publishedAt: "2026-03-22T07:00:00.000Z",
    anchor: "s-aaaaaaaaa1",
    headline: "One",
  });
}

const TODAY = "2026-06-30";

describe("an entry", () => {
  test("is due from its last day on, until it is settled", () => {
    const at = (day: string | null, outcome: Claim["due"]["outcome"] = "open") =>
      stateOf(entry(1, { at: day, outcome }), TODAY);
    expect([at("2026-07-01"), at(TODAY), at("2026-01-01"), at(null)]).toEqual(["open", "due", "due", "open"]);
    expect([at("2026-01-01", "yes"), at("2027-01-01", "no"), at(null, "ambiguous")]).toEqual([
      "yes",
      "no",
      "ambiguous",
    ]);
  });

  test("stands by its day, those without one last, in one order whatever the order before", () => {
    const days = fc.option(fc.constantFrom("2026-01-01", "2026-06-30", "2027-12-31"), { nil: null });
    fc.assert(
      fc.property(fc.array(days, { maxLength: 12 }), (all) => {
        const entries = all.map((at, place) => entry(place, { at }));
        const sorted = [...entries].sort(byDueDate);
        expect([...entries].reverse().sort(byDueDate)).toEqual(sorted);
        const shown = sorted.map(({ claim }) => claim.due.at ?? "none");
        expect(shown).toEqual([...shown].sort());
      }),
    );
  });
});

describe("the filter", () => {
  const entries = [
    entry(1, { at: "2026-01-01" }),
    entry(2, { at: "2027-01-01" }, { speaker: "Lumen", kind: "commitment" }),
    entry(3, { outcome: "yes" }, { speaker: null }),
  ];
  const ask = (query: string) =>
    selectEntries(entries, readFilter(new URLSearchParams(query)), TODAY).map(({ claim }) => claim.text);

  test("selects by speaker, kind and state together", () => {
    expect(ask("speaker=Lumen")).toEqual(["Claim 2"]);
    expect(ask("kind=forecast&state=due")).toEqual(["Claim 1"]);
    expect(ask("kind=commitment&state=due")).toEqual([]);
    expect(ask("state=yes")).toEqual(["Claim 3"]);
    expect(ask("year=2027")).toEqual(["Claim 2"]);
    expect(ask("year=2027&kind=forecast")).toEqual([]);
  });

  test("counts two spellings as one speaker where it is told that they are", () => {
    const called = (speaker: string) => (speaker === "Lumen" ? "Corvia" : speaker);
    const found = selectEntries(entries, readFilter(new URLSearchParams("speaker=Lumen")), TODAY, called);
    expect(found.map(({ claim }) => claim.text)).toEqual(["Claim 1", "Claim 2"]);
    expect(speakerRecords(entries, called).map(({ speaker, open }) => [speaker, open])).toEqual([
      ["Corvia", 2],
      [null, 0],
    ]);
  });

  test("asks for everything where it is empty or makes no sense", () => {
    expect(ask("speaker=&kind=&state=")).toHaveLength(3);
    expect(ask("kind=nonsense&state=__proto__&year=next")).toHaveLength(3);
  });

  test("states divide the entries: each is shown under exactly one", () => {
    expect(LEDGER_STATES.flatMap((state) => ask(`state=${state}`)).sort()).toEqual(ask(""));
  });
});

describe("calibration", () => {
  test("is the mean squared distance of stated probabilities from what happened", () => {
    const settled = [
      entry(1, { probability: 0.7, outcome: "yes" }),
      entry(2, { probability: 0.7, outcome: "no" }),
    ];
    expect(brierScore(settled)?.score).toBeCloseTo((0.3 ** 2 + 0.7 ** 2) / 2);
    expect(brierScore(settled)?.forecasts).toBe(2);
  });

  test("leaves out what stated none, is not settled, is no forecast, or was retracted", () => {
    expect(
      brierScore([
        entry(1, { outcome: "yes" }),
        entry(2, { probability: 0.9 }),
        entry(3, { probability: 0.9, outcome: "ambiguous" }),
        entry(4, { probability: 0.9, outcome: "no" }, { kind: "commitment" }),
        entry(5, { probability: 0.9, outcome: "no" }, { status: "retracted" }),
      ]),
    ).toBeNull();
  });

  test("is 0.25 for who always says one half, and never leaves 0 to 1", () => {
    const outcome = fc.constantFrom("yes" as const, "no" as const);
    fc.assert(
      fc.property(fc.array(outcome, { minLength: 1 }), (outcomes) => {
        const half = outcomes.map((one, place) => entry(place, { probability: 0.5, outcome: one }));
        expect(brierScore(half)?.score).toBeCloseTo(0.25);
      }),
    );
    const stated = fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), outcome });
    fc.assert(
      fc.property(fc.array(stated, { minLength: 1 }), (all) => {
        const { score } = brierScore(all.map((due, place) => entry(place, due))) ?? { score: -1 };
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("hits and misses are counted for each speaker, and nobody's come last", () => {
    const records = speakerRecords([
      entry(1, { outcome: "no" }, { speaker: null }),
      entry(2, { outcome: "yes" }, { speaker: "Lumen" }),
      entry(3, { outcome: "no" }, { speaker: "Corvia", kind: "commitment" }),
      entry(4, {}, { speaker: "Corvia" }),
      entry(5, { outcome: "no" }, { speaker: "Corvia", status: "retracted" }),
    ]);
    expect(records.map(({ speaker }) => speaker)).toEqual(["Corvia", "Lumen", null]);
    expect(records[0]).toMatchObject({
      forecasts: { cameTrue: 0, didNot: 0 },
      commitments: { kept: 0, broken: 1 },
      open: 1,
      brier: null,
    });
  });
});

describe("the table of calibration", () => {
  test("holds each stated range with how often it came true, and no range that nobody stated", () => {
    const stated = (probability: number, outcome: "yes" | "no", place: number) =>
      entry(place, { probability, outcome });
    const [record] = speakerRecords([
      stated(0.6, "yes", 1),
      stated(0.7, "yes", 2),
      stated(0.79, "no", 3),
      stated(0.8, "yes", 4),
      stated(1, "yes", 5),
      entry(6, { probability: 0.1 }),
    ]);
    expect(
      record?.calibration.map(({ from, to, cameTrue, forecasts }) => [from, to, cameTrue, forecasts]),
    ).toEqual([
      [60, 80, 2, 3],
      [80, 100, 2, 2],
    ]);
    expect(record?.calibration[1]?.stated).toBeCloseTo(0.9);
  });

  test("counts every forecast that the Brier score counts, in the range it lies in", () => {
    const outcome = fc.constantFrom("yes" as const, "no" as const, "open" as const, "ambiguous" as const);
    const stated = fc.record({
      probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
      outcome,
    });
    fc.assert(
      fc.property(fc.array(stated), (all) => {
        const entries = all.map((due, place) => entry(place, due));
        const ranges = calibrationOf(entries);
        expect(ranges.reduce((sum, { forecasts }) => sum + forecasts, 0)).toBe(
          brierScore(entries)?.forecasts ?? 0,
        );
        for (const { from, to, stated: mean, cameTrue, forecasts } of ranges) {
          expect(mean * 100).toBeGreaterThanOrEqual(from - 1e-6);
          expect(mean * 100).toBeLessThanOrEqual(to + 1e-6);
          expect(cameTrue).toBeLessThanOrEqual(forecasts);
        }
      }),
    );
  });
});

describe("the feed of resolutions", () => {
  const publication = { name: "Plumbline", tagline: "", language: "en" };
  const since = new Date("2026-03-22T07:00:00.000Z");
  const read = (entries: LedgerEntry[]) =>
    parseAtomFeed(resolutionsFeed(entries, publication, "https://plumbline.example", since));

  test("holds what was settled, the latest first, with what settled it", () => {
    const settling = testEvidence(testSource(1), "two million <b>berths</b> & more", {
      relation: "resolves",
    });
    const feed = read([
      entry(1, { outcome: "yes", resolvedAt: "2026-04-01T00:00:00.000Z" }, { evidence: [settling] }),
      entry(2, {}),
      entry(3, { outcome: "no", resolvedAt: "2026-05-01T00:00:00.000Z" }, { kind: "commitment" }),
    ]);
    expect(feed.entries?.map((one) => one.title?.value)).toEqual([
      "Commitment by Corvia not kept: Claim 3",
      "Forecast by Corvia came true: Claim 1",
    ]);
    expect(new Date(String(feed.updated)).toISOString()).toBe("2026-05-01T00:00:00.000Z");
    expect(feed.entries?.[1]?.summary?.value).toContain("two million <b>berths</b> & more");
    expect(feed.entries?.[1]?.links?.[0]?.href).toMatch(/^https:\/\/plumbline\.example\/ledger#c-/u);
  });

  test("is whole without entries, too", () => {
    const feed = read([]);
    expect(feed.entries ?? []).toEqual([]);
    expect(new Date(String(feed.updated))).toEqual(since);
  });
});
