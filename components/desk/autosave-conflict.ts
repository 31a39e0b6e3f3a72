import {
  type AutosaveState,
  type Kept,
  keys,
  type Newer,
  pick,
  settled,
  takenBack,
  valuesOf,
} from "@/components/desk/autosave-state";
import type { SetAside } from "@/components/desk/set-aside";
import { equal } from "@/lib/equal";

export type Same<V> = (field: keyof V, a: unknown, b: unknown) => boolean;

/** Equality as far as a colleague is concerned: the server trims lines, so white space at their ends is nobody's change. */
export function looselySame(_field: PropertyKey, a: unknown, b: unknown): boolean {
  return typeof a === "string" && typeof b === "string" ? a.trim() === b.trim() : equal(a, b);
}

/**
 * Puts what is pending on top of a newer version. A field is at issue only when someone else changed it: when the newer
 * value is neither what we started from, nor ours, nor what a lost save of ours carried. Without such a field the newer
 * version is simply taken over and saving goes on.
 */
export function rebased<V extends object>(
  before: AutosaveState<V>,
  theirs: Newer<V>,
  same: Same<V> = looselySame,
): AutosaveState<V> {
  const state = takenBack(before);
  const mine = state.pending;
  const oursToo = (field: keyof V, value: unknown) =>
    [state.saved, mine, ...state.lost].some((known) => field in known && same(field, known[field], value));
  const fields = keys(mine).filter((field) => !oursToo(field, theirs.values[field]));
  const others = keys(theirs.values).filter(
    (field) => !(field in mine) && !same(field, state.saved[field], theirs.values[field]),
  );
  const takenOver = others.length > 0 ? { by: theirs.by, fields: others } : state.takenOver;
  if (fields.length > 0) {
    const saved = { ...theirs.values, ...pick(state.saved, (field) => fields.includes(field)) };
    return { ...state, saved, takenOver, trouble: { kind: "conflict", theirs, fields } };
  }
  const next = { ...state, saved: theirs.values, version: theirs.version, lost: [], failures: 0, takenOver };
  return settled({ ...next, trouble: null });
}

/** What a refreshed page brings; an older or equal version, or one that arrives during a save, says nothing new. */
export function received<V extends object>(
  state: AutosaveState<V>,
  theirs: Newer<V>,
  same: Same<V> = looselySame,
): AutosaveState<V> {
  const known = state.trouble?.kind === "conflict" ? state.trouble.theirs.version : state.version;
  return state.sending || theirs.version <= known ? state : rebased(state, theirs, same);
}

/** The person's decision about one field of a conflict. */
export function resolved<V extends object>(
  state: AutosaveState<V>,
  field: keyof V,
  choice: "mine" | "theirs",
  at: Date,
): AutosaveState<V> {
  if (state.trouble?.kind !== "conflict") return state;
  const { theirs } = state.trouble;
  const fields = state.trouble.fields.filter((other) => other !== field);
  const given = choice === "theirs" ? [asideOf(state, field, at)] : [];
  const next: AutosaveState<V> = {
    ...state,
    saved: { ...state.saved, ...pick(theirs.values, (other) => other === field) },
    pending: choice === "theirs" ? pick(state.pending, (other) => other !== field) : state.pending,
    setAside: [...state.setAside, ...given],
  };
  if (fields.length > 0) return { ...next, trouble: { kind: "conflict", theirs, fields } };
  return settled({ ...next, version: theirs.version, lost: [], failures: 0, trouble: null });
}

function asideOf<V extends object>(state: AutosaveState<V>, field: keyof V, at: Date): SetAside<V> {
  const moment = at.toISOString();
  const name = String(field) as keyof V & string;
  return { id: `${name} ${moment}`, field: name, value: valuesOf(state)[field], at: moment };
}

/** What is on the shelf in the browser, together with what this page set aside. */
export function remembered<V extends object>(
  state: AutosaveState<V>,
  shelf: SetAside<V>[],
): AutosaveState<V> {
  const ids = new Set(shelf.map(({ id }) => id));
  const setAside = [...shelf, ...state.setAside.filter(({ id }) => !ids.has(id))];
  return setAside.length === state.setAside.length ? state : { ...state, setAside };
}

/** The person needs these words no longer. */
export function discarded<V extends object>(state: AutosaveState<V>, id: string): AutosaveState<V> {
  return { ...state, setAside: state.setAside.filter((item) => item.id !== id) };
}

/** Puts back what an earlier visit kept: as pending where nothing has changed since, else as on any newer version. */
export function reopened<V extends object>(
  state: AutosaveState<V>,
  kept: Kept<V>,
  same: Same<V> = looselySame,
): AutosaveState<V> {
  const then = {
    ...state,
    saved: { ...state.saved, ...kept.base },
    version: kept.version,
    pending: { ...kept.patch, ...state.pending },
    lost: kept.lost,
  };
  if (kept.version === state.version) return settled(then);
  const by = kept.theirs?.version === state.version ? kept.theirs.by : null;
  return rebased(then, { version: state.version, values: state.saved, by }, same);
}
