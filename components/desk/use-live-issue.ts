"use client";

import { useEffect, useMemo, useRef } from "react";
import { YOU } from "@/components/desk/autosave-state";
import { noteChanger } from "@/components/desk/changers";
import { nameOf } from "@/components/desk/people";
import { useLive } from "@/components/desk/use-live";
import type { Change } from "@/lib/live/announce";

/** Milliseconds in which changes are gathered before anything is read: one's own save answers meanwhile. */
const GATHER = 300;

/** What of an issue is to be read again: single stories, or all of it. */
type Stale = "all" | Set<string>;

interface LiveIssue {
  id: string;
  actorId: string;
  /** Whether the screen has what the change made already. */
  knows(change: Change): boolean;
  readStory(id: string): Promise<void>;
  readAll(): Promise<unknown>;
}

/** Reads again what others change in an issue, gathered, one reading at a time. */
export function useLiveIssue(given: LiveIssue): void {
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  });
  const gathering = useMemo(() => gather(latest), []);
  useLive(
    { issue: given.id },
    {
      onChange: (change) => {
        const doc = change.storyId ? (`story:${change.storyId}` as const) : (`issue:${given.id}` as const);
        if (change.what === "story" || change.what === "words")
          noteChanger(doc, change.by === given.actorId ? YOU : nameOf(change.by));
        gathering.add(change);
      },
      onMissed: gathering.all,
    },
  );
  useEffect(() => gathering.stop, [gathering]);
}

const OWN_PANELS = new Set<Change["what"]>([
  "presence",
  "notifications",
  "threads",
  "claims",
  "suggestions",
  "rules",
]);

function gather(latest: { readonly current: LiveIssue }) {
  let changes: (Change | "all")[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let line: Promise<unknown> = Promise.resolve();
  const read = async () => {
    const { knows, readStory, readAll } = latest.current;
    const stale = staleBy(changes, knows);
    changes = [];
    if (stale === "all") await readAll();
    else for (const id of stale) await readStory(id);
  };
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      line = line.then(read, read);
    }, GATHER);
  };
  const add = (change: Change | "all") => {
    changes.push(change);
    soon();
  };
  return {
    add: (change: Change) => {
      if (!OWN_PANELS.has(change.what)) add(change);
    },
    all: () => add("all"),
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** What is to be read for these changes: a story's own words alone where nothing else changed. */
export function staleBy(changes: (Change | "all")[], knows: (change: Change) => boolean): Stale {
  const stale = new Set<string>();
  for (const change of changes) {
    if (change === "all") return "all";
    if (knows(change)) continue;
    if (change.what === "order" || change.what === "words" || change.storyId === null) return "all";
    stale.add(change.storyId);
  }
  return stale.size > 3 ? "all" : stale;
}
