import type { ClaimRow, Standing } from "@/lib/claims/table/row";
import type { Sort } from "@/lib/claims/table/select";
import { stateWords } from "@/lib/ledger/words";

export const STANDING_WORDS: Record<Standing, string> = {
  draft: "Draft",
  unmarked: "No longer in the text",
  published: "Published",
  takenOut: "No longer published",
};

/** How a forecast or a commitment came out, in the words of its kind; empty for the others. */
export function outcomeWords({ kind, outcome }: Pick<ClaimRow, "kind" | "outcome">): string {
  if (outcome === null || (kind !== "forecast" && kind !== "commitment")) return "";
  return stateWords(kind, outcome);
}

export const SORT_WORDS: Record<Sort, string> = {
  kind: "Kind",
  words: "Words",
  issue: "Issue",
  story: "Story",
  speaker: "Speaker",
  uttered: "Said on",
  state: "State",
  evidence: "Evidence",
  source: "Sources",
  due: "Due",
  outcome: "Outcome",
};
