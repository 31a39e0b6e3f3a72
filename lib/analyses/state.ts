import type { AnalysisDraft, Premise } from "@/lib/analyses/schema";

/** What is wrong with a claim for what rests on it; null where nothing is. */
export function premiseFault({ status, anchored }: Pick<Premise, "status" | "anchored">): string | null {
  if (status === "retracted" || status === "disputed") return status;
  return anchored ? null : "no longer in the text";
}

/**
 * What an analysis rests on, in words and in one shape that tells it without colour. `state` "none": on nothing yet; "unsaid": a whole box of which
 * nobody has said anything, which may be published so. */
export function stateOfAnalysis({
  premises,
  scope,
  version,
}: Pick<AnalysisDraft, "premises" | "scope" | "version">): {
  state: "unsaid" | "none" | "flagged" | "resting";
  shape: string;
  words: string;
} {
  if (premises.length === 0 && scope === "whyItMatters" && version === 0)
    return { state: "unsaid", shape: "○", words: "Names no claim; it need not" };
  if (premises.length === 0) return { state: "none", shape: "○", words: "Rests on no claim yet" };
  const faults = premises.map(premiseFault);
  const fault = ["retracted", "disputed"].find((each) => faults.includes(each)) ?? faults.find(Boolean);
  if (fault) return { state: "flagged", shape: "!", words: `Rests on a claim that is ${fault}` };
  const count = premises.length === 1 ? "1 claim" : `${premises.length} claims`;
  return { state: "resting", shape: "●", words: `Rests on ${count}` };
}
