"use client";

import type { AnyExtension } from "@tiptap/core";
import { useMemo } from "react";
import { useSuggestionsRoom } from "@/components/desk/suggestions/suggestions-room";
import { suggestionMarks, withoutSuggestions } from "@/components/editor/suggestions/suggestion-marks";

type Given = Record<"body" | "box", AnyExtension[]>;

const NONE: Given = { body: [], box: [] };

/** What the texts of a story are given so that they show its suggested kinds to who may decide; nothing outside SuggestionsProvider. */
export function useSuggestionMarks(storyId: string, mayWrite: boolean): Given {
  const room = useSuggestionsRoom();
  return useMemo(() => {
    if (!room || !mayWrite) return NONE;
    const host = room.story(storyId).host();
    return { body: [suggestionMarks(host)], box: [withoutSuggestions(host)] };
  }, [room, storyId, mayWrite]);
}
