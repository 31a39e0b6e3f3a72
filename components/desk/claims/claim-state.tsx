import { type ClaimState, STATE_MARKS } from "@/lib/claims/state";

const GOOD = new Set<ClaimState>(["verified", "nearSigned", "evidence"]);

/** A state as its shape and its words. */
export function ClaimStateWords({ state, words }: { state: ClaimState; words: string }) {
  return (
    <span className={`font-semibold ${GOOD.has(state) ? "text-good" : "text-line"}`}>
      <span aria-hidden>{STATE_MARKS[state].shape} </span>
      {words}
    </span>
  );
}
