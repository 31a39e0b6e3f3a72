"use client";

import { useSyncExternalStore } from "react";

const NAME = "plumbline.suggested-kinds";
const listeners = new Set<() => void>();

/** Whether suggested kinds are shown in this browser. */
export function areShown(): boolean {
  try {
    return window.localStorage.getItem(NAME) !== "off";
  } catch {
    // A browser may refuse its storage.
    return true;
  }
}

/** Shows or hides suggested kinds, in text and list, in this browser. */
export function setShown(shown: boolean): void {
  try {
    window.localStorage.setItem(NAME, shown ? "on" : "off");
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

/** Hears when they are shown or hidden, in another window too; answers how to stop. */
export function onShown(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export const useShown = (): boolean => useSyncExternalStore(onShown, areShown, () => true);
