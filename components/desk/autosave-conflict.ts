import { asideOf } from "@/components/desk/autosave-aside";
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
import { equal } from "@/lib/equal";
import type { Choice, FieldMerge, Merged, PartConflict } from "@/lib/merge/fields";

export type Same<V> = (field: keyof V, a: unknown, b: unknown) => boolean;

/** How those fields are merged that are made of parts. The others are one part: whoever changed it changed all of it. */
export type Merges<V> = { readonly [F in keyof V]?: FieldMerge<V[F]> };

/** What a document says of its fields. */
export interface Judge<V> {
  same?: Same<V> | undefined;
  merges?: Merges<V> | undefined;
  /** Whether a value was nobody's words, so that what is typed over it wins over whatever else came in its place. */
  isPlaceholder?: ((field: keyof V, value: unknown) => boolean) | undefined;
}

/** Equality as far as a colleague is concerned: the server trims lines, so white space at their ends is nobody's change. */
export function looselySame(_field: PropertyKey, a: unknown, b: unknown): boolean {
  return typeof a === "string" && typeof b === "string" ? a.trim() === b.trim() : equal(a, b);
}

/**
 * Puts what is pending on top of a newer version. A field is at issue only when someone else changed it: when the newer
 * value is neither what we started from, nor ours, nor what a lost save of ours carried; and one made of parts only where
 * both changed the same part. Without such a field the newer version is simply taken over and saving goes on.
 */
export function rebased<V extends object>(
  before: AutosaveState<V>,
  theirs: Newer<V>,
  { same = looselySame, merges = {}, isPlaceholder = () => false }: Judge<V> = {},
): AutosaveState<V> {
  const state = takenBack(before);
  const mine = state.pending;
  const oursToo = (field: keyof V, value: unknown) =>
    [state.saved, mine, ...state.lost].some((known) => field in known && same(field, known[field], value));
  const changed = keys(mine).filter(
    (field) => !isPlaceholder(field, state.saved[field]) && !oursToo(field, theirs.values[field]),
  );
  const merged: { [F in keyof V]?: Merged<V[F]> } = {};
  for (const field of changed) {
    const one = mergedField(merges, field, state, theirs.values);
    if (one) merged[field] = one;
  }
  const at = changed.filter((field) => merged[field]?.conflicts.length !== 0);
  const others = keys(theirs.values).filter((field) =>
    field in mine ? merged[field] : !same(field, state.saved[field], theirs.values[field]),
  );
  const next: AutosaveState<V> = {
    ...state,
    pending: { ...mine, ...mapped(merged, (one) => one.value) },
    takenOver: others.length > 0 ? { by: theirs.by, fields: others } : state.takenOver,
  };
  if (at.length > 0) {
    const bases = {
      ...pick(state.saved, (field) => at.includes(field)),
      ...mapped(merged, (one) => one.base),
    };
    return {
      ...next,
      saved: { ...theirs.values, ...bases },
      trouble: { kind: "conflict", theirs, fields: at },
    };
  }
  return agreed(next, theirs);
}

/** Nothing is at issue any more: the newer version stands under what is pending, and saving goes on. */
function agreed<V extends object>(state: AutosaveState<V>, { values, version }: Newer<V>): AutosaveState<V> {
  return settled({ ...state, saved: values, version, lost: [], failures: 0, trouble: null });
}

function mergedField<V extends object, F extends keyof V>(
  merges: Merges<V>,
  field: F,
  state: AutosaveState<V>,
  theirs: V,
): Merged<V[F]> | null {
  const lost = state.lost.flatMap((sent) => (field in sent ? [sent[field] as V[F]] : []));
  return (
    merges[field]?.merge(
      state.saved[field],
      { ...state.saved, ...state.pending }[field],
      theirs[field],
      lost,
    ) ?? null
  );
}

function mapped<V extends object>(
  merged: { [F in keyof V]?: Merged<V[F]> },
  value: <F extends keyof V>(one: Merged<V[F]>) => V[F],
): Partial<V> {
  const result: Partial<V> = {};
  for (const field of keys(merged)) {
    const one = merged[field];
    if (one) result[field] = value(one);
  }
  return result;
}

