"use client";

import type { ReactNode } from "react";
import { ChangeWalkButtons, useChangeWalk } from "@/components/desk/change-walk";

interface ComparedSnapshotsProps {
  /** How many changes are shown. */
  count: number;
  /** What is to be known of the comparison besides, and the way to its other view. */
  remark: ReactNode;
  /** The comparison, set by the server: it may be long. */
  children: ReactNode;
}

/** Two texts of a source to be read as one, from change to change by keyboard. */
export function ComparedSnapshots({ count, remark, children }: ComparedSnapshotsProps) {
  const { text, at, go } = useChangeWalk(count);
  const summary = count === 0 ? "No difference." : count === 1 ? "1 change" : `${count} changes`;
  return (
    <>
      <div className="sticky top-(--top-bar) z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hair bg-desk py-2 text-sm">
        <p role="status" className="text-quiet">
          {at === null ? summary : `Change ${at + 1} of ${count}`}
        </p>
        <div className="min-w-0 flex-1">{remark}</div>
        {count > 0 ? <ChangeWalkButtons go={go} /> : null}
      </div>
      <div ref={text} className="py-5">
        {children}
      </div>
    </>
  );
}
