import { applyMove, type Move, replay, stillPossible } from "@/components/desk/running-order-moves";
import {
  Names,
  type Outline,
  type OutlineSection,
  orderOf,
  readStanding,
} from "@/components/desk/running-order-outline";
import type { Result } from "@/lib/errors";
import { sameOrder } from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

/** Something to tell the editor; `retry` are the moves that were not saved and still make sense. */
export interface OrderNotice {
  kind: "conflict" | "failed";
  message: string;
  retry: Move[];
}

export interface OrderState {
  sections: OutlineSection[];
  order: Order;
  saving: boolean;
  notice: OrderNotice | null;
}

export type Arrange = (
  baseVersion: number,
  order: Order,
) => Promise<Result<{ orderVersion: number; order: Order }>>;

const OTHERS_CHANGED = "Someone else changed the order; here is the new one.";
const UNREACHABLE =
  "The move could not be saved: no answer from the server. The order is as it was last saved.";

/**
 * The running order on one screen: what stands on the server, what is shown, and the moves between the two.
 * One save is under way at a time; moves made meanwhile wait and go out together on the version that save gave,
 * so that nobody conflicts with themselves. Work that changes what the order holds waits in the same line (`change`).
 */
export class RunningOrderStore {
  #standing: { version: number; order: Order };
  readonly #names = new Names();
  #unsaved: Move[] = [];
  #notice: OrderNotice | null = null;
  #line: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #saveQueued = false;
  #state: OrderState;
  readonly #arrange: Arrange;
  readonly #listeners = new Set<() => void>();
  readonly #onStale: () => void;

  /** `onStale` is called when the server told of an order this screen has not read in full. */
  constructor(outline: Outline, arrange: Arrange, onStale: () => void = () => {}) {
    this.#arrange = arrange;
    this.#onStale = onStale;
    this.#standing = this.#learn(outline);
    this.#state = this.#compose();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  getState = (): OrderState => this.#state;

  /** Shows the move at once and saves it when its turn comes. False when it changes nothing. */
  move(move: Move): boolean {
    if (applyMove(this.#state.order, move) === this.#state.order) return false;
    this.#unsaved = [...this.#unsaved, move];
    this.#notice = null;
    if (!this.#saveQueued) {
      this.#saveQueued = true;
      void this.#enqueue(() => this.#save());
    }
    this.#publish();
    return true;
  }

  /** Makes the moves of a notice again, on the order that stands now. */
  retry(): void {
    const moves = this.#notice?.retry ?? [];
    this.dismiss();
    for (const move of moves) this.move(move);
  }

  /** Whether this screen has the order of that version, or a later one. */
  knows(version: number): boolean {
    return version <= this.#standing.version;
  }

  dismiss(): void {
    this.#notice = null;
    this.#publish();
  }

  /** Runs work that changes what the order holds (add, remove, restore) after all moves made so far are saved. */
  change<T>(work: () => Promise<T>): Promise<T> {
    return this.#enqueue(work);
  }

  /** Shows a headline that was saved elsewhere on the page. */
  rename(storyId: string, headline: string): void {
    if (this.#names.rename(storyId, headline)) this.#publish();
  }

  /** Shows a section's title that was saved elsewhere on the page. */
  retitle(sectionId: string, title: string): void {
    if (this.#names.retitle(sectionId, title)) this.#publish();
  }

  /** Takes an order read from the server; moves not saved yet are kept on top of it. Older news is ignored. */
  receive(outline: Outline): void {
    if (outline.orderVersion < this.#standing.version) return;
    this.#standing = this.#learn(outline);
    this.#publish();
  }

  async #save(): Promise<void> {
    this.#saveQueued = false;
    const sent = this.#unsaved;
    if (sent.length === 0) return;
    const order = replay(this.#standing.order, sent);
    const result = await this.#arrange(this.#standing.version, order).catch(() => null);
    if (result?.ok) {
      this.#standing = { version: result.value.orderVersion, order: result.value.order };
      this.#unsaved = this.#unsaved.slice(sent.length);
    } else {
      this.#refused(result?.error ?? null, order);
    }
  }

  #refused(error: { code: string; message: string; details?: unknown } | null, sent: Order): void {
    const moves = this.#unsaved;
    this.#unsaved = [];
    const standing = error?.code === "conflict" ? readStanding(error.details) : null;
    if (standing) {
      this.#standing = this.#learn(standing);
      this.#onStale();
      // The answer to an earlier try was lost on the way: what stands is what was wanted.
      if (sameOrder(this.#standing.order, sent)) return;
    }
    this.#notice = {
      kind: standing ? "conflict" : "failed",
      message: standing ? OTHERS_CHANGED : (error?.message ?? UNREACHABLE),
      retry: moves.filter((move) => stillPossible(this.#standing.order, move)),
    };
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const done = this.#line.then(work).finally(() => {
      this.#waiting -= 1;
      this.#publish();
    });
    this.#line = done.catch(() => {});
    return done;
  }

  #learn(outline: Outline): { version: number; order: Order } {
    this.#names.learn(outline);
    return { version: outline.orderVersion, order: orderOf(outline) };
  }

  #compose(): OrderState {
    const order = replay(this.#standing.order, this.#unsaved);
    return { sections: this.#names.tell(order), order, saving: this.#waiting > 0, notice: this.#notice };
  }

  #publish(): void {
    this.#state = this.#compose();
    for (const listener of this.#listeners) listener();
  }
}
