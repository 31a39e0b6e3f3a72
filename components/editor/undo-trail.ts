/** One text with a history of its own. Both answer false when there was nothing to take back or bring back. */
export interface Undoable {
  undo(): boolean;
  redo(): boolean;
  /** Shows where something changed: the caret goes there. */
  focus(): void;
}

/**
 * Undo that crosses several texts. Each keeps its own history; the trail remembers in which of them each step was made, and
 * so takes back the latest step of all, wherever it is.
 */
export class UndoTrail {
  readonly #texts = new Map<string, Undoable>();
  #done: string[] = [];
  #undone: string[] = [];

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

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** Takes back the latest step. Answers the name of the text it was made in; null when there is none. */
  undo(): string | null {
    for (let name = this.#done.pop(); name !== undefined; name = this.#done.pop()) {
      const text = this.#texts.get(name);
      if (!text?.undo()) continue;
      this.#undone.push(name);
      text.focus();
      return name;
    }
    return null;
  }

  /** Brings back what was undone last; like `undo`. */
  redo(): string | null {
    for (let name = this.#undone.pop(); name !== undefined; name = this.#undone.pop()) {
      const text = this.#texts.get(name);
      if (!text?.redo()) continue;
      this.#done.push(name);
      text.focus();
      return name;
    }
    return null;
  }

  #forget(name: string): void {
    this.#done = this.#done.filter((other) => other !== name);
    this.#undone = this.#undone.filter((other) => other !== name);
  }
}
