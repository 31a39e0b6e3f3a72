import { expect, test } from "vitest";
import type { PreflightAnalysis } from "@/lib/preflight/draft";
import { anAnalysis, aStory, marked, saidOf, told } from "@/lib/preflight/test-draft";
import { EMPTY } from "@/lib/rich-text/document";

const of = (rule: string, analysis: Partial<PreflightAnalysis>, given = {}) =>
  saidOf(rule, aStory({ analyses: [anAnalysis(analysis)], ...given }));
const resting = (status: "supported" | "disputed" | "retracted") => ({
  premises: [{ claimId: "claim", text: "it runs everywhere", status }],
});

test("analysis-without-premises: of spans and of the box, while the box has words", () => {
  const rule = "analysis-without-premises";
  expect(of(rule, { premises: [] })).toEqual([
    "Story 1: the analysis “so it will spread” is marked as analysis and names no claim that it rests on.",
  ]);
  expect(of(rule, { premises: [], scope: "whyItMatters" })).toEqual([
    "Story 1: “Why this matters” is marked as analysis and names no claim that it rests on.",
  ]);
  expect(of(rule, { premises: [], scope: "whyItMatters" }, { whyItMatters: EMPTY })).toEqual([]);
  expect(of(rule, {})).toEqual([]);
});

test("analysis-on-retracted-claim and analysis-on-disputed-claim", () => {
  expect(of("analysis-on-retracted-claim", resting("retracted"))).toHaveLength(1);
  expect(of("analysis-on-retracted-claim", resting("disputed"))).toEqual([]);
  expect(of("analysis-on-disputed-claim", resting("disputed"))).toHaveLength(1);
  expect(of("analysis-on-disputed-claim", resting("supported"))).toEqual([]);
});

test("unlabelled-inference: in plain text; not under a mark, in a quotation, in others' mouths, or disclaimed", () => {
  const rule = "unlabelled-inference";
  expect(saidOf(rule, told("The price suggests that Orrin wants the lower end of the market."))).toEqual([
    "Story 1: “The price suggests that Orrin wants the lower end of the market.” reads as inference (“suggests”) and is not marked as analysis.",
  ]);
  expect(saidOf(rule, told("Orrin appears to be leaving the market for boats."))).toHaveLength(1);
  const words = "The price suggests that Orrin wants the lower end";
  expect(saidOf(rule, aStory({ body: marked("analysis", "a", "Look. ", words) }))).toEqual([]);
  expect(saidOf(rule, told("The report calls it “a price that suggests a retreat from boats”."))).toEqual([]);
  expect(saidOf(rule, told("The price suggests a retreat. That is an inference, not a quotation."))).toEqual(
    [],
  );
  expect(saidOf(rule, aStory({ whyItMatters: told(`${words}.`).body }))).toEqual([]);
});
