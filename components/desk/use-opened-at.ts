"use client";

import { useCallback, useEffect, useRef } from "react";
import { type Part, storyOf } from "@/components/desk/part";

/** The pane of the sheet, scrolled to the part that was opened: to its top for a story, to the place for the issue's own. */
export function useOpenedAt(part: Part) {
  const pane = useRef<HTMLDivElement>(null);
  const wanted = useRef<Part | null>(null);
  useEffect(() => {
    const place = storyOf(part) ? null : pane.current?.querySelector(`[data-part="${part}"]`);
    if (place) place.scrollIntoView({ block: "start" });
    else pane.current?.scrollTo({ top: 0 });
    if (wanted.current === part) focusOn(pane.current, part);
    wanted.current = null;
  }, [part]);
  /** Puts the focus into a part: at once where it is open, else as soon as it is. */
  const focusPart = useCallback(
    (next: Part) => {
      if (next === part) focusOn(pane.current, part);
      else wanted.current = next;
    },
    [part],
  );
  return { pane, focusPart };
}

/** How many frames an editor may take to be there. */
const PATIENCE = 20;

/** The first field of the part that one writes in; a list that is still empty has only its button. */
function focusOn(pane: HTMLElement | null, part: Part, frame = 0): void {
  const place = pane?.querySelector<HTMLElement>(`[data-part="${part}"]`) ?? pane;
  const field = place?.querySelector<HTMLElement>("textarea, .rich-text[contenteditable=true]");
  if (!field && frame < PATIENCE) requestAnimationFrame(() => focusOn(pane, part, frame + 1));
  else (field ?? place?.querySelector<HTMLElement>("button") ?? pane)?.focus();
}
