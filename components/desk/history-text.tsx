"use client";

import { useState } from "react";
import { ChangeWalkButtons, useChangeWalk } from "@/components/desk/change-walk";
import { foldPassages } from "@/components/desk/compared-folds";
import { ComparedText } from "@/components/desk/compared-text";
import type { ComparedPassage } from "@/lib/revisions/compare";

interface HistoryTextProps {
  passages: ComparedPassage[];
  /** The first version: there is nothing to compare it with. */
  isFirst: boolean;
}

/** A comparison to read: only what changed or the whole text, from change to change by keyboard. */
export function HistoryText({ passages, isFirst }: HistoryTextProps) {
  const count = passages.flatMap(({ blocks }) => blocks).filter(({ change }) => change !== "same").length;
  const [view, setView] = useState<"changes" | "whole">(count === 0 ? "whole" : "changes");
  const { text, at, go } = useChangeWalk(count);
  return (
    <>
      <div className="sticky top-(--top-bar) z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hair bg-desk px-4 py-2 text-sm sm:px-6 md:top-0">
        <p role="status" className="min-w-0 flex-1 text-quiet">
          {summary(count, at, isFirst)}
        </p>
        {count > 0 ? (
          <>
            <ChangeWalkButtons go={go} />
            <Views view={view} onView={setView} />
          </>
        ) : null}
      </div>
      <div ref={text} className="px-3 py-5 sm:px-6 sm:py-6">
        <ComparedText passages={foldPassages(passages, view)} />
      </div>
    </>
  );
}

function summary(count: number, at: number | null, isFirst: boolean): string {
  if (isFirst) return "The first version: nothing stood before it.";
  if (count === 0) return "No difference: both versions read the same.";
  if (at !== null) return `Change ${at + 1} of ${count}`;
  return count === 1 ? "1 change" : `${count} changes`;
}

const VIEWS = [
  { view: "changes", label: "Only changes" },
  { view: "whole", label: "Whole text" },
] as const;

interface ViewsProps {
  view: "changes" | "whole";
  onView(view: "changes" | "whole"): void;
}

function Views({ view, onView }: ViewsProps) {
  return (
    <div className="flex gap-0.5 rounded-control bg-wash p-0.5">
      {VIEWS.map(({ view: each, label }) => (
        <button
          key={each}
          type="button"
          aria-pressed={view === each}
          onClick={() => onView(each)}
          className="min-h-7 rounded-[5px] px-2.5 text-xs aria-pressed:bg-paper aria-pressed:font-semibold aria-pressed:shadow-[0_0_0_1px_var(--color-hair)]"
        >
          {label}
        </button>
      ))}
    </div>
  );
}
