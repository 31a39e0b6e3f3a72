import type { RuleName } from "@/lib/suggestions/rules";

/** How often each rule fired on the labelled text in `bench/labels`, and how often its kind was right; a test holds it to that. */
export const LABELLED: Partial<Record<RuleName, { fired: number; right: number }>> = {};

/** From this precision on a rule's suggestions are shown as plain ones (the design's figure) … */
const PLAIN_FROM = 0.8;
/** … where it fired so often that the figure says something. */
const LEAST_FIRED = 5;

/** "plain" for a rule that is right on labelled text at least four times in five, else "possible". */
export function certaintyOf(rule: RuleName): "plain" | "possible" {
  const { fired, right } = LABELLED[rule] ?? { fired: 0, right: 0 };
  return fired >= LEAST_FIRED && right / fired >= PLAIN_FROM ? "plain" : "possible";
}
