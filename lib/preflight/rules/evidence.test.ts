import { expect, test } from "vitest";
import type { PreflightClaim } from "@/lib/preflight/draft";
import { aClaim, aStory, evidence, saidOf } from "@/lib/preflight/test-draft";

const of = (rule: string, claim: Partial<PreflightClaim>) =>
  saidOf(rule, aStory({ claims: [aClaim(claim)] }));

test("statement-without-evidence: what somebody is said to say, forecasts too, and nothing whose mark is gone", () => {
  const rule = "statement-without-evidence";
  expect(of(rule, { evidence: [] })).toEqual([
    "Story 1: “it runs everywhere”, a statement by Orrin, has no evidence.",
  ]);
  expect(of(rule, { evidence: [], mode: "forecast" })).toHaveLength(1);
  // Context shows nothing.
  expect(of(rule, { evidence: [evidence({ relation: "context" })] })).toHaveLength(1);
  expect(of(rule, {})).toEqual([]);
  expect(of(rule, { evidence: [], anchored: false })).toEqual([]);
  expect(of(rule, { evidence: [], attribution: "none" })).toEqual([]);
});

test("quotation-without-evidence", () => {
  const rule = "quotation-without-evidence";
  expect(of(rule, { evidence: [], attribution: "quoted" })).toEqual([
    "Story 1: the quotation by Orrin “it runs everywhere” has no evidence.",
  ]);
  expect(of(rule, { attribution: "quoted" })).toEqual([]);
});

test("quotation-not-found", () => {
  const rule = "quotation-not-found";
  expect(of(rule, { attribution: "quoted", evidence: [evidence({ matchStatus: "notFound" })] })).toHaveLength(
    1,
  );
  const another = [evidence({ matchStatus: "notFound" }), evidence({ id: "other" })];
  expect(of(rule, { attribution: "quoted", evidence: another })).toEqual([]);
});

test("quotation-not-signed: a near match until somebody signs it", () => {
  const rule = "quotation-not-signed";
  const near = evidence({ matchStatus: "near" });
  expect(of(rule, { attribution: "quoted", evidence: [near] })).toHaveLength(1);
  const signed = { ...near, signedAt: "2026-03-17T10:00:00.000Z", signedBy: "Ana" };
  expect(of(rule, { attribution: "quoted", evidence: [signed] })).toEqual([]);
});

test("claim-contradicted", () => {
  expect(of("claim-contradicted", { evidence: [evidence({ relation: "contradicts" })] })).toHaveLength(1);
  expect(of("claim-contradicted", {})).toEqual([]);
});

test("fact-without-evidence", () => {
  expect(of("fact-without-evidence", { attribution: "none", evidence: [] })).toHaveLength(1);
  expect(of("fact-without-evidence", { attribution: "none" })).toEqual([]);
});

test("forecast-without-horizon", () => {
  const rule = "forecast-without-horizon";
  expect(of(rule, { mode: "forecast" })).toHaveLength(1);
  expect(of(rule, { mode: "forecast", horizonAt: "2027-12-31" })).toEqual([]);
  expect(of(rule, { mode: "commitment" })).toEqual([
    "Story 1: the commitment “it runs everywhere” does not say when it falls due.",
  ]);
  expect(of(rule, { mode: "assertion" })).toEqual([]);
});
