"use client";

import { Node } from "@tiptap/pm/model";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useSuggestionsRoom } from "@/components/desk/suggestions/suggestions-room";
import { whenIdle } from "@/components/desk/when-idle";
import type { StoryDraft } from "@/lib/issues/schema";
import { proseMirrorSchema, type RichText } from "@/lib/rich-text/document";

/**
 * Reads the stories whose text no editor holds yet, as they were saved, one in each quiet moment; an editor reads its own.
 * Answers how many sentences in how many stories have a suggestion; null until all are read.
 */
export function useSuggestionCount(
  stories: readonly StoryDraft[],
): { sentences: number; stories: number } | null {
  const room = useSuggestionsRoom();
  const isReady = useSyncExternalStore(
    room?.subscribe ?? never,
    () => room?.isReady ?? false,
    () => false,
  );
  const read = useRef(new Map<string, RichText>());
  const [, setTurn] = useState(0);
  useEffect(() => {
    if (!room || !isReady) return;
    const next = stories.find(({ id, body }) => !room.story(id).isAwake && read.current.get(id) !== body);
    if (!next) return;
    return whenIdle(() => {
      read.current.set(next.id, next.body);
      const story = room.story(next.id);
      if (!story.isAwake) story.receive(room.read(Node.fromJSON(proseMirrorSchema, next.body)) ?? []);
      setTurn((turn) => turn + 1);
    });
  });
  const total = useSyncExternalStore(
    room?.subscribe ?? never,
    () => (room ? totalOf(stories.map(({ id }) => room.story(id).state())) : null),
    () => null,
  );
  if (total === null) return null;
  const [sentences = 0, inStories = 0] = total.split(" ").map(Number);
  return { sentences, stories: inStories };
}

const never = () => () => undefined;

/** As one word, so that nobody renders again for the same numbers. */
function totalOf(states: readonly { known: boolean; listed: readonly unknown[] }[]): string | null {
  if (states.some(({ known }) => !known)) return null;
  const counts = states.map(({ listed }) => listed.length).filter((count) => count > 0);
  return `${counts.reduce((sum, count) => sum + count, 0)} ${counts.length}`;
}
