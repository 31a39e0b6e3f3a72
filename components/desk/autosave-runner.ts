import { discarded, remembered } from "@/components/desk/autosave-aside";
import {
  decided,
  type Judge,
  rebased,
  received,
  reconsidered,
  resolved,
} from "@/components/desk/autosave-conflict";
import { takenUp } from "@/components/desk/autosave-left";
import {
  type AutosaveState,
  canSend,
  confirmed,
  edited,
  type Kept,
  keptOf,
  type Newer,
  opened,
  refused,
  retried,
  sent,
  unanswered,
} from "@/components/desk/autosave-state";
import type { AsideShelf, SetAside } from "@/components/desk/set-aside";
import type { Result } from "@/lib/errors";
import type { Choice } from "@/lib/merge/fields";

/** Milliseconds of rest after the last letter before a save. */
export const PAUSE = 700;
/** Milliseconds after which somebody who never rests is saved anyway. */
export const LONGEST_WAIT = 8_000;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

export interface AutosaveOptions<V extends object> extends Judge<V> {
  values: V;
  version: number;
  save(version: number, patch: Partial<V>): Promise<Result<{ version: number }>>;
  /** Reads `details` of a conflict; null when they are not what was agreed. */
  readConflict(details: unknown): Newer<V> | null;
  /** Where unsaved words are kept; null clears. */
  keep?(kept: Kept<V> | null): void;
  /** Where words set aside in a conflict are kept. */
  shelf?: AsideShelf<V> | undefined;
}

/**
 * Runs the state of autosave-state.ts against a clock and a server. One save is in flight at a time; what is typed
 * meanwhile joins the next one, which carries the version the last answer gave: so a client never conflicts with itself.
 */
export class AutosaveRunner<V extends object> {
  #state: AutosaveState<V>;
  readonly #options: AutosaveOptions<V>;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typingSince: number | null = null;
  #retryAt = 0;
  /** Ids of words set aside that the shelf had no room for. */
  #unshelved: string[] = [];

  constructor(options: AutosaveOptions<V>) {
    this.#options = options;
    this.#state = opened(options.values, options.version);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): AutosaveState<V> => this.#state;

  readonly edit = (patch: Partial<V>): void => {
    this.#typingSince ??= Date.now();
    this.#become(reconsidered(edited(this.#state, patch), this.#options.merges));
  };

  readonly resolve = (field: keyof V, choice: "mine" | "theirs"): void =>
    this.#become(resolved(this.#state, field, choice, new Date()));

  /** The decision about one place in a field that is made of parts. */
  readonly decide = (field: keyof V, id: string, choice: Choice): void =>
    this.#become(decided(this.#state, { field, id, choice }, new Date(), this.#options.merges));

  readonly discard = (id: string): void => this.#become(discarded(this.#state, id));

  /** Brings back what was set aside on an earlier visit, or in another window. */
  readonly remember = (): void => {
    const shelf = this.#options.shelf;
    if (shelf) this.#become(remembered(this.#state, shelf.read()));
  };

  readonly receive = (theirs: Newer<V>): void => this.#become(received(this.#state, theirs, this.#options));

  /** Goes on with what a closed window left. False where some of it, set aside, is in this page only. */
  readonly takeUp = (left: Kept<V>): boolean => {
    this.#become(takenUp(this.#state, left, this.#options));
    return this.#unshelved.length === 0;
  };

  /** Saves what is pending now instead of after the pause. */
  readonly flush = (): void => {
    if (canSend(this.#state)) void this.#send();
  };

  /** After signing in, a refusal or a lost connection: tries at once. */
  readonly retry = (): void => {
    this.#become(retried(this.#state));
    this.flush();
  };

  #become(state: AutosaveState<V>): void {
    if (state === this.#state) return;
    this.#shelve(this.#state, state);
    this.#state = state;
    this.#options.keep?.(keptOf(state, new Date()));
    this.#schedule();
    for (const listener of this.#listeners) listener();
  }

  #shelve(before: AutosaveState<V>, after: AutosaveState<V>): void {
    if (before.setAside === after.setAside) return;
    const gone = before.setAside.filter((item) => !after.setAside.includes(item)).map(({ id }) => id);
    const still = after.setAside.map(({ id }) => id);
    const isDue = (item: SetAside<V>) => !before.setAside.includes(item) || this.#unshelved.includes(item.id);
    const due = after.setAside.filter(isDue);
    const isShelved = due.length === 0 || (this.#options.shelf?.add(due) ?? true);
    this.#unshelved = isShelved ? [] : due.map(({ id }) => id);
    this.#options.shelf?.remove(gone.filter((id) => !still.includes(id)));
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (!canSend(this.#state)) return;
    const now = Date.now();
    const due =
      this.#state.trouble?.kind === "offline"
        ? this.#retryAt
        : Math.min(now + PAUSE, (this.#typingSince ?? now) + LONGEST_WAIT);
    this.#timer = setTimeout(this.flush, Math.max(0, due - now));
  }

  async #send(): Promise<void> {
    this.#typingSince = null;
    this.#become(sent(this.#state));
    const { version, sending } = this.#state;
    const answer = await this.#options.save(version, sending ?? {}).catch(() => null);
    if (answer?.ok) return this.#become(confirmed(this.#state, answer.value.version));
    this.#retryAt = Date.now() + Math.min(LAST_RETRY, FIRST_RETRY * 2 ** this.#state.failures);
    if (!answer) return this.#become(unanswered(this.#state));
    const newer = answer.error.code === "conflict" ? this.#options.readConflict(answer.error.details) : null;
    this.#become(newer ? rebased(this.#state, newer, this.#options) : refused(this.#state, answer.error));
  }
}
