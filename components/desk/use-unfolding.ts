"use client";

import { startTransition, useEffect, useState } from "react";
import { whenIdle } from "@/components/desk/when-idle";

/** Stories that are there at once, and how many more with each quiet moment. */
const FIRST = 4;
const STEP = 4;

/**
 * Which stories of a long page are there in full: those around `start` at once, the others a few at a time as soon as the
 * browser has nothing better to do. Nobody waits for the sixtieth story to begin with the first.
 */
export function useUnfolding(ids: readonly string[], start: string | null): (id: string) => boolean {
  const [first] = useState(() => nearest(ids, start).slice(0, FIRST));
  const [count, setCount] = useState(FIRST);
  const done = count >= ids.length;
  useEffect(() => {
    if (done) return;
    return whenIdle(() => startTransition(() => setCount(count + STEP)));
  }, [count, done]);
  if (done) return () => true;
  const there = new Set([...first, ...nearest(ids, start).slice(0, count)]);
  return (id) => there.has(id);
}

/** The ids by their distance from `start`, or in order without it. */
function nearest(ids: readonly string[], start: string | null): string[] {
  const at = start === null ? -1 : ids.indexOf(start);
  if (at === -1) return [...ids];
  return ids
    .map((id, index) => ({ id, distance: Math.abs(index - at) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ id }) => id);
}
