"use client";

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { mayStay } from "@/components/desk/flat-order";

interface MovingPart {
  id: string;
  content: ReactNode;
}

/**
 * Parts of a long page in an order that changes. To bring the last of sixty to the top, React moves the fifty-nine others behind it:
 * each of them is then laid out anew, and the one that somebody writes in loses the focus. So React draws the parts in the order in
 * which it first met them, and here only those elements move that must: one, where one part moves.
 */
export function MovingParts({ parts }: { parts: MovingPart[] }) {
  const box = useRef<HTMLDivElement>(null);
  const [met, setMet] = useState(() => parts.map(({ id }) => id));
  const contents = new Map(parts.map(({ id, content }) => [id, content]));
  const fresh = parts.flatMap(({ id }) => (met.includes(id) ? [] : [id]));
  const drawn = [...met.filter((id) => contents.has(id)), ...fresh];
  if (fresh.length > 0 || drawn.length < met.length) setMet(drawn);
  useLayoutEffect(() => {
    if (box.current) bringIntoOrder(box.current, [...contents.keys()]);
  });
  return (
    <div ref={box}>
      {drawn.map((id) => (
        <div key={id} data-moving={id}>
          {contents.get(id)}
        </div>
      ))}
    </div>
  );
}

/** Brings the children of `box` into the order of their ids (data-moving) by as few moves as can be. */
function bringIntoOrder(box: HTMLElement, ids: readonly string[]): void {
  const children = [...box.children].filter((child) => child instanceof HTMLElement);
  const elements = new Map(children.map((child) => [child.dataset.moving ?? "", child]));
  const stay = mayStay([...elements.keys()], ids);
  let next: HTMLElement | null = null;
  for (const id of ids.toReversed()) {
    const element = elements.get(id);
    if (!element) continue;
    if (!stay.has(id)) move(box, element, next);
    next = element;
  }
}

/** Moves an element with the focus in it; not every browser has a way that keeps it. */
function move(box: HTMLElement, element: HTMLElement, next: HTMLElement | null): void {
  if (typeof box.moveBefore === "function") {
    box.moveBefore(element, next);
    return;
  }
  const focused = document.activeElement;
  box.insertBefore(element, next);
  if (focused instanceof HTMLElement && focused !== document.activeElement) {
    focused.focus({ preventScroll: true });
  }
}
