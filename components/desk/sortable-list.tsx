"use client";

import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { inOrder, moveId } from "@/components/desk/flat-order";
import { DropLine } from "@/components/desk/running-order-line";
import { type Flight, SortableDrag } from "@/components/desk/sortable-drag";
import { SortableHandle } from "@/components/desk/sortable-handle";
import { useSortable } from "@/components/desk/use-sortable";
import { MenuItem } from "@/components/ui/menu";

/** What a row is given to show where it stands and to be moved by. */
export interface SortableRow {
  /** From 0; while something is dragged, where it would be if that were let go now. */
  place: number;
  /** The button to drag by, which takes the keys too; null for those who may only look. */
  handle: ReactNode;
  /** "Move up" to "Move to the end", for the row's menu. */
  moves: ReactNode;
}

interface SortableListProps<T> {
  items: T[];
  /** What an item is called aloud, and on the copy that follows the pointer. */
  nameOf: (item: T) => string;
  canSort: boolean;
  /** The whole new order, once for each move. */
  onArrange: (ids: string[]) => void;
  /** Names the list where no heading above it does. */
  label?: string;
  ordered?: boolean;
  className?: string;
  rowClassName?: string;
  /** Pixels between rows. */
  gap?: number;
  children: (item: T, row: SortableRow) => ReactNode;
}

/**
 * A list whose rows are moved by a handle (mouse, touch, or Space and arrows), by Alt and an arrow anywhere in the row, or from
 * the row's menu; announced, and in its new order at once. Dragging is prepared only when a pointer comes near, or for fingers
 * when the list comes into view: a page has many such lists and few are moved.
 */
export function SortableList<T extends { id: string }>(props: SortableListProps<T>) {
  const { items, nameOf, canSort, onArrange, children, className, rowClassName = "", gap } = props;
  const list = useRef<HTMLUListElement & HTMLOListElement>(null);
  const [warm, warmUp] = useWarmth(list);
  const [flight, setFlight] = useState<Flight | null>(null);
  const ids = useMemo(() => items.map(({ id }) => id), [items]);
  const callOf = (id: string) => nameOf(items.find((item) => item.id === id) ?? ({ id } as T));
  const { order, grabbed, said, moveTo, keysOf } = useSortable({ ids, callOf, onArrange });
  const landed = flight?.to == null ? order : moveId(order, flight.id, flight.to);
  const List = props.ordered ? "ol" : "ul";
  return (
    <>
      <List
        ref={list}
        aria-label={props.label}
        className={`relative ${className ?? ""}`}
        onPointerEnter={warmUp}
        onFocus={warmUp}
      >
        {inOrder(items, order).map((item, index) => {
          const last = index === items.length - 1;
          const keys = keysOf(item.id);
          return (
            <li
              key={item.id}
              data-sortable={item.id}
              className={`relative ${rowClassName} ${flight?.id === item.id ? "opacity-40" : ""} ${grabbed === item.id ? HELD : ""}`}
              onKeyDown={canSort ? (event: KeyboardEvent) => keys.inRow(event) : undefined}
            >
              {flight?.gap === index ? <DropLine gap={gap} /> : null}
              {children(item, {
                place: landed.indexOf(item.id),
                handle: canSort ? (
                  <SortableHandle name={nameOf(item)} grabbed={grabbed === item.id} keys={keys} />
                ) : null,
                moves: <Moves place={index} count={items.length} onMove={(to) => moveTo(item.id, to)} />,
              })}
              {last && flight?.gap === items.length ? <DropLine gap={gap} below /> : null}
            </li>
          );
        })}
      </List>
      {warm && canSort ? (
        <>
          <SortableDrag
            list={list}
            ids={order}
            callOf={callOf}
            flight={flight}
            onFlight={setFlight}
            onMove={moveTo}
          />
          <span role="status" aria-live="assertive" className="sr-only">
            {said}
          </span>
        </>
      ) : null}
    </>
  );
}

/** Whether dragging is prepared. A finger comes without a warning: on a touch screen whatever it can reach is prepared before. */
function useWarmth(list: RefObject<HTMLElement | null>): [boolean, () => void] {
  const [warm, setWarm] = useState(false);
  useEffect(() => {
    if (warm || !list.current || !window.matchMedia("(any-pointer: coarse)").matches) return;
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) setWarm(true);
    });
    watch.observe(list.current);
    return () => watch.disconnect();
  }, [warm, list]);
  return [warm, () => setWarm(true)];
}

const HELD = "z-10 rounded-control bg-paper shadow-lift outline-2 outline-offset-4 outline-line";

interface MovesProps {
  place: number;
  count: number;
  onMove: (to: number) => void;
}

function Moves({ place, count, onMove }: MovesProps) {
  const first = place === 0;
  const last = place === count - 1;
  return (
    <>
      <MenuItem disabled={first} onSelect={() => onMove(place - 1)}>
        Move up
      </MenuItem>
      <MenuItem disabled={last} onSelect={() => onMove(place + 1)}>
        Move down
      </MenuItem>
      <MenuItem disabled={first} onSelect={() => onMove(0)}>
        Move to the top
      </MenuItem>
      <MenuItem disabled={last} onSelect={() => onMove(count - 1)}>
        Move to the end
      </MenuItem>
    </>
  );
}
