"use client";

import { useSyncExternalStore } from "react";
import type { Phase } from "@/components/desk/autosave-state";

/** One document that saves itself. */
export interface Saving {
  phase(): Phase;
  /** What a sentence calls it: "“Alder”", "The issue’s own words". */
  name(): string;
  flush(): void;
  /** Tries again what waits for the person. */
  retry(): void;
  subscribe(listener: () => void): () => void;
}

// Every document opened on this page since it was loaded, whether its form is still open or not.
const documents = new Set<Saving>();
const listeners = new Set<() => void>();

function tell() {
  for (const listener of listeners) listener();
}

/** Makes a document's state part of the whole page's; autosave.ts calls it once for each. */
export function register(document: Saving): void {
  documents.add(document);
  document.subscribe(tell);
  tell();
}

const WORST_FIRST: Phase[] = ["conflict", "failed", "signed-out", "offline", "saving", "unsaved"];

function worst(): Phase {
  const phases = new Set([...documents].map((document) => document.phase()));
  return WORST_FIRST.find((phase) => phases.has(phase)) ?? "saved";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The state of everything typed on this page: of its documents the one in most trouble. */
export function useUnsaved(): Phase {
  return useSyncExternalStore(subscribe, worst, () => "saved" as const);
}

const WAITS: Partial<Record<Phase, string>> = {
  conflict: "has two versions. Choose which one stays before publishing.",
  failed: "could not be saved. See there what is to be mended before publishing.",
  "signed-out": "is not saved, because you are signed out. Sign in again before publishing.",
};

/** What waits for the person and therefore cannot be saved now: one sentence for each document, as one value. */
export function stuck(): string {
  const sentences = [...documents].flatMap((document) => {
    const waits = WAITS[document.phase()];
    return waits ? [`${document.name()} ${waits}`] : [];
  });
  return sentences.join("\n");
}

/** A sentence for each document on this page that cannot be saved until the person has done something about it. */
export function useStuck(): string[] {
  const sentences = useSyncExternalStore(subscribe, stuck, () => "");
  return sentences === "" ? [] : sentences.split("\n");
}

/** Whether something on this page waits for signing in again. */
export function useSignedOut(): boolean {
  const waits = () => [...documents].some((document) => document.phase() === "signed-out");
  return useSyncExternalStore(subscribe, waits, () => false);
}

/** After signing in again: saves what waited for it. */
export function saveAfterSignIn(): void {
  for (const document of documents) if (document.phase() === "signed-out") document.retry();
}

/** Saves everything now and waits for the answers. False when something could not be saved and stays here. */
export async function saveEverything(): Promise<boolean> {
  for (const document of documents) document.flush();
  return new Promise((resolve) => {
    const look = () => {
      const phase = worst();
      if (phase === "saving" || phase === "unsaved") return;
      stop();
      resolve(phase === "saved");
    };
    const stop = subscribe(look);
    look();
  });
}
