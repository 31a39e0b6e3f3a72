import type { SetAside } from "@/components/desk/set-aside";
import { equal } from "@/lib/equal";
import type { ErrorCode } from "@/lib/errors";

/** What the server holds when it refuses a stale save, or what a refreshed page brings. */
export interface Newer<V> {
  version: number;
  values: V;
  /** Who saved it, where that is known; YOU for the same person in another window. */
  by: string | null;
}

/** `Newer.by` where the same person saved it in another window; no name begins with a space. */
export const YOU = " you";

export type Trouble<V> =
  | { kind: "offline" }
  | { kind: "signed-out"; message: string }
  | { kind: "failed"; message: string }
  | { kind: "conflict"; theirs: Newer<V>; fields: (keyof V)[] };

/**
 * Everything autosave knows, as a value. What the person sees is always `saved`, overlaid by what is on its way, overlaid
 * by what is pending (`valuesOf`): an answer, a failure or a conflict can therefore never take back a letter.
 */
export interface AutosaveState<V extends object> {
  /** As the server last confirmed; in a conflict the fields at issue keep the base both sides started from. */
  saved: V;
  version: number;
  /** Typed, and not on its way. */
  pending: Partial<V>;
  /** The one save under way. */
  sending: Partial<V> | null;
  /** Saves whose answer never came. They may have arrived, so their values are ours, not a colleague's. */
  lost: Partial<V>[];
  /** Failures in a row, for the backoff. */
  failures: number;
  trouble: Trouble<V> | null;
  /** What the person gave up in conflicts, kept to be copied until it is discarded. */
  setAside: SetAside<V>[];
  /** A colleague's change that was taken over because it touched other fields, or other parts of the same. */
  takenOver: { by: string | null; fields: (keyof V)[] } | null;
}

/** What is kept in the browser while something is not saved. */
export interface Kept<V extends object> {
  version: number;
  patch: Partial<V>;
  base: Partial<V>;
  lost: Partial<V>[];
  /** In a conflict, who made the newer version: its words come again with the page, its author does not. */
  theirs?: { version: number; by: string | null };
  /** ISO moment of the last change. */
  at: string;
}

export type Phase = "saved" | "unsaved" | "saving" | Trouble<never>["kind"];

export function opened<V extends object>(saved: V, version: number): AutosaveState<V> {
  return {
    saved,
    version,
    pending: {},
    sending: null,
    lost: [],
    failures: 0,
    trouble: null,
    setAside: [],
    takenOver: null,
  };
}

export function valuesOf<V extends object>(state: AutosaveState<V>): V {
  return { ...state.saved, ...state.sending, ...state.pending };
}

export function phaseOf<V extends object>(state: AutosaveState<V>): Phase {
  if (state.trouble) return state.trouble.kind;
  if (state.sending) return "saving";
  return isEmpty(state.pending) ? "saved" : "unsaved";
}

/** Whether a save may start now: something is pending, none is under way, and nothing waits for the person. */
export function canSend<V extends object>(state: AutosaveState<V>): boolean {
  const waits = state.trouble !== null && state.trouble.kind !== "offline";
  return !waits && state.sending === null && !isEmpty(state.pending);
}

export function edited<V extends object>(state: AutosaveState<V>, patch: Partial<V>): AutosaveState<V> {
  // What was refused as invalid may be valid now; every other trouble has a cause that typing does not mend.
  const trouble = state.trouble?.kind === "failed" ? null : state.trouble;
  // Who goes on writing has seen what was taken over.
  const takenOver = phaseOf(state) === "saved" ? null : state.takenOver;
  return settled({ ...state, pending: { ...state.pending, ...patch }, trouble, takenOver });
}

/** A change that was typed back to what is saved is no change, unless a save of it may have arrived. */
export function settled<V extends object>(state: AutosaveState<V>): AutosaveState<V> {
  if (state.sending || state.lost.length > 0 || state.trouble?.kind === "conflict") return state;
  const pending = pick(state.pending, (field) => !equal(state.pending[field], state.saved[field]));
  return { ...state, pending, trouble: isEmpty(pending) ? null : state.trouble };
}

export function sent<V extends object>(state: AutosaveState<V>): AutosaveState<V> {
  return { ...state, sending: state.pending, pending: {} };
}

export function confirmed<V extends object>(state: AutosaveState<V>, version: number): AutosaveState<V> {
  const saved = { ...state.saved, ...state.sending };
  return settled({
    ...state,
    saved,
    version,
    sending: null,
    lost: [],
    failures: 0,
    trouble: null,
  });
}

/** How many saves without an answer are remembered: each is kept in the browser with every letter. */
export const MOST_LOST = 10;

/** The same words sent again and again are one. */
function withLost<V extends object>(lost: Partial<V>[], sending: Partial<V> | null): Partial<V>[] {
  if (sending === null || lost.some((one) => equal(one, sending))) return lost;
  return [...lost, sending].slice(-MOST_LOST);
}

/** The answer never came: the same words go again, together with what was typed meanwhile. */
export function unanswered<V extends object>(state: AutosaveState<V>): AutosaveState<V> {
  const lost = withLost(state.lost, state.sending);
  return { ...takenBack(state), lost, failures: state.failures + 1, trouble: { kind: "offline" } };
}

/** The server said no for a reason the person must know; a conflict goes through `rebased` instead. */
export function refused<V extends object>(
  state: AutosaveState<V>,
  error: { code: ErrorCode; message: string },
): AutosaveState<V> {
  const back = takenBack(state);
  if (error.code === "limited") return { ...back, failures: back.failures + 1, trouble: { kind: "offline" } };
  const kind = error.code === "not-signed-in" ? "signed-out" : "failed";
  return { ...back, trouble: { kind, message: error.message } };
}

/** What was on its way is pending again, under what was typed since. */
export function takenBack<V extends object>(state: AutosaveState<V>): AutosaveState<V> {
  return { ...state, sending: null, pending: { ...state.sending, ...state.pending } };
}

/** The person says "try again" after signing in, or after a refusal. */
export function retried<V extends object>(state: AutosaveState<V>): AutosaveState<V> {
  return state.trouble?.kind === "conflict" ? state : { ...state, trouble: null };
}

/** What to keep in the browser, or null when everything is saved. A save under way may get lost, so it counts as lost. */
export function keptOf<V extends object>(state: AutosaveState<V>, at: Date): Kept<V> | null {
  const patch: Partial<V> = { ...state.sending, ...state.pending };
  if (isEmpty(patch)) return null;
  const lost = withLost(state.lost, state.sending);
  const base = pick(state.saved, (field) => field in patch);
  const kept = { version: state.version, patch, base, lost, at: at.toISOString() };
  if (state.trouble?.kind !== "conflict") return kept;
  const { version, by } = state.trouble.theirs;
  return { ...kept, theirs: { version, by } };
}

/** An object's own keys, with their type. */
export function keys<T extends object>(value: T): (keyof T)[] {
  return Object.keys(value) as (keyof T)[];
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}

/** The part of an object whose keys are wanted. */
export function pick<T extends object>(value: T, wanted: (field: keyof T) => boolean): Partial<T> {
  const chosen: Partial<T> = {};
  for (const field of keys(value)) if (wanted(field)) chosen[field] = value[field];
  return chosen;
}
