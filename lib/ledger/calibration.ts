import type { LedgerEntry } from "@/lib/ledger/entry";

/** Forecasts whose stated probabilities lie in one range, and how many of them came true. */
export interface CalibrationRange {
  /** Per cent, 0 to 100; `to` belongs to the range only where it is 100. */
  from: number;
  to: number;
  forecasts: number;
  cameTrue: number;
  /** Mean of the stated probabilities, 0 to 1. */
  stated: number;
}

/** A forecast that stated a probability, 0 to 1, and was settled either way. */
interface Stated {
  probability: number;
  cameTrue: boolean;
}

/** The forecasts that can be held to a probability: settled by yes or no, and one was stated. Retracted ones say nothing of the speaker. */
export function statedForecasts(entries: readonly LedgerEntry[]): Stated[] {
  return entries.flatMap(({ claim: { kind, status, due } }) => {
    const isSettled = due.outcome === "yes" || due.outcome === "no";
    if (kind !== "forecast" || status === "retracted" || !isSettled || due.probability === null) return [];
    return [{ probability: due.probability, cameTrue: due.outcome === "yes" }];
  });
}

const WIDTH = 20;
const STARTS = [0, 20, 40, 60, 80];

const startOf = ({ probability }: Stated) =>
  Math.min(80, Math.floor((probability * 100) / WIDTH + 1e-9) * WIDTH);

/**
 * How often what was given a probability came true, in five ranges of 20 per cent; ranges without forecasts are left out.
 * This is the table behind a reliability diagram (A. H. Murphy and R. L. Winkler, Reliability of Subjective Probability
 * Forecasts of Precipitation and Temperature, Applied Statistics 26, 1977).
 */
export function calibrationOf(entries: readonly LedgerEntry[]): CalibrationRange[] {
  const groups = Map.groupBy(statedForecasts(entries), startOf);
  return STARTS.flatMap((from) => {
    const own = groups.get(from) ?? [];
    if (own.length === 0) return [];
    return [
      {
        from,
        to: from + WIDTH,
        forecasts: own.length,
        cameTrue: own.filter(({ cameTrue }) => cameTrue).length,
        stated: own.reduce((sum, { probability }) => sum + probability, 0) / own.length,
      },
    ];
  });
}
