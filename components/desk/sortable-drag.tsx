"use client";

import { PointerActivationConstraints } from "@dnd-kit/dom";
import { DragDropProvider, PointerSensor, useDraggable } from "@dnd-kit/react";
import { GripVertical } from "lucide-react";
import { type ComponentProps, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { DragCopy } from "@/components/desk/drag-copy";
import { placeInGap } from "@/components/desk/flat-order";
import { dndPlugins } from "@/components/desk/running-order-dnd";
import { LIFTED } from "@/components/desk/running-order-line";
import { useDraggingHand } from "@/components/desk/use-dragging-hand";

/** What is in the air: the gap it hangs over (0 is above the first row) and its place if it were let go now; null for none. */
export interface Flight {
  id: string;
  gap: number | null;
  to: number | null;
}

interface SortableDragProps {
  list: RefObject<HTMLElement | null>;
  ids: string[];
  callOf: (id: string) => string;
  flight: Flight | null;
  onFlight: (flight: Flight | null) => void;
  onMove: (id: string, to: number) => void;
}

type ProviderProps = ComponentProps<typeof DragDropProvider>;

// The handle is for nothing else, so a few pixels are enough, for a finger too.
const sensors: ProviderProps["sensors"] = [
  PointerSensor.configure({
    activationConstraints: [new PointerActivationConstraints.Distance({ value: 4 })],
  }),
];

/** Dragging for a list that is drawn elsewhere: this draws only what follows the pointer. */
export function SortableDrag({ list, ids, callOf, flight, onFlight, onMove }: SortableDragProps) {
  const pointer = useRef({ x: 0, y: 0 });
  const look = (id: string): Flight => {
    const gap = gapAt(list.current, pointer.current);
    const to = gap === null ? null : placeInGap(ids, id, gap);
    return { id, gap: to === null ? null : gap, to };
  };
  const show = (id: string) => {
    const next = look(id);
    if (next.id !== flight?.id || next.gap !== flight.gap) onFlight(next);
  };
  const follow = (event: Event | undefined) => {
    if (event instanceof PointerEvent) pointer.current = { x: event.clientX, y: event.clientY };
  };
  const handlers: Pick<ProviderProps, "onDragStart" | "onDragMove" | "onDragEnd"> = {
    onDragStart: ({ operation }) => onFlight({ id: String(operation.source?.id), gap: null, to: null }),
    onDragMove: ({ operation, nativeEvent }) => {
      follow(nativeEvent);
      show(String(operation.source?.id));
    },
    onDragEnd: ({ operation, nativeEvent }) => {
      onFlight(null);
      // Only letting go lands: Escape and a pointer taken away by the system do not.
      if (nativeEvent?.type !== "pointerup") return;
      follow(nativeEvent);
      const { id, to } = look(String(operation.source?.id));
      if (to !== null) onMove(id, to);
    },
  };
  useLookAgainOnScroll(flight, show);
  useDraggingHand(flight !== null);
  return (
    <DragDropProvider sensors={sensors} plugins={dndPlugins} {...handlers}>
      {ids.map((id) => (
        <Row key={id} id={id} list={list} />
      ))}
      <DragCopy>
        {flight ? (
          // At the end of the row, where the handle is that the pointer holds.
          <div className="flex justify-end">
            <div className={`flex max-w-sm items-center gap-2 rounded-control px-3 py-1.5 text-sm ${LIFTED}`}>
              <span className="truncate">{callOf(flight.id)}</span>
              <GripVertical aria-hidden size={13} className="shrink-0 text-quiet" />
            </div>
          </div>
        ) : null}
      </DragCopy>
    </DragDropProvider>
  );
}

/** The page may scroll under a pointer that stays where it is. */
function useLookAgainOnScroll(flight: Flight | null, show: (id: string) => void) {
  const latest = useRef(() => {});
  useEffect(() => {
    latest.current = () => flight && show(flight.id);
  });
  const id = flight?.id;
  useEffect(() => {
    if (!id) return;
    const scrolled = () => latest.current();
    document.addEventListener("scroll", scrolled, { capture: true, passive: true });
    return () => document.removeEventListener("scroll", scrolled, { capture: true });
  }, [id]);
}

/** Makes a row of the list draggable by its handle, as they stand after each drawing. */
function Row({ id, list }: { id: string; list: RefObject<HTMLElement | null> }) {
  const { ref, handleRef } = useDraggable({ id });
  useLayoutEffect(() => {
    const row = rowsOf(list.current).find((each) => each.dataset.sortable === id) ?? null;
    const handle = row?.querySelector("[data-sortable-handle]") ?? null;
    handleRef(handle);
    // Without a handle a press anywhere in the row would drag it.
    ref(handle ? row : null);
  });
  return null;
}

function rowsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.children ?? [])].filter(
    (row): row is HTMLElement => row instanceof HTMLElement && row.dataset.sortable !== undefined,
  );
}

/** How far, in pixels, beside and above the list the pointer may stray and still mean it. */
const STRAY = { x: 120, y: 48 };

function gapAt(list: HTMLElement | null, { x, y }: { x: number; y: number }): number | null {
  const frame = list?.getBoundingClientRect();
  if (!frame || x < frame.left - STRAY.x || x > frame.right + STRAY.x) return null;
  if (y < frame.top - STRAY.y || y > frame.bottom + STRAY.y) return null;
  const middles = rowsOf(list).map((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return (top + bottom) / 2;
  });
  return middles.filter((middle) => middle < y).length;
}
