import type { RuleName } from "@/lib/suggestions/rules";

/**
 * How often each rule was right on the labelled text of our own in `bench/labels` (`tsx bench/suggestions.ts` prints it; a test
 * holds this table to it).
 */
const PRECISION: Partial<Record<RuleName, number>> = {};

/** From here on a rule's suggestions are shown as plain ones (the design's figure). */
export const PLAIN_FROM = 0.8;

/** "plain" for a rule that is right on labelled text at least four times in five, else "possible". */
export const certaintyOf = (rule: RuleName): "plain" | "possible" =>
  (PRECISION[rule] ?? 0) >= PLAIN_FROM ? "plain" : "possible";
