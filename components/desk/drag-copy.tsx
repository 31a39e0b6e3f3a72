"use client";

import { useDragDropMonitor } from "@dnd-kit/react";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

/** The box of what was taken, and the point where it was taken; pixels of the window. */
interface Taken {
  box: { left: number; top: number; width: number; height: number };
  x: number;
  y: number;
}

/**
 * What hangs on the pointer while something is dragged, as large as what was taken. It stands in for the library's overlay, which
 * puts a stylesheet with a cascade layer into the page when a drag begins and takes it out when it ends: each time a page of
 * 30,000 words is styled and laid out anew, some four frames on a quick machine.
 */
export function DragCopy({ children }: { children: ReactNode }) {
  const [taken, setTaken] = useState<Taken | null>(null);
  useDragDropMonitor({
    onDragStart: ({ operation: { source, position } }) => {
      const box = source?.element?.getBoundingClientRect();
      if (!box) return;
      const { left, top, width, height } = box;
      setTaken({ box: { left, top, width, height }, x: position.initial.x, y: position.initial.y });
    },
    onDragEnd: () => setTaken(null),
  });
  return taken && children ? <Hanging taken={taken}>{children}</Hanging> : null;
}

function Hanging({ taken, children }: { taken: Taken; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const follow = ({ isPrimary, clientX, clientY }: PointerEvent) => {
      if (isPrimary) element.style.translate = `${clientX - taken.x}px ${clientY - taken.y}px`;
    };
    // Over everything, whatever the list it comes from is cut off by.
    element.showPopover();
    window.addEventListener("pointermove", follow, { capture: true, passive: true });
    return () => window.removeEventListener("pointermove", follow, { capture: true });
  }, [taken]);
  return (
    <div
      ref={place}
      aria-hidden
      popover="manual"
      data-drag-copy
      style={taken.box}
      className="pointer-events-none fixed inset-auto overflow-visible bg-transparent text-inherit will-change-[translate]"
    >
      {children}
    </div>
  );
}
