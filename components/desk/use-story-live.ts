"use client";

import type { Dispatch, SetStateAction } from "react";
import { attempt } from "@/components/desk/attempt";
import { YOU } from "@/components/desk/autosave-state";
import { noteChanger } from "@/components/desk/changers";
import type { StoryActions } from "@/components/desk/issue-actions";
import { nameOf } from "@/components/desk/people";
import { useLive } from "@/components/desk/use-live";
import { usePresence } from "@/components/desk/use-presence";
import type { StoryDraft } from "@/lib/issues/schema";

interface OpenStory {
  story: StoryDraft;
  setStory: Dispatch<SetStateAction<StoryDraft>>;
  readStory: StoryActions["readStory"];
  actorId: string;
}

/** A story without an issue follows what others do to it, and they see who is here. */
export function useStoryLive({ story, setStory, readStory, actorId }: OpenStory): void {
  const read = async () => {
    const answer = await attempt(readStory({ id: story.id }));
    if (answer.ok) setStory((held) => (held.version > answer.value.version ? held : answer.value));
  };
  useLive(
    { story: story.id },
    {
      onChange: ({ what, by, version }) => {
        if (what === "story") noteChanger(`story:${story.id}`, by === actorId ? YOU : nameOf(by));
        const isNews =
          what === "story" ? (version ?? Number.POSITIVE_INFINITY) > story.version : what === "sources";
        if (isNews) void read();
      },
      onMissed: () => void read(),
    },
  );
  usePresence(null, actorId);
}
