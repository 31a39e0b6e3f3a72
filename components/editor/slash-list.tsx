"use client";

import { useEffect, useRef } from "react";
import type { SlashItem } from "@/components/editor/slash-items";

export interface SlashListProps {
  /** Of the listbox; its options are `${id}-${name}`. */
  id: string;
  items: SlashItem[];
  active: number;
  onPoint(index: number): void;
  onPick(item: SlashItem): void;
}

/** The blocks that can be put in here. The focus stays in the text, which names the active option. */
export function SlashList({ id, items, active, onPoint, onPick }: SlashListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div className="w-60 overflow-hidden rounded-card border border-hair bg-paper font-sans text-sm shadow-lift">
      <p role="status" className={items.length > 0 ? "sr-only" : "px-3 py-2.5 text-quiet"}>
        {items.length > 0 ? said(items.length) : "No block by that name. Escape closes this."}
      </p>
      <div
        ref={list}
        role="listbox"
        id={id}
        aria-label="Blocks"
        className="max-h-80 overflow-y-auto p-1 empty:hidden"
      >
        {items.map((item, index) => (
          <div
            key={item.name}
            id={`${id}-${item.name}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => index !== active && onPoint(index)}
            onClick={() => onPick(item)}
            onKeyDown={undefined}
            className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-control px-2 py-1 aria-selected:bg-wash"
          >
            <item.Icon size={16} aria-hidden className="shrink-0 text-quiet" />
            <span className="grow">{item.label}</span>
            {item.typed ? (
              <span aria-hidden className="font-mono text-xs text-quiet">
                {item.typed}
              </span>
            ) : null}
          </div>
        ))}
      </div>
    </div>
  );
}

function said(count: number): string {
  return count === 1 ? "One block. Enter puts it in." : `${count} blocks. Arrows choose, Enter puts one in.`;
}
