"use client";

import { useSyncExternalStore } from "react";

// The text that had the focus last. One at a time, so that of 120 texts on a page only one draws its tools.
let active: string | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Called when a text takes the focus. */
export function setActiveEditor(id: string): void {
  if (active === id) return;
  active = id;
  for (const listener of listeners) listener();
}

/** Whether this text had the focus last; only the two texts it changes for are rendered again. */
export function useIsActiveEditor(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => active === id,
    () => false,
  );
}
