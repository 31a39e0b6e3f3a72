/** Something that a person can mend: its message is printed as it is, without a stack. */
export class Failure extends Error {}

/** Prints why a command failed, on standard error: one sentence where the cause is known, all of it where it is a bug. */
export function printFailure(error: unknown): void {
  if (error instanceof Failure) console.error(error.message);
  else console.error(error);
}
