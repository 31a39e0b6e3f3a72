"use client";

import type { ReactNode } from "react";
import type { Phase } from "@/components/desk/autosave-state";
import { SaveState } from "@/components/desk/save-state";

interface MetaLineProps {
  /** What stands here and whose. */
  about: ReactNode;
  /** null where nothing can be written. */
  phase: Phase | null;
  changedBy?: string | null;
  children?: ReactNode;
}

/**
 * The quiet line over a part of the page: what it is, whose, and whether it is safe. The state is only seen while the part
 * is worked on or not yet saved; its room is always kept, so nothing shifts.
 */
export function MetaLine({ about, phase, changedBy, children }: MetaLineProps) {
  const calm = phase === "saved" && !changedBy;
  return (
    <div className="mb-1 flex min-h-6 items-center justify-between gap-4 font-sans text-sm text-quiet">
      <span className="flex min-w-0 items-center gap-2">
        <span className="min-w-0 truncate">{about}</span>
        {children}
      </span>
      {phase ? (
        <span className={calm ? "invisible group-focus-within/part:visible" : ""}>
          <SaveState phase={phase} changedBy={changedBy ?? null} />
        </span>
      ) : null}
    </div>
  );
}
