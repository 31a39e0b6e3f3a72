"use client";

import { momentOf } from "@/components/desk/revision-words";
import { nameOfTrashed, whereabouts } from "@/components/desk/trash-words";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Trashed } from "@/lib/trash/schema";

interface TrashRowProps {
  thing: Trashed;
  isBusy: boolean;
  onRestore(): void;
  onErase(): void;
}

/** One removed story or issue: what it is, who removed it when, and where it goes back to. */
export function TrashRow({ thing, isBusy, onRestore, onErase }: TrashRowProps) {
  const { kind, title, author, by, at, beginning, canRestore, erasable } = thing;
  const zone = useHydrated() ? null : "UTC";
  const name = nameOfTrashed(thing);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 border-t border-hair px-4 py-3 first:border-t-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-serif text-lg font-medium [overflow-wrap:anywhere]">{title}</span>
          {kind === "issue" ? (
            <span className="rounded-control border border-hair px-1.5 text-xs text-quiet">Issue</span>
          ) : null}
        </p>
        {beginning ? <p className="line-clamp-2 font-serif text-quiet">{beginning}</p> : null}
        <p className="mt-1 text-sm text-quiet">
          {author ? (
            <>
              <bdi>{author}</bdi> ·{" "}
            </>
          ) : null}
          Removed{" "}
          {by ? (
            <>
              by <bdi>{by}</bdi>,{" "}
            </>
          ) : null}
          <time dateTime={at}>{momentOf(at, zone)}</time>
        </p>
        <p className="text-sm text-quiet">{whereabouts(thing)}</p>
        {erasable === "published" ? (
          <p className="text-sm text-quiet">Was published: its record stays and cannot be erased.</p>
        ) : null}
      </div>
      <div className="flex gap-2">
        {erasable === "yes" ? (
          <Button variant="danger" onClick={onErase} aria-label={`Erase ${name} for good…`}>
            Erase…
          </Button>
        ) : null}
        {canRestore ? (
          <Button pending={isBusy} onClick={onRestore} aria-label={`Restore ${name}`}>
            Restore
          </Button>
        ) : (
          <p className="text-sm text-quiet">An editor can restore it</p>
        )}
      </div>
    </li>
  );
}
