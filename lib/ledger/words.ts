import type { LedgerEntry, LedgerState } from "@/lib/ledger/entry";

const FORECAST: Record<LedgerState, string> = {
  open: "open",
  due: "due, not settled yet",
  yes: "came true",
  no: "did not come true",
  ambiguous: "undecided",
};
const COMMITMENT: Record<LedgerState, string> = { ...FORECAST, yes: "kept", no: "not kept" };

/** How an entry stands, in the words of its kind. */
export function stateWords(kind: LedgerEntry["claim"]["kind"], state: LedgerState): string {
  return (kind === "commitment" ? COMMITMENT : FORECAST)[state];
}
