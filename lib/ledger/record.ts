import { type CalibrationRange, calibrationOf, statedForecasts } from "@/lib/ledger/calibration";
import type { Called, LedgerEntry } from "@/lib/ledger/entry";

/** How what somebody foretold and promised has come out so far. */
export interface SpeakerRecord {
  /** Null for what nobody is named for. */
  speaker: string | null;
  forecasts: { cameTrue: number; didNot: number };
  commitments: { kept: number; broken: number };
  undecided: number;
  open: number;
  /** Null where no settled forecast stated a probability. */
  brier: { score: number; forecasts: number } | null;
  /** Empty where `brier` is null. */
  calibration: CalibrationRange[];
}

/**
 * The Brier score of settled forecasts that stated a probability: the mean of (p − o)², where p is the stated probability
 * (0 to 1) and o is 1 for what came true, else 0. 0 is perfect, 1 the worst, 0.25 what always saying 50% gives. Forecasts
 * that are open, undecided, retracted, or that stated no probability do not count; null when none is left.
 * This is the form for yes-or-no events in use today (AMS Glossary of Meteorology, "Brier score"), half of what
 * G. W. Brier's own sum over both outcomes gives (Verification of Forecasts Expressed in Terms of Probability, Monthly
 * Weather Review 78, 1950).
 */
export function brierScore(entries: readonly LedgerEntry[]): SpeakerRecord["brier"] {
  const squares = statedForecasts(entries).map(
    ({ probability, cameTrue }) => (probability - (cameTrue ? 1 : 0)) ** 2,
  );
  if (squares.length === 0) return null;
  return { score: squares.reduce((sum, one) => sum + one, 0) / squares.length, forecasts: squares.length };
}

/** A retracted claim is our own mistake: it says nothing about who is named in it. */
const counts = ({ claim }: LedgerEntry) => claim.status !== "retracted";

function recordOf(speaker: string | null, entries: readonly LedgerEntry[]): SpeakerRecord {
  const number = (outcome: string, kind?: string) =>
    entries.filter(({ claim }) => claim.due.outcome === outcome && (!kind || claim.kind === kind)).length;
  return {
    speaker,
    forecasts: { cameTrue: number("yes", "forecast"), didNot: number("no", "forecast") },
    commitments: { kept: number("yes", "commitment"), broken: number("no", "commitment") },
    undecided: number("ambiguous"),
    open: number("open"),
    brier: brierScore(entries),
    calibration: calibrationOf(entries),
  };
}

/** One record for each speaker, by name; last that of what nobody is named for. `called` says which spellings are one speaker. */
export function speakerRecords(entries: readonly LedgerEntry[], called: Called = String): SpeakerRecord[] {
  const groups = Map.groupBy(entries.filter(counts), ({ claim: { speaker } }) => speaker && called(speaker));
  return [...groups]
    .map(([speaker, own]) => recordOf(speaker, own))
    .sort((a, b) =>
      a.speaker === null ? 1 : b.speaker === null ? -1 : a.speaker.localeCompare(b.speaker, "en"),
    );
}
