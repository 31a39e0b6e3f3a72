"use client";

import Link from "next/link";
import { useState } from "react";
import type { EntityActions } from "@/components/desk/entities/entity-actions";
import { speaksIn } from "@/components/desk/entities/entity-words";
import { MergeDialog } from "@/components/desk/entities/merge-dialog";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { EntityDetail, EntityLine } from "@/lib/entities/schema";

interface MergeWaysProps {
  entity: EntityDetail;
  mayEdit: boolean;
  actions: Pick<EntityActions, "countMergedStories" | "findEntities" | "mergeEntities" | "splitEntity">;
}

/** Those that may be the same, asked about and never merged by themselves; and the way to any other. */
export function MergeWays({ entity, mayEdit, actions }: MergeWaysProps) {
  const [open, setOpen] = useState(false);
  const [suggested, setSuggested] = useState<EntityLine | null>(null);
  const isReady = useHydrated();
  const begin = (other: EntityLine | null) => {
    setSuggested(other);
    setOpen(true);
  };
  return (
    <div className="rounded-card border border-hair bg-paper">
      {entity.likely.length > 0 ? (
        <ul aria-label="Likely the same">
          {entity.likely.map((other) => (
            <li
              key={other.id}
              className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-hair px-4 py-2 first:border-t-0"
            >
              <Link
                href={`/desk/entities/${other.id}`}
                prefetch={false}
                className="link min-w-0 leading-7 [overflow-wrap:anywhere]"
              >
                {other.name}
              </Link>
              <span className="text-sm text-quiet">{speaksIn(other)}</span>
              {mayEdit ? (
                <Button
                  size="sm"
                  className="ml-auto"
                  disabled={!isReady}
                  aria-label={`Merge with ${other.name}…`}
                  onClick={() => begin(other)}
                >
                  Merge…
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="px-4 py-2.5 text-sm text-quiet">No other name looks like one of its names.</p>
      )}
      {mayEdit ? (
        <div className="border-t border-hair px-4 py-3">
          <Button disabled={!isReady} onClick={() => begin(null)}>
            Merge with another…
          </Button>
          <MergeDialog {...{ entity, suggested, open, actions }} onOpenChange={setOpen} />
        </div>
      ) : null}
    </div>
  );
}
