"use client";

import { useSyncExternalStore } from "react";

// The text in use. One at a time, so that of 120 texts on a page only one draws its tools.
let active: string | null = null;
const listeners = new Set<() => void>();

/** The text itself, its tools, and what they open. */
const BELONGS = "[data-editor], [data-tool-dock], [role='menu'], [role='dialog'], [role='listbox']";

/** Whether what took the focus is a text, its tools, or what they open. */
export function isAroundText(target: EventTarget | null): boolean {
  return !(target instanceof Element) || target.closest(BELONGS) !== null;
}

function leave({ target }: FocusEvent): void {
  if (!isAroundText(target)) setActiveEditor(null);
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) document.addEventListener("focusin", leave);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener("focusin", leave);
  };
}

/** Called when a text takes the focus; it is in use until the focus goes to something that is not its own. */
export function setActiveEditor(id: string | null): void {
  if (active === id) return;
  active = id;
  for (const listener of listeners) listener();
}

/** Whether this text is in use; only the two texts it changes for are rendered again. */
export function useIsActiveEditor(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => active === id,
    () => false,
  );
}
