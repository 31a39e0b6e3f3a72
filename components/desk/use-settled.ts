import { useEffect, useRef, useState } from "react";

const PAUSE_MS = 800;

/**
 * A field whose keys pass through other values on their way to the one that is meant: a year while it is typed, the people above
 * in a list. A value counts after a pause, or when it is settled: on Enter, or when the field is left.
 */
export function useSettled(value: string, onSet: (value: string) => void) {
  const [passing, setPassing] = useState<string | null>(null);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const settle = (next: string) => {
    window.clearTimeout(timer.current);
    setPassing(null);
    if (next !== value) onSet(next);
  };
  /** `isWhole`: it could be meant, so the pause may count it. */
  const pass = (next: string, isWhole: boolean) => {
    setPassing(next);
    window.clearTimeout(timer.current);
    if (isWhole) timer.current = window.setTimeout(() => settle(next), PAUSE_MS);
  };
  return { shown: passing ?? value, isPassing: passing !== null, pass, settle };
}
