/** Milliseconds of rest after which typing is a new step; as ProseMirror's history has it (newGroupDelay). */
const REST = 500;

/** The history of a text of one line: a browser's own forgets everything once a script has set the field. */
export class LineHistory {
  #past: string[] = [];
  #future: string[] = [];
  #value: string;
  #typedAt = Number.NEGATIVE_INFINITY;

  constructor(value: string) {
    this.#value = value;
  }

  get value(): string {
    return this.#value;
  }

  /** Notes what was typed at `now` (milliseconds); answers whether a new step began. */
  typed(value: string, now: number): boolean {
    const begins = now - this.#typedAt > REST || this.#past.length === 0;
    if (begins) this.#past.push(this.#value);
    this.#typedAt = now;
    this.#future = [];
    this.#value = value;
    return begins;
  }

  /** Somebody else's words took the place of ours: steps from before lead nowhere now. */
  replaced(value: string): void {
    if (value === this.#value) return;
    this.#value = value;
    this.#past = [];
    this.#future = [];
  }

  /** The value one step back, or null. */
  undo(): string | null {
    return this.#step(this.#past, this.#future);
  }

  /** The value one step forward again, or null. */
  redo(): string | null {
    return this.#step(this.#future, this.#past);
  }

  #step(from: string[], to: string[]): string | null {
    const value = from.pop();
    if (value === undefined) return null;
    to.push(this.#value);
    this.#value = value;
    this.#typedAt = Number.NEGATIVE_INFINITY;
    return value;
  }
}
