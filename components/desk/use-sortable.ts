"use client";

import { type KeyboardEvent, useEffect, useState } from "react";
import { moveId, sameIds } from "@/components/desk/flat-order";
import { useAnnouncement } from "@/components/desk/use-announcement";

interface Grab {
  id: string;
  /** The order when it was grabbed, and with the arrows pressed since. */
  origin: string[];
  order: string[];
}

/** The keys of one row, and of its handle. */
export interface SortableKeys {
  /** Alt and an arrow, anywhere in the row. */
  inRow(event: KeyboardEvent): void;
  /** Space, arrows, Enter and Escape, on the handle. */
  onHandle(event: KeyboardEvent): void;
  onLeave(): void;
}

interface Given {
  ids: string[];
  callOf: (id: string) => string;
  onArrange: (ids: string[]) => void;
}

/** The keyboard's part of a list that can be put in order: what is grabbed, where it would stand, and what is said of it. */
export function useSortable({ ids, callOf, onArrange }: Given) {
  const [grab, setGrab] = useState<Grab | null>(null);
  const [said, say] = useAnnouncement();
  const order = grab?.order ?? ids;

  const place = (id: string, of: string[]) => `place ${of.indexOf(id) + 1} of ${of.length}`;
  const moveTo = (id: string, to: number) => {
    const next = moveId(order, id, to);
    if (next === order) return say(`${callOf(id)} is already ${to <= 0 ? "first" : "last"}.`);
    if (grab) setGrab({ ...grab, order: next });
    else onArrange(next);
    say(`${callOf(id)} moved to ${place(id, next)}.`);
  };
  const moveBy = (id: string, by: -1 | 1) => moveTo(id, order.indexOf(id) + by);
  const drop = () => {
    if (!grab) return;
    setGrab(null);
    if (grab.order !== grab.origin) onArrange(grab.order);
    say(`Dropped. ${callOf(grab.id)} stands at ${place(grab.id, grab.order)}.`);
  };
  const cancel = () => {
    setGrab(null);
    if (grab) say(`Cancelled. ${callOf(grab.id)} stays at ${place(grab.id, grab.origin)}.`);
  };
  const pickUp = (id: string) => {
    setGrab({ id, origin: ids, order: ids });
    say(
      `Grabbed ${callOf(id)}, ${place(id, ids)}. Use up and down arrows to move, Space to drop, Escape to cancel.`,
    );
  };

  useEffect(() => {
    // Somebody else added or removed a line while this was in hand.
    if (!grab || sameIds(grab.origin, ids)) return;
    setGrab(null);
    say("The list changed meanwhile; nothing was moved.");
  }, [grab, ids, say]);

  const keysOf = (id: string): SortableKeys => ({
    inRow: (event) => {
      const by = arrow(event);
      if (by !== null && event.altKey && !grab) take(event, () => moveBy(id, by));
    },
    onHandle: (event) => {
      const by = arrow(event);
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (grab?.id !== id) {
        if (event.key === " ") take(event, () => pickUp(id));
      } else if (by !== null) take(event, () => moveBy(id, by));
      else if (event.key === " " || event.key === "Enter") take(event, drop);
      else if (event.key === "Escape") take(event, cancel);
    },
    onLeave: () => {
      if (grab?.id === id) drop();
    },
  });
  return { order, grabbed: grab?.id ?? null, said, moveTo, keysOf };
}

function arrow(event: KeyboardEvent): -1 | 1 | null {
  if (event.key === "ArrowUp") return -1;
  return event.key === "ArrowDown" ? 1 : null;
}

function take(event: KeyboardEvent, act: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  act();
}
