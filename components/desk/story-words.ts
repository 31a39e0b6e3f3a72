"use client";

import { useCallback, useMemo } from "react";
import { type Autosave, useAutosave } from "@/components/desk/autosave";
import { type Newer, YOU } from "@/components/desk/autosave-state";
import { subjectOf } from "@/components/desk/running-order-words";
import type { Result } from "@/lib/errors";
import type { StoryDraft } from "@/lib/issues/schema";
import { isAddress } from "@/lib/one-line";
import type { RichText } from "@/lib/rich-text/document";
import { documentMerge } from "@/lib/rich-text/merge";
import type { StandingStory } from "@/lib/stories/schema";

/** What is typed into a story. */
export interface StoryWords {
  headline: string;
  body: RichText;
  whyItMatters: RichText;
}

export type SaveStory = (
  input: { id: string; version: number } & Partial<StoryWords>,
) => Promise<Result<{ version: number; savedAt: string }>>;

/** Autosave of a story's words. */
export function useStoryAutosave(
  story: StoryDraft,
  actorId: string,
  saveStory: SaveStory,
): Autosave<StoryWords> {
  const { id, version, headline, body, whyItMatters } = story;
  const values = useMemo(() => ({ headline, body, whyItMatters }), [headline, body, whyItMatters]);
  const save = useCallback(
    (base: number, patch: Partial<StoryWords>) => saveStory({ id, version: base, ...patch }),
    [id, saveStory],
  );
  return useAutosave<StoryWords>({
    key: `story:${id}:${actorId}`,
    name: nameOfStory,
    values,
    version,
    save,
    readConflict: (details) => readConflict(details, actorId),
    merges: MERGES,
    isPlaceholder,
  });
}

const MERGES = { body: documentMerge, whyItMatters: documentMerge };

/** A headline that is only an address was put there by nobody; the title of its page comes by itself. */
const isPlaceholder = (field: keyof StoryWords, value: unknown) =>
  field === "headline" && typeof value === "string" && isAddress(value);

const nameOfStory = ({ headline }: StoryWords) => `“${subjectOf(headline)}”`;

function readConflict(details: unknown, actorId: string): Newer<StoryWords> | null {
  const current = (details as Partial<StandingStory> | undefined)?.current;
  if (!current) return null;
  const { version, headline, body, whyItMatters, savedBy, savedById } = current;
  return { version, values: { headline, body, whyItMatters }, by: savedById === actorId ? YOU : savedBy };
}
