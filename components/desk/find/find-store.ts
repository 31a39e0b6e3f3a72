import type { Editor } from "@tiptap/core";
import { equal } from "@/lib/equal";
import type { RichText } from "@/lib/rich-text/document";
import { type FindQuery, type Found, find, replaceFound, replaceRanges } from "@/lib/rich-text/find";

export type FindText = string | RichText;

/** One text of the page that can be searched. */
export interface FindTarget {
  /** Unique on the page. */
  key: string;
  editable: boolean;
  /** The words as they are on the screen now. */
  read(): FindText;
  /** Changes them as typing would. */
  write(text: FindText): void;
  element(): HTMLElement | null;
}

export interface Match extends Found {
  target: FindTarget;
}

export interface FindState {
  open: boolean;
  /** Counts how often it was asked for, so that asking again brings the focus back. */
  openings: number;
  query: FindQuery;
  matches: Match[];
  /** The match that is shown; -1 for none. */
  current: number;
}

export interface Replaced {
  count: number;
  texts: number;
  /** Puts every text back that nobody changed since; answers how many could not be. */
  undo(): number;
}

/** Finding and replacing over every text of a page, asleep or awake. Texts join it; a bar shows it. */
export class FindStore {
  #state: FindState = {
    open: false,
    openings: 0,
    query: { text: "", caseSensitive: false, wholeWord: false },
    matches: [],
    current: -1,
  };
  readonly #targets = new Map<string, FindTarget>();
  readonly #editors = new Map<string, Editor>();
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): FindState => this.#state;

  join(target: FindTarget): () => void {
    this.#targets.set(target.key, target);
    return () => {
      if (this.#targets.get(target.key) === target) this.#targets.delete(target.key);
    };
  }

  /** A text woke: from now on it is changed through its editor, so that undo knows of it. */
  woke(key: string, editor: Editor): () => void {
    this.#editors.set(key, editor);
    return () => {
      if (this.#editors.get(key) === editor) this.#editors.delete(key);
    };
  }

  open(text?: string): void {
    const query = text ? { ...this.#state.query, text } : this.#state.query;
    this.#become({ open: true, openings: this.#state.openings + 1, query });
    this.look();
  }

  close(): void {
    this.#become({ open: false, matches: [], current: -1 });
  }

  ask(change: Partial<FindQuery>): void {
    this.#become({ query: { ...this.#state.query, ...change }, current: -1 });
    this.look();
  }

  /** Looks again: something was typed. The match that is shown stays the same one, or the next after it. */
  look(): void {
    if (!this.#state.open) return;
    const shown = this.#state.matches[this.#state.current];
    const targets = [...this.#targets.values()].sort(inPageOrder);
    const matches = targets.flatMap((target) =>
      find(target.read(), this.#state.query).map((found) => ({ ...found, target })),
    );
    const kept = shown ? matches.findIndex((match) => !isBefore(match, shown, targets)) : 0;
    this.#become({ matches, current: matches.length === 0 ? -1 : Math.max(kept, 0) });
  }

  step(by: 1 | -1): void {
    const { matches, current } = this.#state;
    if (matches.length > 0) this.#become({ current: (current + by + matches.length) % matches.length });
  }

  get shown(): Match | null {
    return this.#state.matches[this.#state.current] ?? null;
  }

  /** Replaces the match that is shown and goes to the next. False where it cannot be changed. */
  replaceShown(words: string): boolean {
    const match = this.shown;
    if (!match?.target.editable) return false;
    // What was put in is not to be found at once again. The text itself tells when it has changed (`look`).
    const rest = { ...match, from: match.from + words.length, to: match.from + words.length };
    this.#state = { ...this.#state, matches: [rest], current: 0 };
    const before = match.target.read();
    if (equal(before, this.#replace(match.target, [match], words))) this.look();
    return true;
  }

  /** Replaces every match that may be changed. */
  replaceAll(words: string): Replaced {
    this.look();
    const found = this.#state.matches.filter(({ target }) => target.editable);
    const targets = [...new Set(found.map(({ target }) => target))];
    const changes = targets.map((target) => {
      const before = target.read();
      const ranges = found.filter((match) => match.target === target);
      return { target, before, after: this.#replace(target, ranges, words) };
    });
    const undo = () => {
      const kept = changes.filter(({ target, after }) => !equal(target.read(), after));
      for (const { target, before } of changes.filter((change) => !kept.includes(change)))
        target.write(before);
      return kept.length;
    };
    return { count: found.length, texts: targets.length, undo };
  }

  /** Answers the text as it is then. */
  #replace(target: FindTarget, ranges: readonly Found[], words: string): FindText {
    const after = replaceFound(target.read(), ranges, words);
    const editor = this.#editors.get(target.key);
    if (editor) editor.view.dispatch(replaceRanges(editor.state.tr, ranges, words));
    else target.write(after);
    return after;
  }

  #become(change: Partial<FindState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function inPageOrder(a: FindTarget, b: FindTarget): number {
  const [one, other] = [a.element(), b.element()];
  if (!one || !other || one === other) return 0;
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

function isBefore(match: Match, other: Match, order: FindTarget[]): boolean {
  const places = [order.indexOf(match.target), order.findIndex(({ key }) => key === other.target.key)];
  const [place = 0, otherPlace = 0] = places;
  return place === otherPlace ? match.from < other.from : place < otherPlace;
}
