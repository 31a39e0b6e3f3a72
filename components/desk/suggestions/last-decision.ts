/** What was decided last, until it is taken back. */
export class LastDecision {
  readonly #tell: (words: string, undo?: () => void) => void;
  #undo: (() => void) | null = null;

  /** @param tell says something in passing, with a way to take it back */
  constructor(tell: (words: string, undo?: () => void) => void) {
    this.#tell = tell;
  }

  /** Something was decided: says so, and keeps the way back. */
  say(words: string, undo: () => void): void {
    this.#undo = undo;
    this.#tell(words, () => {
      undo();
      if (this.#undo === undo) this.#undo = null;
    });
  }

  takeBack(): void {
    if (this.#undo) this.#undo();
    else this.#tell("There is nothing to take back.");
    this.#undo = null;
  }
}
