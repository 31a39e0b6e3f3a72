"use client";

import type { DragDropProvider } from "@dnd-kit/react";
import { type ComponentProps, useRef, useState } from "react";
import type { BoardControls } from "@/components/desk/use-board";
import { useDraggingHand } from "@/components/desk/use-dragging-hand";
import type { WorkflowState } from "@/lib/issues/schema";
import { STATES } from "@/lib/workflow/schema";

type Handlers = Pick<ComponentProps<typeof DragDropProvider>, "onDragStart" | "onDragMove" | "onDragEnd">;

/** What hangs on the pointer, the column it would land in, and the handlers for the drag-and-drop provider. */
export function useBoardDrag(controls: BoardControls) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<WorkflowState | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  useDraggingHand(dragged !== null);
  const look = (event: Event | undefined): WorkflowState | null => {
    if (event instanceof PointerEvent) pointer.current = { x: event.clientX, y: event.clientY };
    return columnAt(controls.container.current, pointer.current);
  };
  const handlers: Handlers = {
    onDragStart: ({ operation }) => setDragged(String(operation.source?.id ?? "")),
    onDragMove: ({ nativeEvent }) => setOver(look(nativeEvent)),
    onDragEnd: ({ operation, nativeEvent }) => {
      setDragged(null);
      setOver(null);
      // Only letting go lands: Escape and a pointer taken away by the system do not.
      if (nativeEvent?.type !== "pointerup") return;
      const to = look(nativeEvent);
      if (to && operation.source) void controls.moveTo(String(operation.source.id), to);
    },
  };
  return { dragged, over, handlers };
}

/** The column under the point, read from the page as it is at this moment. */
function columnAt(board: HTMLElement | null, { x, y }: { x: number; y: number }): WorkflowState | null {
  for (const column of board?.querySelectorAll<HTMLElement>("[data-column]") ?? []) {
    const { left, right, top, bottom } = column.getBoundingClientRect();
    const isOver = x >= left && x <= right && y >= top && y <= bottom;
    if (isOver) return STATES.find((state) => state === column.dataset.column) ?? null;
  }
  return null;
}
