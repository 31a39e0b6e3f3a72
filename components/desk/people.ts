"use client";

import { useSyncExternalStore } from "react";
import type { PresentPerson } from "@/lib/presence/schema";

/** Somebody else who is here, or oneself in another window. */
export interface Companion {
  contributorId: string;
  name: string;
  /** Oneself, in another window. */
  isSelf: boolean;
  /** The stories their carets are in. */
  storyIds: string[];
}

interface People {
  companions: Companion[];
  /** The story the own caret is in. */
  own: string | null;
  /** On the page of one story nobody knows where in it the others are. */
  onlyHere: boolean;
}

const NOBODY: People = { companions: [], own: null, onlyHere: false };
const NONE: Companion[] = [];
let people = NOBODY;
const listeners = new Set<() => void>();

function become(next: People): void {
  if (JSON.stringify(next) === JSON.stringify(people)) return;
  people = next;
  for (const listener of listeners) listener();
}

/** Who is here, as the server says it, seen from one window of one person. */
export function setPresent(
  present: PresentPerson[],
  self: { window: string; contributorId: string; onlyHere: boolean },
): void {
  const others = new Map<string, Companion>();
  for (const { window, contributorId, name, storyId } of present) {
    if (window === self.window) continue;
    const isSelf = contributorId === self.contributorId;
    const known = others.get(contributorId) ?? { contributorId, name, isSelf, storyIds: [] };
    if (storyId && !known.storyIds.includes(storyId)) known.storyIds.push(storyId);
    others.set(contributorId, known);
  }
  become({ ...people, companions: [...others.values()], onlyHere: self.onlyHere });
}

export function setOwnStory(storyId: string | null): void {
  become({ ...people, own: storyId });
}

export function forgetPeople(): void {
  become(NOBODY);
}

/** The name of somebody who is here; null for who is not. */
export function nameOf(contributorId: string | null): string | null {
  return people.companions.find((one) => one.contributorId === contributorId)?.name ?? null;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What the others do who are in a story: they write, or on the page of one story only have it open. */
export function theirDeed(): string {
  return people.onlyHere ? "here too" : "writing here";
}

/** Who else has this issue or story open. */
export function useCompanions(): Companion[] {
  return useSyncExternalStore(
    subscribe,
    () => people.companions,
    () => NONE,
  );
}

// One list for each story for as long as nobody comes or goes, or React would render without end.
let lists = new Map<string, Companion[]>();
let listsOf = people;

function writersOf(storyId: string | null): Companion[] {
  if (listsOf !== people) {
    lists = new Map();
    listsOf = people;
  }
  const known = lists.get(storyId ?? "");
  if (known) return known;
  const found = people.companions.filter((one) => storyId !== null && one.storyIds.includes(storyId));
  const list = found.length > 0 ? found : NONE;
  lists.set(storyId ?? "", list);
  return list;
}

/** Who else has the caret in this story. */
export function useWriters(storyId: string): Companion[] {
  return useSyncExternalStore(
    subscribe,
    () => writersOf(storyId),
    () => NONE,
  );
}

/** Who else has the caret in the story that one's own caret is in. */
export function useFellowWriters(): Companion[] {
  return useSyncExternalStore(
    subscribe,
    () => writersOf(people.own),
    () => NONE,
  );
}
