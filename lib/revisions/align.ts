import { type ChangeObject, diffArrays } from "diff";

/** Two things that are one and the same over time; null on the side where it was not yet, or is no more. */
export type Pair<T> = readonly [T | null, T | null];

interface Measure<T> {
  /** The same for things between which nothing differs. */
  keyOf(item: T): string;
  /** From 0, nothing in common, to 1. */
  likeness(before: T, after: T): number;
  /** Two things less alike than this are not the same one. */
  least: number;
}

/** Beyond this many things taken and put, looking for what stayed takes longer than it is worth: then nothing did. */
const LONGEST_EDIT = 1_000;

/** Above this many candidates the likenesses are not all measured: a pair is then what is alike at the same place. */
const MOST_CANDIDATES = 20_000;

/** Pairs what is left between two anchors so that the likenesses add up to the most, in order. */
function pairInOrder<T>(before: T[], after: T[], { likeness, least }: Measure<T>): Pair<T>[] {
  const like = before.map((was) => after.map((is) => likeness(was, is)));
  const best = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const gain = (i: number, j: number) => {
    const value = like[i]?.[j] ?? 0;
    return value >= least ? value + 1e-6 + at(i + 1, j + 1) : -1;
  };
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = best[i];
    for (let j = after.length - 1; row && j >= 0; j -= 1) {
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), gain(i, j));
    }
  }
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [was, is] = [before[i], after[j]];
    if (was !== undefined && is !== undefined && gain(i, j) >= Math.max(at(i + 1, j), at(i, j + 1))) {
      pairs.push([was, is]);
      i += 1;
      j += 1;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pairs.push([was, null]);
      i += 1;
    } else if (is !== undefined) {
      pairs.push([null, is]);
      j += 1;
    }
  }
  return pairs;
}

function pairByPlace<T>(before: T[], after: T[]): Pair<T>[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index) => [before[index] ?? null, after[index] ?? null]);
}

type Step = Pick<ChangeObject<string[]>, "added" | "removed" | "count">;

function changesBetween(before: string[], after: string[]): Step[] {
  const gone = { removed: true, added: false, count: before.length };
  const come = { removed: false, added: true, count: after.length };
  return diffArrays(before, after, { maxEditLength: LONGEST_EDIT }) ?? [gone, come];
}

/** Takes a pair apart that is not alike enough to be one thing. */
function parted<T>({ likeness, least }: Measure<T>) {
  return ([was, is]: Pair<T>): Pair<T>[] =>
    was === null || is === null || likeness(was, is) >= least
      ? [[was, is]]
      : [
          [was, null],
          [null, is],
        ];
}

/**
 * Joins two sequences: what is the same stays, and between those anchors the likest become pairs. Both sides keep
 * their order, and everything of both is in the answer exactly once.
 */
export function align<T>(before: T[], after: T[], measure: Measure<T>): Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let [gone, come]: [T[], T[]] = [[], []];
  const settle = () => {
    const isMany = gone.length * come.length > MOST_CANDIDATES;
    const found = isMany
      ? pairByPlace(gone, come).flatMap(parted(measure))
      : pairInOrder(gone, come, measure);
    for (const pair of found) pairs.push(pair);
    [gone, come] = [[], []];
  };
  let [old, now] = [0, 0];
  for (const { added, removed, count } of changesBetween(
    before.map(measure.keyOf),
    after.map(measure.keyOf),
  )) {
    const was = added ? [] : before.slice(old, old + count);
    const is = removed ? [] : after.slice(now, now + count);
    old += was.length;
    now += is.length;
    if (removed) gone = gone.concat(was);
    else if (added) come = come.concat(is);
    else {
      settle();
      for (const pair of pairByPlace(was, is)) pairs.push(pair);
    }
  }
  settle();
  return pairs;
}
