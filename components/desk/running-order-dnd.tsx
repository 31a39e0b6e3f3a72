"use client";

import { Accessibility, type Draggable, type Droppable } from "@dnd-kit/dom";
import { type DragDropProvider, PointerSensor } from "@dnd-kit/react";
import { type ComponentProps, useState } from "react";
import { type Drop, type DropTarget, dropSection, dropStory } from "@/components/desk/running-order-drop";
import type { Item, RunningOrderControls } from "@/components/desk/use-running-order";

type ProviderProps = ComponentProps<typeof DragDropProvider>;
type DragMove = Parameters<NonNullable<ProviderProps["onDragMove"]>>[0];

/** Mouse, touch and pen only: the keyboard has its own ways (running-order-keys.ts), which need no dragging. */
export const dndSensors: ProviderProps["sensors"] = [
  PointerSensor.configure({
    preventActivation: (event) =>
      event.target instanceof Element && event.target.closest("[data-no-drag]") !== null,
  }),
];

/** Rows and headings name and announce themselves; the library's own words would speak over ours. */
export const dndPlugins: ProviderProps["plugins"] = (defaults) =>
  defaults.filter((plugin) => plugin !== Accessibility);

/** What is in the air, where it would land, and the handlers that the drag-and-drop provider calls. */
export function useDrag(controls: RunningOrderControls) {
  const [item, setItem] = useState<Item | null>(null);
  const [drop, setDrop] = useState<Drop | null>(null);
  const follow = (event: DragMove) => setDrop(dropOf(event.operation, controls));
  const handlers: Pick<ProviderProps, "onDragStart" | "onDragMove" | "onDragOver" | "onDragEnd"> = {
    onDragStart: ({ operation }) => setItem(itemOf(operation.source)),
    onDragMove: follow,
    onDragOver: ({ operation }) => setDrop(dropOf(operation, controls)),
    onDragEnd: ({ operation, canceled }) => {
      const last = dropOf(operation, controls);
      setItem(null);
      setDrop(null);
      if (last && !canceled) controls.make(last.move);
    },
  };
  return { item, line: drop?.line ?? null, handlers };
}

interface Operation {
  source: Draggable | null;
  target: Droppable | null;
  position: { current: { y: number } };
}

function itemOf(source: Draggable | null): Item | null {
  const [kind, id] = String(source?.id ?? "").split(":");
  return id && (kind === "story" || kind === "section") ? { kind, id } : null;
}

/** What letting go now would do. Exactly in the middle of a row counts as the side away from where the item comes from. */
function dropOf({ source, target, position }: Operation, { order }: RunningOrderControls): Drop | null {
  const item = itemOf(source);
  if (!item || !target?.shape) return null;
  const over = target.data as DropTarget;
  const distance = position.current.y - target.shape.center.y;
  const below = Math.abs(distance) < 1 ? comesFromAbove(source, target) : distance > 0;
  return item.kind === "story"
    ? dropStory(order, item.id, over, below)
    : dropSection(order, item.id, over.id, below);
}

function comesFromAbove(source: Draggable | null, target: Droppable): boolean {
  const [from, to] = [source?.element, target.element];
  return Boolean(from && to && from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING);
}
