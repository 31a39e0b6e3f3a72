import { type RefObject, useState } from "react";
import { useClaimMarks, useSavedClaims } from "@/components/desk/claims/use-claim-marks";
import { useSearchedStory } from "@/components/desk/find/use-searched-story";
import { type SaveStory, useStoryAutosave } from "@/components/desk/story-words";
import { useSuggestionMarks } from "@/components/desk/suggestions/use-suggestion-marks";
import { useStoryUndo } from "@/components/desk/use-story-undo";
import { useReanchoring, useThreadMarks } from "@/components/desk/use-thread-marks";
import type { StoryDraft } from "@/lib/issues/schema";

interface Editing {
  story: StoryDraft;
  /** The contributor's id: unsaved words are kept in the browser under it. */
  actorId: string;
  mayWrite: boolean;
  saveStory: SaveStory;
  /** Where the story is on the page. */
  place: RefObject<HTMLElement | null>;
}

/** What a story's fields share: the saving of their words, one undo, and what is marked, suggested and searched in them. */
export function useStoryEditing({ story, actorId, mayWrite, saveStory, place }: Editing) {
  const autosave = useStoryAutosave(story, actorId, saveStory);
  const { values, edit } = autosave;
  const marks = useThreadMarks(story.id);
  useReanchoring(story.id, story.version, mayWrite);
  const claims = useClaimMarks(story.id, mayWrite);
  const suggested = useSuggestionMarks(story.id, mayWrite);
  useSavedClaims(story);
  const undo = useStoryUndo({
    value: values.headline,
    change: (headline) => edit({ headline }),
    field: () => place.current?.querySelector<HTMLElement>("[data-field=headline] textarea"),
  });
  const searched = useSearchedStory(story.id, values, edit, mayWrite, () => place.current);
  const [extensions] = useState(() => ({
    body: [
      ...undo.body,
      ...searched.body,
      ...(marks.body.extraExtensions ?? []),
      ...claims.body.extensions,
      ...suggested.body,
    ],
    box: [
      ...undo.box,
      ...searched.box,
      ...(marks.whyItMatters.extraExtensions ?? []),
      ...claims.whyItMatters.extensions,
      ...suggested.box,
    ],
  }));
  return { autosave, undo, marks, claims, extensions };
}
