"use client";

import { useMemo } from "react";
import { useSuggestionsRoom } from "@/components/desk/suggestions/suggestions-room";
import { useSuggestionCount } from "@/components/desk/suggestions/use-suggestion-count";
import type { IssueDraft } from "@/lib/issues/schema";

/** How much of an issue waits for somebody to say what it is: a line of its facts. Nothing outside SuggestionsProvider. */
export function SuggestedInIssue({ issue }: { issue: IssueDraft }) {
  const room = useSuggestionsRoom();
  const stories = useMemo(
    () =>
      issue.sections.flatMap((section) => section.stories).filter((story) => room?.mayDecide(story) === true),
    [issue, room],
  );
  const count = useSuggestionCount(stories);
  if (!room || stories.length === 0) return null;
  return (
    <>
      <dt>Suggested</dt>
      <dd>{count === null ? "…" : suggestedWords(count)}</dd>
    </>
  );
}

function suggestedWords({ sentences, stories }: { sentences: number; stories: number }): string {
  if (sentences === 0) return "Nothing to decide";
  const kinds = sentences === 1 ? "1 kind" : `${sentences} kinds`;
  return `${kinds} in ${stories === 1 ? "1 story" : `${stories} stories`}`;
}
