"use client";

import { useEffect, useRef } from "react";
import { type Part, storyOf } from "@/components/desk/part";

/** The pane of the sheet, scrolled to the part that was opened: to its top for a story, to the place for the issue's own. */
export function useOpenedAt(part: Part) {
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = storyOf(part) ? null : pane.current?.querySelector(`[data-part="${part}"]`);
    if (place) place.scrollIntoView({ block: "start" });
    else pane.current?.scrollTo({ top: 0 });
  }, [part]);
  return pane;
}
