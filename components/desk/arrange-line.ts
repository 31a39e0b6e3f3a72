import type { Attempt, Failure } from "@/components/desk/attempt";

interface Given {
  /** The order that the server is known to have. */
  standing: () => string[];
  save: (base: string[], ids: string[]) => Promise<Attempt<unknown>>;
  /** The order to show on top of the standing one; null when there is nothing between the two any more. */
  show: (ids: string[] | null) => void;
  saved: (ids: string[]) => void;
  refused: (error: Failure, ids: string[]) => void;
}

/**
 * The changes of one list on their way to the server, one at a time: moves made while a save is under way go out together
 * after it, on the order that it left, so that nobody conflicts with themselves. A refused order is not shown any longer.
 */
export class ArrangeLine {
  #wanted: string[] | null = null;
  #line: Promise<unknown> = Promise.resolve();
  #queued = false;
  readonly #given: Given;

  constructor(given: Given) {
    this.#given = given;
  }

  /** Shows the order at once and saves it when its turn comes. */
  arrange(ids: string[]): void {
    this.#wanted = ids;
    this.#given.show(ids);
    if (this.#queued) return;
    this.#queued = true;
    void this.run(() => this.#save());
  }

  /** Runs what changes which lines there are after everything that was asked for before it. */
  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#line.then(work);
    this.#line = done.catch(() => {});
    return done;
  }

  async #save(): Promise<void> {
    this.#queued = false;
    const ids = this.#wanted;
    if (!ids) return;
    const result = await this.#given.save(this.#given.standing(), ids);
    if (result.ok) {
      this.#given.saved(ids);
      if (this.#wanted !== ids) return;
    }
    const asked = this.#wanted ?? ids;
    this.#wanted = null;
    this.#given.show(null);
    if (!result.ok) this.#given.refused(result.error, asked);
  }
}
