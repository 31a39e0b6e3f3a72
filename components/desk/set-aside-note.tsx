"use client";

import { useState } from "react";
import type { FieldView } from "@/components/desk/field-view";
import { Button } from "@/components/ui/button";

interface SetAsideNoteProps<T> {
  view: FieldView<T> | undefined;
  value: T;
  /** ISO moment. */
  at: string;
  /** Left by a window that is closed. */
  from: "window" | undefined;
  onDiscard(): void;
}

/** What the writer gave up in a conflict. A field that there is no longer has nothing to be shown by. */
export function SetAsideNote<T>({ view, value, at, from, onDiscard }: SetAsideNoteProps<T>) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    view &&
    navigator.clipboard.writeText(view.text(value)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  if (!view) return null;
  return (
    <details className="mb-4 rounded-card border border-hair bg-desk px-4 py-2.5 font-sans text-base">
      <summary className="truncate text-sm font-medium">
        Your version of “{view.label}”, set aside
        <span className="font-normal text-quiet"> · {view.text(value).slice(0, 80)}</span>
      </summary>
      <div className="mt-2 max-h-64 overflow-auto rounded-control border border-hair bg-paper p-3 font-serif text-lg">
        {view.show(value)}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button size="sm" onClick={copy}>
          {copied ? "Copied" : "Copy"}
        </Button>
        <Button size="sm" variant="quiet" onClick={onDiscard}>
          Discard
        </Button>
        <span className="text-xs text-quiet">
          {from
            ? `Typed on ${moment(at)} in a window that you closed, where this one has other words`
            : `Set aside on ${moment(at)}`}
          ; kept in this browser until you discard it.
        </span>
      </div>
    </details>
  );
}

/** An ISO moment as this screen says it. */
export const moment = (at: string) =>
  new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
