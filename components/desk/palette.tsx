"use client";

import { Dialog } from "radix-ui";
import { useRef } from "react";
import { PaletteBody } from "@/components/desk/palette-body";
import type { SearchHit } from "@/lib/search/schema";

interface PaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onGo: (hit: SearchHit) => void;
  onSearch: (query: string) => void;
}

/** Goes anywhere and does anything, by typing. What was chosen happens once the palette is closed and the focus is back where it was. */
export function Palette({ open, onOpenChange, onGo, onSearch }: PaletteProps) {
  const before = useRef<HTMLElement | null>(null);
  const chosen = useRef<(() => void) | null>(null);
  const choose = (act: () => void) => {
    chosen.current = act;
    onOpenChange(false);
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 bg-[rgb(0_0_0/0.45)]" />
        <Dialog.Content
          aria-describedby={undefined}
          onOpenAutoFocus={() => {
            before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
            chosen.current = null;
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            before.current?.focus({ preventScroll: true });
            chosen.current?.();
          }}
          className="fixed inset-x-2 top-2 z-50 flex max-h-[calc(100dvh-1rem)] flex-col overflow-clip rounded-card border border-hair bg-paper shadow-float sm:inset-x-auto sm:top-[12vh] sm:left-1/2 sm:max-h-[70vh] sm:w-[min(38rem,calc(100vw-2rem))] sm:-translate-x-1/2"
        >
          <Dialog.Title className="sr-only">Search or jump</Dialog.Title>
          <PaletteBody
            onGo={(hit) => choose(() => onGo(hit))}
            onRun={choose}
            onSearch={(query) => choose(() => onSearch(query))}
          />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
