"use client";

import type { FindStories } from "@/components/desk/inbox/inbox-actions";
import { StoryPicker } from "@/components/desk/story-picker";
import type { StoryChoice } from "@/lib/inbox/schema";

interface JoinedStoryPickerProps {
  open: boolean;
  /** What is to be added, as one calls it. */
  name: string;
  findStories: FindStories;
  onPick: (story: StoryChoice) => void;
  onClose: () => void;
}

/** Picks a story that something is added to. */
export function JoinedStoryPicker({ name, findStories, ...rest }: JoinedStoryPickerProps) {
  return (
    <StoryPicker
      title="Which story does it join?"
      description={`${name} becomes one of its sources.`}
      find={findStories}
      whereOf={({ issueName }) => issueName ?? "Backlog"}
      nothing={nothing}
      {...rest}
    />
  );
}

function nothing(query: string): string {
  return query.trim() === ""
    ? "There is no story yet that you can write in. Make a new one instead."
    : "No story that you can write in has these words in its headline.";
}
