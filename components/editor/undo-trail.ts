/** One text with a history of its own. Both answer false when there was nothing to take back or bring back. */
export interface Undoable {
  undo(): boolean;
  redo(): boolean;
  /** Shows where something changed: the caret goes there. */
  focus(): void;
}

/** Something done to a text that is no step of its history, such as another kind of a claim. */
export interface Deed {
  undo(): void;
  redo(): void;
}

/** What is told of a step that was no text's. */
const DEED = "deed";

/**
 * Undo that crosses several texts. Each keeps its own history; the trail remembers in which of them each step was made, and
 * so takes back the latest step of all, wherever it is.
 */
export class UndoTrail {
  readonly #texts = new Map<string, Undoable>();
  #done: (string | Deed)[] = [];
  #undone: (string | Deed)[] = [];

  /** Joins a text under its name; answers how to leave. One that comes anew has forgotten its steps. */
  join(name: string, text: Undoable): () => void {
    this.#forget(name);
    this.#texts.set(name, text);
    return () => {
      if (this.#texts.get(name) !== text) return;
      this.#texts.delete(name);
      this.#forget(name);
    };
  }

  /** A new step began in this text: what was undone before cannot be brought back any more. */
  began(name: string): void {
    this.#done = [...this.#done, name];
    this.#undone = [];
  }

  /** The same for a deed beside the texts: it is taken back in its turn, so that undo takes back nothing older instead. */
  did(deed: Deed): void {
    this.#done = [...this.#done, deed];
    this.#undone = [];
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Takes back the latest step. Answers the name of the text it was made in, "deed" for one of none; null when there is none. */
  undo(): string | null {
    return this.#step("undo", this.#done, this.#undone);
  }

  /** Brings back what was undone last; like `undo`. */
  redo(): string | null {
    return this.#step("redo", this.#undone, this.#done);
  }

  #step(way: "undo" | "redo", from: (string | Deed)[], to: (string | Deed)[]): string | null {
    for (let step = from.pop(); step !== undefined; step = from.pop()) {
      if (typeof step !== "string") {
        step[way]();
        to.push(step);
        return DEED;
      }
      const text = this.#texts.get(step);
      if (!text?.[way]()) continue;
      to.push(step);
      text.focus();
      return step;
    }
    return null;
  }

  #forget(name: string): void {
    this.#done = this.#done.filter((other) => other !== name);
    this.#undone = this.#undone.filter((other) => other !== name);
  }
}
