"use client";

import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import {
  arrange,
  call,
  callSubject,
  type Item,
  itemKey,
  itemOf,
  moveTo,
  step,
  tell,
} from "@/components/desk/running-order-items";
import { applyMove, type Move } from "@/components/desk/running-order-moves";
import type { OrderState, RunningOrderStore } from "@/components/desk/running-order-store";
import { tellWish } from "@/components/desk/running-order-words";
import { useAnnouncement } from "@/components/desk/use-announcement";
import { useFocusThatFollows } from "@/components/desk/use-focus-that-follows";
import { sameOrder } from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

interface Grab extends Item {
  /** The order when it was grabbed, and with the arrows pressed since. */
  origin: Order;
  order: Order;
}

/** What the hands work on: what is shown, and what is held. */
interface Now {
  state: OrderState;
  grab: Grab | null;
}

/** What hands do, whichever they are. They stay the same functions from render to render, so that rows stay as they are. */
export interface Hands {
  /** One step up or down: at once, or as part of what is grabbed. */
  moveBy(item: Item, by: -1 | 1): void;
  /** A move that was chosen as a whole: by drag or from the menu. */
  make(move: Move): void;
  pickUp(item: Item): void;
  drop(): void;
  cancel(): void;
  /** Makes the moves of a notice once more. */
  retry(): void;
  keepFocus(item: Item): void;
  giveFocus(): void;
}

/**
 * Everything the running order does on one screen, whatever the hand: moves, the keyboard's grab, the sentences
 * for a screen reader, and the focus, which follows what is moved.
 */
export function useRunningOrder(store: RunningOrderStore) {
  const container = useRef<HTMLElement>(null);
  const focus = useFocusThatFollows(container);
  const subscribe = useCallback(
    (listener: () => void) =>
      store.subscribe(() => {
        focus.holdFocus();
        listener();
      }),
    [store, focus],
  );
  const state = useSyncExternalStore(subscribe, store.getState, store.getState);
  const [grab, setGrab] = useState<Grab | null>(null);
  const [announcement, say] = useAnnouncement();
  const now = useRef<Now>({ state, grab });
  useLayoutEffect(() => {
    now.current = { state, grab };
  }, [state, grab]);
  const hands = useMemo(() => handsOf({ store, now, setGrab, say, ...focus }), [store, say, focus]);
  useEffect(() => {
    // Somebody else's order arrived while this was in hand: the place it was headed for may be gone.
    if (!grab || sameOrder(grab.origin, state.order)) return;
    setGrab(null);
    say("The order changed meanwhile; nothing was moved.");
  }, [grab, state.order, say]);
  useEffect(() => {
    if (state.notice) say(state.notice.message);
  }, [state.notice, say]);
  const order = grab?.order ?? state.order;
  return {
    sections: useMemo(() => arrange(state.sections, order), [state.sections, order]),
    order,
    notice: state.notice,
    grabbed: grab as Item | null,
    announcement,
    container,
    hands,
  };
}

interface Given {
  store: RunningOrderStore;
  now: { current: Now };
  setGrab: (grab: Grab | null) => void;
  say: (words: string) => void;
  keepFocus: (key: string) => void;
  giveFocus: () => void;
}

function handsOf({ store, now, setGrab, say, keepFocus, giveFocus }: Given): Hands {
  const hold = (grab: Grab | null) => {
    now.current = { ...now.current, grab };
    setGrab(grab);
  };
  const shown = () => now.current.grab?.order ?? now.current.state.order;
  const sections = () => now.current.state.sections;
  return {
    moveBy: (item, by) => {
      const order = shown();
      const next = step(order, item, by);
      if (next === order) {
        const end = by === 1 ? "last" : "first";
        return say(`${callSubject(sections(), order, item)} is already ${end}.`);
      }
      keepFocus(itemKey(item));
      const words = tell(sections(), order, next, item);
      const { grab } = now.current;
      if (grab) hold({ ...grab, order: next });
      else store.move(moveTo(next, item));
      say(words);
    },
    make: (move) => {
      const order = shown();
      const words = tell(sections(), order, applyMove(order, move), itemOf(move));
      keepFocus(itemKey(itemOf(move)));
      if (store.move(move)) say(words);
      else giveFocus();
    },
    pickUp: (item) => {
      const { order } = now.current.state;
      const name = call(sections(), order, item);
      hold({ ...item, origin: order, order });
      say(
        `Grabbed ${name.charAt(0).toLowerCase()}${name.slice(1)}. Use up and down arrows to move, Space to drop, Escape to cancel.`,
      );
    },
    drop: () => {
      const { grab } = now.current;
      if (!grab) return;
      keepFocus(itemKey(grab));
      hold(null);
      const words = tell(sections(), grab.origin, grab.order, grab);
      store.move(moveTo(grab.order, grab));
      say(`Dropped. ${words}`);
    },
    cancel: () => {
      const { grab } = now.current;
      if (!grab) return;
      keepFocus(itemKey(grab));
      hold(null);
      say(`Cancelled. ${callSubject(sections(), grab.origin, grab)} stays where it was.`);
    },
    retry: () => {
      const last = now.current.state.notice?.retry.at(-1);
      if (!last) return;
      const words = tellWish(sections(), last);
      keepFocus(itemKey(itemOf(last)));
      store.retry();
      say(`Made again: ${words}.`);
    },
    keepFocus: (item) => keepFocus(itemKey(item)),
    giveFocus,
  };
}
