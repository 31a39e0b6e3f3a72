"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { conflictsIn } from "@/components/desk/autosave-conflict";
import { type AutosaveOptions, AutosaveRunner } from "@/components/desk/autosave-runner";
import { type AutosaveState, type Phase, phaseOf, valuesOf } from "@/components/desk/autosave-state";
import { changerOf } from "@/components/desk/changers";
import { type KeptWords, keptWords } from "@/components/desk/kept-words";
import { asideShelf } from "@/components/desk/set-aside";
import { browserLocks, thisWindow } from "@/components/desk/this-window";
import { register } from "@/components/desk/unsaved";
import type { Choice, PartConflict } from "@/lib/merge/fields";

export type AutosaveGiven<V extends object> = Omit<AutosaveOptions<V>, "keep" | "shelf"> & {
  /** Names the document and the person, so that nobody else's words come back: "story:<id>:<contributor id>". */
  key: string;
  /** What a sentence calls the document: "“Alder”". */
  name(values: V): string;
};

export interface Autosave<V extends object> {
  /** What the fields show: the saved values under everything typed since. */
  values: V;
  phase: Phase;
  state: AutosaveState<V>;
  /** When the words that an earlier visit kept in this browser were typed (ISO), if some were put back. */
  putBack: string | null;
  /** `values` at this very moment, also between two renders. */
  now(): V;
  edit(patch: Partial<V>): void;
  /** Saves now instead of after the pause; for `onBlur`. */
  flush(): void;
  retry(): void;
  resolve(field: keyof V, choice: "mine" | "theirs"): void;
  /** The places at issue in a field that is made of parts; null for a field that is one part. */
  conflictsIn<F extends keyof V>(field: F): PartConflict<V[F]>[] | null;
  /** Decides one of those places. */
  decide(field: keyof V, id: string, choice: Choice): void;
  /** Lets go of words set aside in a conflict. */
  discard(id: string): void;
}

interface Desk<V extends object> {
  runner: AutosaveRunner<V>;
  kept: KeptWords<V> | null;
  /** The latest props: what is saved goes through the functions of the latest render. */
  given: AutosaveGiven<V>;
}

// One runner a document for as long as the page lives: a form that is closed during a save and opened again goes on with
// the version which that save makes, instead of conflicting with itself. Never filled on the server.
const desks = new Map<string, unknown>();

function deskOf<V extends object>(given: AutosaveGiven<V>): Desk<V> {
  const standing = desks.get(given.key) as Desk<V> | undefined;
  if (standing) return standing;
  const inBrowser = typeof window !== "undefined";
  const browser = () => ({ window: thisWindow(), storage: () => window.localStorage, locks: browserLocks() });
  const kept = inBrowser ? keptWords<V>(given.key, browser()) : null;
  const runner = new AutosaveRunner<V>({
    values: given.values,
    version: given.version,
    save: (version, patch) => desk.given.save(version, patch),
    readConflict: (details) => desk.given.readConflict(details),
    same: given.same,
    merges: given.merges,
    isPlaceholder: given.isPlaceholder,
    keep: kept?.write,
    shelf: inBrowser ? asideShelf<V>(given.key, () => window.localStorage) : undefined,
  });
  const desk: Desk<V> = { runner, kept, given };
  if (inBrowser) {
    desks.set(given.key, desk);
    const { subscribe, flush, retry, state } = runner;
    const name = () => desk.given.name(valuesOf(state()));
    register({ subscribe, flush, retry, phase: () => phaseOf(state()), name });
  }
  return desk;
}

/**
 * Saves a document while it is typed (autosave-runner.ts) and minds the browser: saves when the window is left or the form
 * closed, warns before a page with unsaved words is closed, keeps them over a crash and puts them back.
 * To show another document, give the component another React key.
 */
export function useAutosave<V extends object>(given: AutosaveGiven<V>): Autosave<V> {
  const [desk] = useState(() => deskOf(given));
  const [putBack, setPutBack] = useState<string | null>(null);
  const { runner, kept } = desk;
  const state = useSyncExternalStore(runner.subscribe, runner.state, runner.state);
  useEffect(() => {
    desk.given = given;
  });
  useEffect(
    () => runner.receive({ version: given.version, values: given.values, by: changerOf(given.key) }),
    [runner, given.version, given.values, given.key],
  );
  useEffect(() => {
    void kept?.takeLeft((left) => {
      const isKept = runner.takeUp(left);
      if (phaseOf(runner.state()) !== "saved") setPutBack(left.at);
      return isKept;
    });
    runner.remember();
    return mindWindow(runner);
  }, [runner, kept]);
  const { edit, flush, retry, resolve, decide, discard } = runner;
  return {
    values: valuesOf(state),
    phase: phaseOf(state),
    state,
    putBack,
    now: () => valuesOf(runner.state()),
    edit,
    flush,
    retry,
    resolve,
    conflictsIn: (field) => conflictsIn(state, field, given.merges),
    decide,
    discard,
  };
}

/** Watches the window on behalf of one open form; answers how to stop, which saves what is left. */
function mindWindow<V extends object>(runner: AutosaveRunner<V>): () => void {
  const phase = () => phaseOf(runner.state());
  const back = () => {
    // Somebody who signed in again in another tab comes back to this one.
    if (phase() === "signed-out") runner.retry();
  };
  const online = () => {
    if (phase() === "offline") runner.retry();
  };
  const visibility = () => (document.visibilityState === "hidden" ? runner.flush() : back());
  const unload = (event: BeforeUnloadEvent) => {
    if (phase() !== "saved") event.preventDefault();
    runner.flush();
  };
  const watches = [
    ["online", online],
    ["focus", back],
    ["blur", runner.flush],
    ["pagehide", runner.flush],
    ["beforeunload", unload],
  ] as const;
  for (const [name, listener] of watches) window.addEventListener(name, listener as EventListener);
  document.addEventListener("visibilitychange", visibility);
  return () => {
    for (const [name, listener] of watches) window.removeEventListener(name, listener as EventListener);
    document.removeEventListener("visibilitychange", visibility);
    runner.flush();
  };
}