/** The places at issue in a field that is made of parts; null for a field that is one part. */
export function conflictsIn<V extends object, F extends keyof V>(
  state: AutosaveState<V>,
  field: F,
  merges: Merges<V> = {},
): PartConflict<V[F]>[] | null {
  if (state.trouble?.kind !== "conflict") return null;
  return mergedField(merges, field, state, state.trouble.theirs.values)?.conflicts ?? null;
}

/** In a conflict, after more was typed: fields without a place at issue merge; without such fields saving goes on. */
export function reconsidered<V extends object>(
  state: AutosaveState<V>,
  merges: Merges<V> = {},
): AutosaveState<V> {
  if (state.trouble?.kind !== "conflict") return state;
  const { theirs } = state.trouble;
  const fields = state.trouble.fields.filter((field) => conflictsIn(state, field, merges)?.length !== 0);
  if (fields.length === state.trouble.fields.length) return state;
  if (fields.length === 0) return agreed(state, theirs);
  const saved = { ...theirs.values, ...pick(state.saved, (field) => fields.includes(field)) };
  return { ...state, saved, trouble: { kind: "conflict", theirs, fields } };
}

/** What a refreshed page brings; an older or equal version, or one that arrives during a save, says nothing new. */
export function received<V extends object>(
  state: AutosaveState<V>,
  theirs: Newer<V>,
  judge: Judge<V> = {},
): AutosaveState<V> {
  const known = state.trouble?.kind === "conflict" ? state.trouble.theirs.version : state.version;
  return state.sending || theirs.version <= known ? state : rebased(state, theirs, judge);
}

/** The person's decision about one field of a conflict; "both" is for fields made of parts. */
export function resolved<V extends object>(
  state: AutosaveState<V>,
  field: keyof V,
  choice: "mine" | "theirs",
  at: Date,
): AutosaveState<V> {
  if (state.trouble?.kind !== "conflict") return state;
  const { theirs } = state.trouble;
  const fields = state.trouble.fields.filter((other) => other !== field);
  const given = choice === "theirs" ? [asideOf<V>(field, "", valuesOf(state)[field], at)] : [];
  const next: AutosaveState<V> = {
    ...state,
    saved: { ...state.saved, ...pick(theirs.values, (other) => other === field) },
    pending: choice === "theirs" ? pick(state.pending, (other) => other !== field) : state.pending,
    setAside: [...state.setAside, ...given],
  };
  if (fields.length > 0) return { ...next, trouble: { kind: "conflict", theirs, fields } };
  return agreed(next, theirs);
}

/** The person's decision about one place in a field that is made of parts. */
export function decided<V extends object>(
  state: AutosaveState<V>,
  { field, id, choice }: { field: keyof V; id: string; choice: Choice },
  at: Date,
  merges: Merges<V> = {},
): AutosaveState<V> {
  if (state.trouble?.kind !== "conflict") return state;
  const merge = merges[field];
  const place = conflictsIn(state, field, merges)?.find((one) => one.id === id);
  if (!merge || !place) return state;
  const mine = valuesOf(state)[field];
  const next = merge.decide(state.saved[field], mine, state.trouble.theirs.values[field], id, choice);
  const given = choice === "theirs" ? [asideOf<V>(field, id, place.mine, at)] : [];
  return reconsidered(
    {
      ...state,
      saved: { ...state.saved, [field]: next.base },
      pending: { ...state.pending, [field]: next.mine },
      setAside: [...state.setAside, ...given],
    },
    merges,
  );
}

/** Puts back what an earlier visit kept: as pending where nothing has changed since, else as on any newer version. */
export function reopened<V extends object>(
  state: AutosaveState<V>,
  kept: Kept<V>,
  judge: Judge<V> = {},
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
  return rebased(then, { version: state.version, values: state.saved, by }, judge);
}
