"use client";

import { useMemo } from "react";
import type { StoryActions } from "@/components/desk/issue-actions";
import { arranged } from "@/components/desk/issue-copy";
import type { SourceDeeds } from "@/components/desk/sources-list";
import type { SaveStory } from "@/components/desk/story-words";
import type { Result } from "@/lib/errors";
import type { SourceLine, StoryDraft } from "@/lib/issues/schema";

/** How the screen's copy changes. Both must stay the same functions from render to render. */
export interface Copy {
  changeStory(id: string, change: (story: StoryDraft) => StoryDraft): void;
  /** In every story that has it. */
  changeSource(line: SourceLine): void;
}

/** Lets the screen's copy follow what the server confirmed. */
async function followed<T>(call: Promise<Result<T>>, follow: (value: T) => void): Promise<Result<T>> {
  const result = await call;
  if (result.ok) follow(result.value);
  return result;
}

/** What a story's form does, with the copy on the screen kept in step. */
export function useStoryDeeds(actions: StoryActions, { changeStory, changeSource }: Copy) {
  return useMemo(() => {
    const sourcesOf = (storyId: string, change: (lines: SourceLine[]) => SourceLine[]) =>
      changeStory(storyId, (story) => ({ ...story, sources: change(story.sources) }));
    const saveStory: SaveStory = (input) => {
      const { id, version: _, ...words } = input;
      return followed(actions.saveStory(input), ({ version }) =>
        changeStory(id, (story) => ({ ...story, ...words, version })),
      );
    };
    const sources: SourceDeeds = {
      add: (input) =>
        followed(actions.addSource(input), (line) => sourcesOf(input.storyId, (lines) => [...lines, line])),
      edit: (input) => followed(actions.editSource(input), changeSource),
      arrange: (input) =>
        followed(actions.arrangeSources(input), ({ sourceIds }) =>
          sourcesOf(input.storyId, (lines) => arranged(lines, sourceIds)),
        ),
      remove: (input) =>
        followed(actions.removeSource(input), () =>
          sourcesOf(input.storyId, (lines) => lines.filter((line) => line.id !== input.sourceId)),
        ),
      restore: (input) =>
        followed(actions.restoreSource(input), (line) =>
          sourcesOf(input.storyId, (lines) =>
            lines.filter(({ id }) => id !== line.id).toSpliced(input.position - 1, 0, line),
          ),
        ),
    };
    return { saveStory, sources };
  }, [actions, changeStory, changeSource]);
}
