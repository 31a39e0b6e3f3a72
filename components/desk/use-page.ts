"use client";

import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { type Part, type PartField, readPart } from "@/components/desk/part";

/** The page in the middle, and how to come to a part of it. */
export function usePage() {
  const pane = useRef<HTMLDivElement>(null);
  const goTo = useCallback((part: Part, focus?: PartField) => {
    const place = pane.current?.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (part === "front") pane.current?.scrollTo({ top: 0 });
    else place?.scrollIntoView({ block: "start" });
    if (focus) focusOn(place ?? pane.current, focus);
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

const FIELDS: Record<Exclude<PartField, "focus">, string> = {
  sources: "[data-field=sources] > form input, [data-field=sources] > button",
  body: "[data-field=body] [role=textbox]",
  // Until somebody has something to say, the box is a button.
  whyItMatters: "[data-field=box] [role=textbox], button[data-field=box]",
};

/** The field that is asked for, or the first of the part that one writes in; a list that is still empty has only its button. */
function focusOn(place: HTMLElement | null, goal: PartField, frame = 0): void {
  if (place?.getAttribute("aria-busy") === "true" && frame < PATIENCE) {
    const again = () => document.querySelector<HTMLElement>(`[data-part="${place.dataset.part}"]`);
    requestAnimationFrame(() => focusOn(again(), goal, frame + 1));
    return;
  }
  const named = goal === "focus" ? null : place?.querySelector<HTMLElement>(FIELDS[goal]);
  if (named) {
    named.focus();
    return;
  }
  const field = place?.querySelector<HTMLElement>("textarea, [role=textbox]");
  (field ?? place?.querySelector<HTMLElement>("button") ?? place)?.focus({ preventScroll: field !== null });
}
