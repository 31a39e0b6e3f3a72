"use client";

import { AutoScroller, type Draggable } from "@dnd-kit/dom";
import { type DragDropProvider, PointerSensor } from "@dnd-kit/react";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { type Drop, dropSection, dropStory, sameDrop } from "@/components/desk/running-order-drop";
import { type Hit, hitAt } from "@/components/desk/running-order-hit";
import { type Item, itemKey } from "@/components/desk/running-order-items";
import type { Move } from "@/components/desk/running-order-moves";
import { useDraggingHand } from "@/components/desk/use-dragging-hand";
import type { Order } from "@/lib/issues/schema";

type ProviderProps = ComponentProps<typeof DragDropProvider>;

/** Mouse, touch and pen only: the keyboard has its own ways (running-order-keys.ts), which need no dragging. */
export const dndSensors: ProviderProps["sensors"] = [
  PointerSensor.configure({
    preventActivation: ({ target }) => target instanceof Element && target.closest("[data-no-drag]") !== null,
  }),
];

/**
 * Of the library's plugins only the one that scrolls: rows and headings name and announce themselves, and what the others do
 * (useDraggingHand, DragCopy) they do with stylesheets of their own, which a long page pays for. Lists scroll up and down only,
 * and only near their edges.
 */
export const dndPlugins: ProviderProps["plugins"] = [
  AutoScroller.configure({ threshold: { x: 0, y: 0.14 }, acceleration: 25 }),
];

interface Given {
  order: Order;
  container: { readonly current: HTMLElement | null };
  onMove: (move: Move) => void;
}

/**
 * What is in the air, where it would land, and the handlers that the drag-and-drop provider calls. Where it would land is
 * read from the page at the moment of asking, so that letting go does what the eye saw, also after one quick flick.
 */
export function useDrag({ order, container, onMove }: Given) {
  const [item, setItem] = useState<Item | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const pointer = useRef<Pointer>({ x: 0, y: 0 });
  useDraggingHand(item !== null);
  const look = (of: Item | null) => (of ? dropOf(order, container.current, of, pointer.current) : null);
  // Most moves of a pointer stay over the same place: nothing is drawn again then.
  const show = (next: Drop | null) => setDrop((last) => (sameDrop(last, next) ? last : next));

  const handlers: Pick<ProviderProps, "onDragStart" | "onDragMove" | "onDragEnd"> = {
    onDragStart: ({ operation }) => setItem(itemOf(operation.source)),
    onDragMove: ({ operation, nativeEvent }) => {
      pointer.current = pointerOf(nativeEvent) ?? pointer.current;
      show(look(itemOf(operation.source)));
    },
    onDragEnd: ({ operation, nativeEvent }) => {
      setItem(null);
      setDrop(null);
      // Only letting go lands: Escape and a pointer taken away by the system do not.
      if (nativeEvent?.type !== "pointerup") return;
      pointer.current = pointerOf(nativeEvent) ?? pointer.current;
      const last = look(itemOf(operation.source));
      if (last) onMove(last.move);
    },
  };
  const lookAgain = useRef(() => {});
  useEffect(() => {
    lookAgain.current = () => show(look(item));
  });
  useEffect(() => {
    if (!item) return;
    // The list may scroll under a pointer that stays where it is.
    const scrolled = () => lookAgain.current();
    document.addEventListener("scroll", scrolled, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", scrolled, { capture: true });
  }, [item]);
  return { item, drop, handlers };
}

interface Pointer {
  x: number;
  y: number;
}

function pointerOf(event: Event | undefined): Pointer | null {
  return event instanceof PointerEvent ? { x: event.clientX, y: event.clientY } : null;
}

function itemOf(source: Draggable | null): Item | null {
  const [kind, id] = String(source?.id ?? "").split(":");
  return id && (kind === "story" || kind === "section") ? { kind, id } : null;
}

/** What letting go now would do. */
function dropOf(order: Order, list: HTMLElement | null, item: Item, { x, y }: Pointer): Drop | null {
  const hit = list ? hitAt(list, item.kind, x, y) : null;
  if (!hit) return null;
  const below = hit.side === "middle" ? comesFromAbove(list, item, hit) : hit.side === "below";
  return item.kind === "story"
    ? dropStory(order, item.id, hit.target, below)
    : dropSection(order, item.id, hit.target.id, below);
}

/** In the very middle of a row, what comes from above goes below it: it takes that row's place. */
function comesFromAbove(list: HTMLElement | null, item: Item, hit: Hit): boolean {
  const own = list?.querySelector(`[data-order-item="${CSS.escape(itemKey(item))}"]`);
  return Boolean(own && own.compareDocumentPosition(hit.element) & Node.DOCUMENT_POSITION_FOLLOWING);
}
