import type { Change } from "@/lib/live/announce";

// What the stream of this page says, for whatever on it wants to know: an issue has one stream, however many panels listen.
const listeners = new Set<(change: Change) => void>();

/** Hears every change that the page's stream tells of; answers how to stop. */
export function onLive(listener: (change: Change) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellLive(change: Change): void {
  for (const listener of [...listeners]) listener(change);
}
