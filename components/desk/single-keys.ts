"use client";

import { useSyncExternalStore } from "react";

const NAME = "plumbline.single-keys";
const listeners = new Set<() => void>();

function isOn(): boolean {
  try {
    return window.localStorage.getItem(NAME) !== "off";
  } catch {
    // A browser may refuse its storage; then the keys stay as they are by default.
    return true;
  }
}

/** Turns shortcuts of one key on or off, in this browser (WCAG 2.1.4). */
export function setSingleKeys(on: boolean): void {
  try {
    window.localStorage.setItem(NAME, on ? "on" : "off");
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
};

/** Whether shortcuts of one key act in this browser. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, isOn, () => true);
}

/** Whether this is a Mac or another device with ⌘; false in the server's HTML. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  );
}
