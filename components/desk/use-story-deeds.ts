"use client";

import { type Dispatch, type SetStateAction, useMemo } from "react";
import type { IssueActions } from "@/components/desk/issue-actions";
import { arranged, withSource, withStory } from "@/components/desk/issue-copy";
import type { SourceDeeds, SourceUndo } from "@/components/desk/sources-list";
import type { StoryFormProps } from "@/components/desk/story-form";
import type { Result } from "@/lib/errors";
import type { IssueDraft, SourceLine } from "@/lib/issues/schema";

type SetIssue = Dispatch<SetStateAction<IssueDraft>>;

/** Lets the screen's copy follow what the server confirmed. */
async function followed<T>(call: Promise<Result<T>>, follow: (value: T) => void): Promise<Result<T>> {
  const result = await call;
  if (result.ok) follow(result.value);
  return result;
}

/** What a story's form does, with the issue on the screen kept in step. */
export function useStoryDeeds(actions: IssueActions, setIssue: SetIssue) {
  return useMemo(() => {
    const sourcesOf = (storyId: string, change: (lines: SourceLine[]) => SourceLine[]) =>
      setIssue((issue) =>
        withStory(issue, storyId, (story) => ({ ...story, sources: change(story.sources) })),
      );
    const saveStory: StoryFormProps["saveStory"] = (input) =>
      followed(actions.saveStory(input), ({ version }) => {
        const { id, version: _, ...words } = input;
        setIssue((issue) => withStory(issue, id, (story) => ({ ...story, ...words, version })));
      });
    const sources: SourceDeeds = {
      add: (input) =>
        followed(actions.addSource(input), (line) => sourcesOf(input.storyId, (lines) => [...lines, line])),
      edit: (input) =>
        followed(actions.editSource(input), (line) => setIssue((issue) => withSource(issue, line))),
      arrange: (input) =>
        followed(actions.arrangeSources(input), ({ sourceIds }) =>
          sourcesOf(input.storyId, (lines) => arranged(lines, sourceIds)),
        ),
      remove: (input) =>
        followed(actions.removeSource(input), () =>
          sourcesOf(input.storyId, (lines) => lines.filter((line) => line.id !== input.sourceId)),
        ),
      restore: (input: SourceUndo) =>
        followed(actions.restoreSource(input), (line) =>
          sourcesOf(input.storyId, (lines) =>
            lines.filter(({ id }) => id !== line.id).toSpliced(input.position - 1, 0, line),
          ),
        ),
    };
    return { saveStory, sources };
  }, [actions, setIssue]);
}
