import { endTrees } from "./processes.ts";

type Cleanup = () => Promise<void> | void;

/** One Ctrl-C can reach this process twice, from the terminal and through npm; what comes later is a second one. */
const SAME_KEYPRESS = 1_000;

export interface Leaving {
  /** Something to undo on the way out; the last added is undone first. */
  add(cleanup: Cleanup): void;
  /** Undoes everything, prints a last line, then ends the process. Called again, it is the same way out. */
  leave(code: number, lastLine?: string): Promise<never>;
  /** Whether the way out has begun. */
  underway(): boolean;
}

/**
 * Prepares an orderly way out: by `leave`, by Ctrl-C or SIGTERM, or because the process that started this one is gone.
 * A second Ctrl-C ends everything at once. `onSignal` may answer the exit code where it is not the usual one.
 */
export function prepareLeaving(onSignal: () => number | undefined = () => undefined): Leaving {
  const cleanups: Cleanup[] = [];
  let began = 0;
  let end: Promise<never> | undefined;
  const finish = async (code: number, lastLine: string | undefined): Promise<never> => {
    began = Date.now();
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop())
      await Promise.resolve(cleanup()).catch((error) => console.error(error));
    endTrees();
    // A pipe may still be taking what was written: wait for it, or the end is lost.
    if (lastLine !== undefined)
      await new Promise<void>((resolve) => process.stdout.write(`${lastLine}\n`, () => resolve()));
    process.exit(code);
  };
  const leave = (code: number, lastLine?: string): Promise<never> => {
    end ??= finish(code, lastLine);
    return end;
  };
  const asked = (code: number) => () => {
    if (end === undefined) {
      void leave(onSignal() ?? code);
    } else if (Date.now() - began > SAME_KEYPRESS) {
      endTrees();
      process.exit(1);
    }
  };
  process.on("SIGINT", asked(130));
  process.on("SIGTERM", asked(143));
  process.on("SIGHUP", asked(129));
  process.once("disconnect", asked(143));
  process.channel?.unref();
  return { add: (cleanup) => cleanups.push(cleanup), leave, underway: () => end !== undefined };
}
