/** Aborts its signal when time is up, or when `signal` is aborted by whoever waits. */
export interface Deadline {
  signal: AbortSignal;
  /** Whether time was up before it was stopped. */
  isOver(): boolean;
  stop(): void;
  /** "10 seconds" */
  inWords: string;
}

/** Starts a deadline of `ms` milliseconds. Stop it, or it keeps the process alive until then. */
export function startDeadline(ms: number, signal?: AbortSignal): Deadline {
  const time = new AbortController();
  const timer = setTimeout(() => time.abort(), ms);
  return {
    signal: AbortSignal.any(signal ? [time.signal, signal] : [time.signal]),
    isOver: () => time.signal.aborted,
    stop: () => clearTimeout(timer),
    inWords: `${ms / 1000} seconds`,
  };
}
