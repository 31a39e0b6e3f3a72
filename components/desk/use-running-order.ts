"use client";

import { useCallback, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { applyMove, type Move } from "@/components/desk/running-order-moves";
import type { OutlineSection, RunningOrderStore } from "@/components/desk/running-order-store";
import {
  callPlace,
  callSection,
  callStory,
  tellSectionMove,
  tellStoryMove,
} from "@/components/desk/running-order-words";
import { moveSectionBy, moveStoryBy, numberStories, placeOf, sameOrder } from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

/** What can be grabbed and moved. */
export interface Item {
  kind: "story" | "section";
  id: string;
}

interface Grab extends Item {
  /** The order when it was grabbed, and with the arrows pressed since. */
  origin: Order;
  order: Order;
}

/** "story:…": names an item's element (data-order-item) and its draggable. */
export function itemKey(item: Item): string {
  return `${item.kind}:${item.id}`;
}

/**
 * Everything the running order does on one screen, whatever the hand: moves, the keyboard's grab, the sentences
 * for a screen reader, and the focus, which follows what is moved.
 */
export function useRunningOrder(store: RunningOrderStore) {
  const state = useSyncExternalStore(store.subscribe, store.getState, store.getState);
  const [grab, setGrab] = useState<Grab | null>(null);
  const [announcement, setAnnouncement] = useState("");
  const order = grab?.order ?? state.order;
  const { container, keepFocus, giveFocus } = useFocusThatFollows();

  // The same sentence twice must be spoken twice: a no-break space makes it another one.
  const announce = useCallback((words: string) => {
    setAnnouncement((last) => (last === words ? `${words}\u00a0` : words));
  }, []);

  const moveBy = (item: Item, step: -1 | 1) => {
    const next = moved(order, item, step);
    if (next === order)
      return announce(
        `${call(state.sections, order, item)}${comma(item)} is already ${step === 1 ? "last" : "first"}.`,
      );
    keepFocus(item);
    if (grab) setGrab({ ...grab, order: next });
    else store.move(moveTo(next, item));
    announce(tell(state.sections, order, next, item));
  };

  /** Makes a move that was chosen as a whole: by drag or from the menu. */
  const make = (move: Move) => {
    const item: Item =
      move.kind === "story" ? { kind: "story", id: move.storyId } : { kind: "section", id: move.sectionId };
    const next = applyMove(order, move);
    keepFocus(item);
    if (store.move(move)) announce(tell(state.sections, order, next, item));
  };

  const pickUp = (item: Item) => {
    setGrab({ ...item, origin: state.order, order: state.order });
    announce(
      `Grabbed ${lower(call(state.sections, order, item))}. Use up and down arrows to move, Space to drop, Escape to cancel.`,
    );
  };

  const drop = () => {
    if (!grab) return;
    keepFocus(grab);
    setGrab(null);
    store.move(moveTo(grab.order, grab));
    announce(`Dropped. ${tell(state.sections, grab.origin, grab.order, grab)}`);
  };

  const cancel = useCallback(
    (why: string) => {
      if (!grab) return;
      keepFocus(grab);
      setGrab(null);
      announce(why);
    },
    [grab, keepFocus, announce],
  );

  // Somebody else's order arrived while this was in hand: the place it was headed for may be gone.
  useEffect(() => {
    if (grab && !sameOrder(grab.origin, state.order))
      cancel("The order changed meanwhile; nothing was moved.");
  }, [grab, state.order, cancel]);

  useEffect(() => {
    if (state.notice) announce(state.notice.message);
  }, [state.notice, announce]);

  return {
    sections: arrange(state.sections, order),
    numbers: numberStories(order),
    order,
    saving: state.saving,
    notice: state.notice,
    grabbed: grab as Item | null,
    announcement,
    announce,
    container,
    keepFocus,
    /** For a part of the list that comes back by itself: it may be what the focus waits for. */
    giveFocus,
    moveBy,
    make,
    pickUp,
    drop,
    cancel: () =>
      cancel(
        grab ? `Cancelled. ${call(state.sections, grab.origin, grab)}${comma(grab)} stays where it was.` : "",
      ),
  };
}

export type RunningOrderControls = ReturnType<typeof useRunningOrder>;

/** An element that moves between lists is made anew by React; the focus goes with the item, not with the element. */
function useFocusThatFollows() {
  const container = useRef<HTMLElement>(null);
  const wanted = useRef<Item | null>(null);
  const look = useCallback(() => {
    if (!wanted.current) return;
    const selector = `[data-order-item="${CSS.escape(itemKey(wanted.current))}"]`;
    const element = container.current?.querySelector<HTMLElement>(selector);
    element?.focus();
    if (element) wanted.current = null;
  }, []);
  const keepFocus = useCallback((item: Item) => {
    wanted.current = item;
  }, []);
  useLayoutEffect(look);
  return { container, keepFocus, giveFocus: look };
}

function moved(order: Order, item: Item, step: -1 | 1): Order {
  return item.kind === "story" ? moveStoryBy(order, item.id, step) : moveSectionBy(order, item.id, step);
}

/** The move that puts the item where `order` has it. */
function moveTo(order: Order, item: Item): Move {
  if (item.kind === "section") {
    return {
      kind: "section",
      sectionId: item.id,
      toIndex: order.findIndex(({ sectionId }) => sectionId === item.id),
    };
  }
  const place = placeOf(order, item.id);
  const toSectionId = order[place?.sectionIndex ?? -1]?.sectionId ?? "";
  return { kind: "story", storyId: item.id, toSectionId, toIndex: place?.index ?? 0 };
}

function call(sections: OutlineSection[], order: Order, item: Item): string {
  return item.kind === "story" ? callStory(sections, order, item.id) : callSection(sections, item.id);
}

/** "Story 6, Xiaomi and Rakuten" wants a comma after it, "Section Enterprise AI" does not. */
function comma(item: Item): string {
  return item.kind === "story" ? "," : "";
}

/** As within a sentence. */
function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function tell(sections: OutlineSection[], before: Order, after: Order, item: Item): string {
  if (sameOrder(before, after)) {
    return item.kind === "story"
      ? `${call(sections, before, item)}, stays at ${callPlace(sections, after, item.id)}.`
      : `${call(sections, before, item)} stays where it was.`;
  }
  return item.kind === "story"
    ? tellStoryMove(sections, before, after, item.id)
    : tellSectionMove(sections, after, item.id);
}

function arrange(sections: OutlineSection[], order: Order): OutlineSection[] {
  const stories = new Map(sections.flatMap((section) => section.stories).map((story) => [story.id, story]));
  const titles = new Map(sections.map((section) => [section.id, section.title]));
  return order.map(({ sectionId, storyIds }) => ({
    id: sectionId,
    title: titles.get(sectionId) ?? "",
    stories: storyIds.flatMap((id) => stories.get(id) ?? []),
  }));
}
