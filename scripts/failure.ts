/** Something that a person can mend: its message is printed as it is, without a stack. */
export class Failure extends Error {}

const FORBIDDEN = ["EACCES", "EPERM", "EROFS"];

/** Prints why a command failed, on standard error: one sentence where the cause is known, all of it where it is a bug. */
export function printFailure(error: unknown): void {
  console.error(sentenceFor(error) ?? error);
}

/** The sentence for a failure that a person can mend; null for a bug. */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof Failure) return error.message;
  if (!(error instanceof Error && "code" in error && "path" in error)) return null;
  if (FORBIDDEN.includes(String(error.code)))
    return `${error.path} may not be written or read by this user: run Plumbline as the user who owns it, or set PLUMBLINE_DATA to a folder of your own.`;
  if (error.code === "ENOSPC") return `The disk is full: ${error.path} could not be written.`;
  return null;
}
