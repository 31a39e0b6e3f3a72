/** A length of time as a person reads it: "0.4 s", "41 s", "2 min 5 s". */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(Math.round(seconds) / 60)} min ${Math.round(seconds) % 60} s`;
}

export type Step = <T>(title: string, work: () => Promise<T>, outcome?: (value: T) => string) => Promise<T>;

/** Says each step as it begins on `out`, and when it ends how it went and how long it took. */
export function stepsOn(out: NodeJS.WritableStream): Step {
  return async (title, work, outcome = () => "done") => {
    const started = performance.now();
    out.write(`${title} … `);
    const end = (words: string) => out.write(`${words} (${duration(performance.now() - started)})\n`);
    try {
      const value = await work();
      end(outcome(value));
      return value;
    } catch (error) {
      end("failed");
      throw error;
    }
  };
}

/** For commands that speak only when something is wrong. */
export const silently: Step = (_title, work) => work();
