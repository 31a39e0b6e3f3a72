import { diffIndices } from "node-diff3";

/** What became of one stretch of a sequence that two people changed from the same base. */
export interface Piece<T> {
  base: T[];
  mine: T[];
  theirs: T[];
  /** What both versions come to; null where both changed the same parts differently. */
  merged: T[] | null;
  /** Where the piece stands in theirs; never the same for two conflicts. */
  id: string;
}

export interface HowToMerge<T> {
  /** Two parts with the same key are the same. */
  key(part: T): string;
  /** Merges the insides of one part that both changed; null where that is a conflict. */
  deeper?: ((base: T, mine: T, theirs: T) => T | null) | undefined;
  /** Versions that were sent and never answered. They may have arrived: what theirs has from them is ours. */
  lost?: readonly T[][];
}

/** Half-open ranges: these parts of the base became those of one side. */
interface Hunk {
  from: number;
  to: number;
  start: number;
  end: number;
}

interface Group {
  from: number;
  to: number;
  mine: Hunk[];
  theirs: Hunk[];
}

/** Where one side differs from the base. As many parts as before are taken as each part changed by itself. */
function hunksOf(base: string[], side: string[]): Hunk[] {
  return diffIndices(base, side).flatMap(({ buffer1: [from, before], buffer2: [start, after] }) => {
    if (before !== after) return [{ from, to: from + before, start, end: start + after }];
    return Array.from({ length: before }, (_, step) => ({
      from: from + step,
      to: from + step + 1,
      start: start + step,
      end: start + step + 1,
    }));
  });
}

/** Hunks of both sides, joined where they touch the same parts, or put something in at the same place. */
function groupsOf(mine: Hunk[], theirs: Hunk[]): Group[] {
  const all = [
    ...mine.map((hunk) => ({ hunk, side: "mine" as const })),
    ...theirs.map((hunk) => ({ hunk, side: "theirs" as const })),
  ].sort((a, b) => a.hunk.from - b.hunk.from || a.hunk.to - b.hunk.to);
  const groups: Group[] = [];
  for (const { hunk, side } of all) {
    const last = groups.at(-1);
    const samePlace = last?.from === hunk.from && last.to === hunk.to;
    if (last && (hunk.from < last.to || samePlace)) {
      last[side].push(hunk);
      last.to = Math.max(last.to, hunk.to);
    } else {
      groups.push({ from: hunk.from, to: hunk.to, mine: [], theirs: [], [side]: [hunk] });
    }
  }
  return groups;
}

/** The parts of one side that stand where the group stands in the base; without hunks, the base's own. */
function rangeOf(group: Group, hunks: Hunk[]): { start: number; end: number } | null {
  const first = hunks[0];
  const last = hunks.at(-1);
  if (!first || !last) return null;
  return { start: first.start - (first.from - group.from), end: last.end + (group.to - last.to) };
}

/**
 * A three-way merge of sequences. Answers all of it in order, the unchanged stretches included; where only one side changed
 * a part, or both put new parts in at one place, or both did the same, the piece is merged; else it is a conflict.
 * Nothing that either side wrote is missing from `merged`, or from `mine` and `theirs` of a conflict.
 */
export function mergeSequences<T>(base: T[], mine: T[], theirs: T[], how: HowToMerge<T>): Piece<T>[] {
  const keys = (parts: T[]) => parts.map(how.key);
  const groups = groupsOf(hunksOf(keys(base), keys(mine)), hunksOf(keys(base), keys(theirs)));
  const isOurs = ownership(how);
  const pieces: Piece<T>[] = [];
  let done = 0;
  let theirsDone = 0;
  const copy = (to: number) => {
    // Alike by their keys: theirs carries what the server gave, such as the ids of rows.
    const same = theirs.slice(theirsDone, theirsDone + to - done);
    if (same.length > 0)
      pieces.push({ base: same, mine: same, theirs: same, merged: same, id: `=${theirsDone}` });
    theirsDone += same.length;
    done = to;
  };
  for (const group of groups) {
    copy(group.from);
    const before = base.slice(group.from, group.to);
    const [mineAt, theirsAt] = [rangeOf(group, group.mine), rangeOf(group, group.theirs)];
    const piece = {
      base: before,
      mine: mineAt ? mine.slice(mineAt.start, mineAt.end) : before,
      theirs: theirsAt ? theirs.slice(theirsAt.start, theirsAt.end) : before,
    };
    const id = `${theirsDone}:${piece.theirs.length}`;
    const merged = isOurs(piece) ? piece.mine : mergeOne(piece, how);
    pieces.push({ ...piece, merged, id });
    theirsDone += piece.theirs.length;
    done = group.to;
  }
  copy(base.length);
  return pieces;
}

type Versions<T> = Pick<Piece<T>, "base" | "mine" | "theirs">;

/** Whether theirs has in this place what a lost save of ours carried: then our later words stand over it. */
function ownership<T>({ key, lost = [] }: HowToMerge<T>) {
  const sent = lost.map((parts) => new Set(parts.map(key)));
  return ({ base, theirs }: Versions<T>) =>
    sent.some((keys) =>
      theirs.length > 0
        ? theirs.every((part) => keys.has(key(part))) && !base.some((part) => keys.has(key(part)))
        : base.every((part) => !keys.has(key(part))),
    );
}

function mergeOne<T>({ base, mine, theirs }: Versions<T>, how: HowToMerge<T>): T[] | null {
  const text = (parts: T[]) => JSON.stringify(parts.map(how.key));
  if (text(mine) === text(base) || text(mine) === text(theirs)) return theirs;
  if (text(theirs) === text(base)) return mine;
  if (base.length === 0) {
    const there = new Set(theirs.map(how.key));
    return [...theirs, ...mine.filter((part) => !there.has(how.key(part)))];
  }
  const [[b, ...bs], [m, ...ms], [t, ...ts]] = [base, mine, theirs];
  const single = bs.length + ms.length + ts.length === 0;
  if (!single || b === undefined || m === undefined || t === undefined) return null;
  const whole = how.deeper?.(b, m, t) ?? null;
  return whole === null ? null : [whole];
}
