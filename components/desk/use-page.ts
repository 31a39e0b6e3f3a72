"use client";

import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { type Part, readPart } from "@/components/desk/part";

/** The page in the middle, and how to come to a part of it. */
export function usePage() {
  const pane = useRef<HTMLDivElement>(null);
  const goTo = useCallback((part: Part, focus?: "focus") => {
    const place = pane.current?.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (part === "front") pane.current?.scrollTo({ top: 0 });
    else place?.scrollIntoView({ block: "start" });
    if (focus) focusOn(place ?? pane.current);
  }, []);
  useLayoutEffect(() => {
    const part = partOfAddress();
    if (part && part !== "front") goTo(part);
  }, [goTo]);
  useEffect(() => {
    const back = () => goTo(partOfAddress() ?? "front");
    window.addEventListener("popstate", back);
    return () => window.removeEventListener("popstate", back);
  }, [goTo]);
  return { pane, goTo };
}

function partOfAddress(): Part | null {
  return readPart(new URLSearchParams(window.location.search).get("part"));
}

/** The part of the page that an element belongs to; null outside of all. */
export function partAround(element: EventTarget): Part | null {
  const place = element instanceof Element ? element.closest<HTMLElement>("[data-part]") : null;
  return readPart(place?.dataset.part);
}

/** How many frames a story may take to unfold. */
const PATIENCE = 240;

/** The first field of the part that one writes in; a list that is still empty has only its button. */
function focusOn(place: HTMLElement | null, frame = 0): void {
  if (place?.getAttribute("aria-busy") === "true" && frame < PATIENCE) {
    const again = () => document.querySelector<HTMLElement>(`[data-part="${place.dataset.part}"]`);
    requestAnimationFrame(() => focusOn(again(), frame + 1));
    return;
  }
  const field = place?.querySelector<HTMLElement>("textarea, [role=textbox]");
  (field ?? place?.querySelector<HTMLElement>("button") ?? place)?.focus({ preventScroll: field !== null });
}
