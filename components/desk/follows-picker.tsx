"use client";

import type { PlanningActions } from "@/components/desk/planning-actions";
import { StoryPicker } from "@/components/desk/story-picker";
import type { PublishedStory } from "@/lib/stories/follows-schema";

interface FollowsPickerProps {
  open: boolean;
  /** The story itself, which is not offered. */
  self: string;
  findPublished: PlanningActions["findPublished"];
  onPick: (story: PublishedStory) => void;
  onClose: () => void;
}

/** Picks a published story that another one follows up. */
export function FollowsPicker({ self, findPublished, ...rest }: FollowsPickerProps) {
  return (
    <StoryPicker
      title="Which story does it follow up?"
      description="Readers are led from this story to the one you choose."
      find={findPublished}
      whereOf={({ issueNumber, number }) => `Issue ${issueNumber}, story ${number}`}
      nothing={() => "No published story has these words in its headline."}
      without={self}
      {...rest}
    />
  );
}
