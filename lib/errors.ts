/** The closed list of things that are expected to go wrong. Anything else is a bug and keeps flying. */
export type ErrorCode = "not-signed-in" | "forbidden" | "not-found" | "conflict" | "invalid" | "limited";

/**
 * An expected failure. `message` is one sentence that a person can act on and may be shown as it is;
 * `details` is data for the screen that asked (a conflict carries the newer version).
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** What a mutation answers to the browser: the value, or a failure that can be shown. */
export type Result<T> =
  | { ok: true; value: T }
  | { ok: false; error: { code: ErrorCode; message: string; details?: unknown } };
