import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Extraction, Limits, Page } from "./extract.ts";

/** How a page that could not be read made itself known. */
export type Trouble = "tooLong" | "tooLarge" | "broken";

/**
 * A thread that reads pages, one at a time, under limits of its own. Starting one costs half a second, mostly for loading the
 * parsers, so it is kept for the next page; after any trouble it is not.
 */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #milliseconds: number;
  /** Pages read so far. */
  pages = 0;
  hasEnded = false;

  constructor({ milliseconds, megabytes }: Limits) {
    this.#milliseconds = milliseconds;
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), {
      // Without the loaders of whoever asked: Node reads the worker's TypeScript by itself.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 },
      // What parsers print stays in the thread, and goes with it: to read it here would keep the process from ending.
      stdout: true,
      stderr: true,
    });
    // Also while nobody waits for it: a page may leave something behind that fails later.
    this.#worker.on("error", () => undefined);
    this.#worker.once("exit", () => {
      this.hasEnded = true;
    });
  }

  /** Reads a page. Where that fails the thread has ended. */
  async read(page: Page): Promise<Extraction | Trouble> {
    const gaveUp = new AbortController();
    const deadline = setTimeout(() => gaveUp.abort(), this.#milliseconds);
    this.#worker.ref();
    this.#worker.postMessage(page);
    try {
      const [answer] = await Promise.race([
        once(this.#worker, "message", { signal: gaveUp.signal }),
        once(this.#worker, "exit", { signal: gaveUp.signal }).then(() => ["broken"]),
      ]);
      if (answer === "broken") return "broken";
      this.pages += 1;
      return answer;
    } catch (error) {
      this.end();
      if (gaveUp.signal.aborted) return "tooLong";
      return (error as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY" ? "tooLarge" : "broken";
    } finally {
      clearTimeout(deadline);
      gaveUp.abort();
    }
  }

  /** Nobody waits for it: a process may end. */
  rest(): void {
    this.#worker.unref();
  }

  /** Not waited for: a thread deep in one long operation ends only after it. */
  end(): void {
    void this.#worker.terminate();
  }
}
