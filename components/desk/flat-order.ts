/** The ids with one of them at `to` (from 0, counted without itself; clamped). The same array where nothing changes. */
export function moveId(ids: string[], id: string, to: number): string[] {
  const from = ids.indexOf(id);
  if (from === -1) return ids;
  const rest = ids.filter((other) => other !== id);
  const place = Math.max(0, Math.min(Math.trunc(to), rest.length));
  return place === from ? ids : rest.toSpliced(place, 0, id);
}

/** Where letting `id` go in a gap puts it; gap 0 is above the first. Null where it would stay. */
export function placeInGap(ids: string[], id: string, gap: number): number | null {
  const from = ids.indexOf(id);
  if (from === -1 || gap === from || gap === from + 1) return null;
  return gap > from ? gap - 1 : gap;
}

/** The lines in the order of `ids`; those that it does not name stay behind them as they were. */
export function inOrder<T extends { id: string }>(lines: T[], ids: string[]): T[] {
  const named = ids.flatMap((id) => lines.find((line) => line.id === id) ?? []);
  return [...named, ...lines.filter((line) => !ids.includes(line.id))];
}

/** True when both hold the same ids, in whatever order. */
export function sameIds(a: string[], b: string[]): boolean {
  return a.length === b.length && a.toSorted().join() === b.toSorted().join();
}

/**
 * Of the ids as they stand, as many as can stay where they are while the others move between them: the longest run of them that
 * comes in the order wanted. Both hold the same ids, each once. Takes the square of their number, which is small.
 */
export function mayStay(standing: readonly string[], wanted: readonly string[]): Set<string> {
  const places = new Map(wanted.map((id, place) => [id, place]));
  const runs: { id: string; place: number; length: number; before: number }[] = [];
  let last = -1;
  for (const [index, id] of standing.entries()) {
    const place = places.get(id) ?? -1;
    const run = { id, place, length: 1, before: -1 };
    for (const [earlier, one] of runs.entries()) {
      if (one.place < place && one.length >= run.length)
        Object.assign(run, { length: one.length + 1, before: earlier });
    }
    runs.push(run);
    if (run.length > (runs[last]?.length ?? 0)) last = index;
  }
  const stay = new Set<string>();
  for (let run = runs[last]; run; run = runs[run.before]) stay.add(run.id);
  return stay;
}
