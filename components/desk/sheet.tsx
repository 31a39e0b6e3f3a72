"use client";

import type { ReactNode } from "react";
import type { Phase } from "@/components/desk/autosave-state";
import { SaveState } from "@/components/desk/save-state";

interface SheetProps {
  /** Hung in the margin; null for what has no number. */
  number?: number | null;
  /** What this sheet is and whose. */
  about: ReactNode;
  /** null where nothing can be written. */
  phase: Phase | null;
  changedBy?: string | null;
  children: ReactNode;
}

/**
 * The sheet of paper in the middle of the desk: what is on it is set as readers will see it. `--sheet-top` says
 * how far below the top of what scrolls its bar sticks: a pane with a padding takes that away again, or words would pass
 * above the bar.
 */
export function Sheet({ number = null, about, phase, changedBy, children }: SheetProps) {
  return (
    <article className="relative mx-auto max-w-[44rem] rounded-card border border-hair bg-paper">
      <div className="sticky top-(--sheet-top,0px) z-20 flex h-10 items-center justify-between gap-4 rounded-t-card border-b border-hair bg-paper px-5 text-sm text-quiet sm:px-6">
        <span className="min-w-0 truncate">{about}</span>
        {phase ? <SaveState phase={phase} changedBy={changedBy ?? null} /> : null}
      </div>
      <div className="relative px-5 pt-6 pb-10 sm:pt-8 sm:pr-12 sm:pb-12 sm:pl-17">
        {number === null ? null : (
          <span
            aria-hidden
            className="font-serif text-[1.6rem] leading-[1.16] text-line sm:absolute sm:top-8.5 sm:left-7.5"
          >
            {number}
          </span>
        )}
        {children}
      </div>
    </article>
  );
}
