"use client";

import { CircleCheck, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { type Phase, YOU } from "@/components/desk/autosave-state";

/** Marks the panel in which two versions are decided. */
export const CONFLICT = "data-two-versions";

interface SaveStateProps {
  phase: Phase;
  /** Who else changed the document, where it is known and their change was taken over or is at issue. */
  changedBy?: string | null;
  /** One of the states on a page is read out as it changes; the other is only seen. */
  announces?: boolean;
}

/** Whether what is typed is safe, always in sight, in a word and a shape. */
export function SaveState({ phase, changedBy = null, announces = true }: SaveStateProps) {
  const { words, Icon, tone } = sayings(phase, changedBy);
  const icon = (
    <Icon aria-hidden size={14} className={phase === "saving" ? "motion-safe:animate-spin" : ""} />
  );
  return (
    <span
      role={announces ? "status" : undefined}
      className={`inline-flex items-center gap-1.5 text-sm whitespace-nowrap ${tone}`}
    >
      {phase === "conflict" ? (
        <button
          type="button"
          className="inline-flex min-h-6 items-center gap-1.5 underline underline-offset-2"
          onClick={(event) => goToConflict(event.currentTarget)}
        >
          {icon}
          {words}
          <span className="sr-only">. Go to both versions</span>
        </button>
      ) : (
        <>
          {icon}
          {words}
        </>
      )}
    </span>
  );
}

/** The two versions stand above the text at issue, which may be far from where one writes: those of the same part, else the first. */
function goToConflict(from: HTMLElement) {
  const part = from.closest("[data-part], [data-section]") ?? document;
  const versions = part.querySelector<HTMLElement>(`[${CONFLICT}]`);
  versions?.scrollIntoView({ block: "center" });
  versions?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
}

/** Who changed it: a colleague, or the same person elsewhere. */
export function Changer({ by }: { by: string }) {
  return by === YOU ? "you, in another window" : <bdi>{by}</bdi>;
}

function sayings(phase: Phase, changedBy: string | null) {
  const quiet = "text-quiet";
  const loud = "text-line font-medium";
  switch (phase) {
    case "saved":
      return {
        words: changedBy ? (
          <>
            Saved. Changed by <Changer by={changedBy} />
          </>
        ) : (
          "Saved"
        ),
        Icon: CircleCheck,
        tone: quiet,
      };
    case "unsaved":
    case "saving":
      return { words: "Saving…", Icon: LoaderCircle, tone: quiet };
    case "offline":
      return { words: "Offline, kept here", Icon: CloudOff, tone: loud };
    case "conflict":
      return {
        words: changedBy ? (
          <>
            Changed by <Changer by={changedBy} />
          </>
        ) : (
          "Two versions"
        ),
        Icon: TriangleAlert,
        tone: loud,
      };
    case "signed-out":
      return { words: "Signed out, kept here", Icon: TriangleAlert, tone: loud };
    case "failed":
      return { words: "Not saved, kept here", Icon: TriangleAlert, tone: loud };
  }
}
