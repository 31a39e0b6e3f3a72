import type { Result } from "@/lib/errors";

/** A failure as a screen shows it: the action's own, or "failed" when no answer came or it was a bug. */
export interface Failure {
  code: string;
  message: string;
  details?: unknown;
}

export type Attempt<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** Waits for an action; a lost connection or a bug becomes a failure that can be shown, so that nothing typed goes away. */
export async function attempt<T>(call: Promise<Result<T>>): Promise<Attempt<T>> {
  try {
    return await call;
  } catch {
    const message =
      "The server did not answer as it should. What you typed is still here: try again in a moment.";
    return { ok: false, error: { code: "failed", message } };
  }
}

/** The sentence for one field of a form, where the failure names that field. */
export function fieldError(failure: Failure | undefined, field: string): string | undefined {
  const details = failure?.details as { fieldErrors?: Record<string, string[] | undefined> } | undefined;
  return details?.fieldErrors?.[field]?.[0];
}

/** The sentence for the whole form, where the failure names no field. */
export function formError(failure: Failure | undefined): string | undefined {
  const details = failure?.details as { fieldErrors?: Record<string, string[] | undefined> } | undefined;
  return Object.keys(details?.fieldErrors ?? {}).length > 0 ? undefined : failure?.message;
}
