"use client";

import { GripVertical } from "lucide-react";
import type { SortableKeys } from "@/components/desk/use-sortable";

interface SortableHandleProps {
  name: string;
  grabbed: boolean;
  keys: SortableKeys;
}

/** What a row is dragged by. A finger on it drags at once; everywhere else a finger scrolls. */
export function SortableHandle({ name, grabbed, keys }: SortableHandleProps) {
  return (
    <button
      type="button"
      data-sortable-handle
      aria-label={`Reorder: ${name}`}
      aria-pressed={grabbed}
      title="Drag, or Space and the arrows"
      onKeyDown={keys.onHandle}
      onBlur={keys.onLeave}
      className={`grid size-6 touch-none cursor-grab place-items-center rounded-control hover:bg-wash hover:text-ink pointer-coarse:size-8 ${grabbed ? "text-line" : "text-quiet"}`}
    >
      <GripVertical aria-hidden size={13} />
    </button>
  );
}
