import { addMilliseconds, max } from "date-fns";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** When a feed that was just read is read again. */
export function nextReading(now: Date, everyMinutes: number): Date {
  return addMilliseconds(now, everyMinutes * MINUTE);
}

/**
 * When a feed that could not be read is tried again: after twice its interval, doubled with each further failure in a row
 * (`failuresInRow` counts this one), at most a day or its own interval, and not before the site wants to be asked.
 */
export function nextTry(now: Date, everyMinutes: number, failuresInRow: number, notBefore?: Date): Date {
  const interval = everyMinutes * MINUTE;
  const wait = Math.min(interval * 2 ** Math.min(failuresInRow, 20), Math.max(DAY, interval));
  const next = addMilliseconds(now, wait);
  return notBefore ? max([next, notBefore]) : next;
}
