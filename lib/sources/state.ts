import type { FetchFailure } from "@/lib/fetch/failures";

/** Why a look at a page brought no text: it was not had, or nothing could be read out of it. */
export type ReadingFailure = FetchFailure | "unreadable";

export const SOURCE_STATES = [
  "unchecked",
  "live",
  "moved",
  "drifted",
  "quotationGone",
  "blocked",
  "dead",
] as const;
export type SourceState = (typeof SOURCE_STATES)[number];

/** What is known of a source before it is looked at again. */
export interface Before {
  state: SourceState;
  failuresInRow: number;
  /** Whether the look before this one was a day ago or longer. */
  rested: boolean;
  /** Whether any snapshot of it has text. */
  hasText: boolean;
}

/** What was found this time. */
export type Found =
  | { outcome: "failed"; failure: ReadingFailure; status: number | null }
  | {
      outcome: "text";
      /** Whether its words are other ones than the last snapshot's. */
      changed: boolean;
      /** Whether its text is the one that claims rest on, or that stood before it changed: then there is nothing to look at. */
      isBack: boolean;
      /** Whether it answers at another address than the one that is cited. */
      moved: boolean;
      /** Whether a passage that a claim rests on is not there. */
      lost: boolean;
    };

/** Failures of the moment: only so many in a row say that the page is gone. */
const PASSING = new Set<ReadingFailure>(["unavailable", "timedOut", "malformed"]);
const PATIENCE = 3;
const TOO_MANY_REQUESTS = 429;

/**
 * The one word for a source after a look at it; of several that are true the worst. A source that drifted, moved or lost
 * a passage stays so until a person has looked (lib/tasks/commands.ts) or its text is again what it was.
 */
export function stateAfter(before: Before, found: Found): SourceState {
  if (found.outcome === "failed") return afterFailure(before, found);
  if (found.lost) return "quotationGone";
  const isOther = before.state === "drifted" || (before.hasText && found.changed);
  if (isOther && !found.isBack) return "drifted";
  return found.moved ? "moved" : "live";
}

function afterFailure(
  before: Before,
  { failure, status }: Extract<Found, { outcome: "failed" }>,
): SourceState {
  if (failure === "dead") return isProof(before, status) ? "dead" : before.state;
  if (status === TOO_MANY_REQUESTS) return before.state;
  if (!PASSING.has(failure)) return "blocked";
  return before.failuresInRow + 1 >= PATIENCE ? "dead" : before.state;
}

/**
 * Whether a page is known to be gone: its site says so, by a status, or its site's name is unknown on two looks that are a day
 * apart. Name servers say that too where this machine itself is offline.
 */
function isProof({ failuresInRow, rested }: Before, status: number | null): boolean {
  return status !== null || (failuresInRow > 0 && rested);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Milliseconds. */
export const DAY = 24 * HOUR;

/**
 * When to look again: a day later while all is well; after failures of the moment within hours, after others later and
 * later, at most a week. What the server asked for (Retry-After) is kept to.
 */
export function nextCheck(
  at: Date,
  failuresInRow: number,
  failure: ReadingFailure | null,
  notBefore?: Date,
): Date {
  const wait = waitAfter(failuresInRow, failure);
  return new Date(Math.max(at.getTime() + wait, notBefore?.getTime() ?? 0));
}

function waitAfter(failuresInRow: number, failure: ReadingFailure | null): number {
  if (failure === null) return DAY;
  if (PASSING.has(failure) && failuresInRow < PATIENCE) return HOUR * 4 ** (failuresInRow - 1);
  return Math.min(DAY * 2 ** Math.max(0, failuresInRow - 1), 7 * DAY);
}
