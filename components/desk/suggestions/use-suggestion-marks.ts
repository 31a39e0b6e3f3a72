"use client";

import type { AnyExtension } from "@tiptap/core";
import { useMemo } from "react";
import { useSuggestionsRoom } from "@/components/desk/suggestions/suggestions-room";
import { suggestionMarks } from "@/components/editor/suggestions/suggestion-marks";

const NONE: AnyExtension[] = [];

/** What the text of a story is given so that it shows its suggested kinds to who may decide; nothing outside SuggestionsProvider. */
export function useSuggestionMarks(storyId: string, mayWrite: boolean): AnyExtension[] {
  const room = useSuggestionsRoom();
  return useMemo(
    () => (room && mayWrite ? [suggestionMarks(room.story(storyId).host())] : NONE),
    [room, storyId, mayWrite],
  );
}
