import { asideOf } from "@/components/desk/autosave-aside";
import { type Judge, looselySame, reconsidered, reopened } from "@/components/desk/autosave-conflict";
import {
  type AutosaveState,
  type Kept,
  keys,
  MOST_LOST,
  phaseOf,
  settled,
  valuesOf,
} from "@/components/desk/autosave-state";
import type { SetAside } from "@/components/desk/set-aside";
import type { FieldMerge } from "@/lib/merge/fields";

/**
 * Puts what a closed window left of the document back. Where nothing else is typed here, as on a newer version; else it is
 * put together with what is typed.
 */
export function takenUp<V extends object>(
  state: AutosaveState<V>,
  left: Kept<V>,
  judge: Judge<V> = {},
): AutosaveState<V> {
  return phaseOf(state) === "saved" ? reopened(state, left, judge) : joined(state, left, judge);
}

/** Parts that only one of the two changed merge; where both changed the same, what stands here stays and the rest is set aside. */
function joined<V extends object>(
  state: AutosaveState<V>,
  left: Kept<V>,
  { same = looselySame, merges = {} }: Judge<V>,
): AutosaveState<V> {
  const here = valuesOf(state);
  const pending = { ...state.pending };
  const setAside = [...state.setAside];
  const at = new Date(left.at);
  for (const field of keys(left.patch)) {
    const mine = left.patch[field] as V[typeof field];
    const isKnown = (value: unknown) => same(field, value, here[field]);
    if (isKnown(mine)) continue;
    const lost = left.lost.flatMap((sent) => (field in sent ? [sent[field] as V[typeof field]] : []));
    if ([left.base[field], ...lost].some(isKnown)) {
      pending[field] = mine;
      continue;
    }
    const merge = merges[field];
    const base = left.base[field] as V[typeof field];
    const one = merge ? withoutConflicts(merge, { base, mine, here: here[field], lost }) : null;
    if (one) pending[field] = one.value;
    const asides = one?.left ?? [{ id: "", value: mine }];
    const items = asides.map(({ id, value }) => fromWindow(asideOf<V>(field, id, value, at)));
    // What could not be kept stays where it was left, and is taken up again.
    setAside.push(...items.filter((item) => setAside.every(({ id }) => id !== item.id)));
  }
  const lost = [...state.lost, ...left.lost].slice(-MOST_LOST);
  return reconsidered(settled({ ...state, pending, lost, setAside }), merges);
}

const fromWindow = <V extends object>(item: SetAside<V>): SetAside<V> => ({ ...item, from: "window" });

interface Versions<T> {
  base: T;
  mine: T;
  here: T;
  lost: T[];
}

/** Both put together, with what stands here in the places of conflicts; and what was left of those places. */
function withoutConflicts<T>(merge: FieldMerge<T>, { base, mine, here, lost }: Versions<T>) {
  // All places at once: decided one after the other, parts that are alike could find each other anew and a place be missed.
  const { yielding, conflicts } = merge.merge(base, mine, here, lost);
  return { value: yielding, left: conflicts.map((one) => ({ id: one.id, value: one.mine })) };
}
