"use client";

import { type Dispatch, type SetStateAction, useMemo } from "react";
import { FrontMatterForm } from "@/components/desk/front-matter-form";
import type { IssueActions } from "@/components/desk/issue-actions";
import { withSource, withStory, withWords } from "@/components/desk/issue-copy";
import type { SaveIssue } from "@/components/desk/issue-words";
import { type Part, storyOf } from "@/components/desk/part";
import { StoryForm } from "@/components/desk/story-form";
import { type Copy, useStoryDeeds } from "@/components/desk/use-story-deeds";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { IssueDraft, StoryDraft } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";

interface OpenPartProps {
  part: Part;
  /** The story that is open; null for the issue's own words, and for a story that is not there. */
  story: StoryDraft | null;
  issue: IssueDraft;
  setIssue: Dispatch<SetStateAction<IssueDraft>>;
  actor: Actor;
  actions: IssueActions;
  onSelect: (part: Part) => void;
}

/** The sheet: the issue's own words, or a story. */
export function OpenPart({ part, story, issue, setIssue, actor, actions, onSelect }: OpenPartProps) {
  const copy = useMemo<Copy>(
    () => ({
      changeStory: (id, change) => setIssue((held) => withStory(held, id, change)),
      changeSource: (line) => setIssue((held) => withSource(held, line)),
    }),
    [setIssue],
  );
  const deeds = useStoryDeeds(actions, copy);
  const saveIssue: SaveIssue = async (input) => {
    const result = await actions.saveIssue(input);
    if (result.ok) setIssue((held) => withWords(held, input, result.value.version));
    return result;
  };
  const actorId = actor.id ?? "";
  if (storyOf(part) === null) {
    const own = { edit: can(actor, "issue.edit"), why: "Editors write the issue’s own words." };
    return <FrontMatterForm issue={issue} actorId={actorId} can={own} saveIssue={saveIssue} />;
  }
  if (!story) return <GoneStory onSelect={onSelect} />;
  return (
    <StoryForm
      story={story}
      actorId={actorId}
      can={storyAbilities(actor, story)}
      whyLabel={issue.labels.whyItMatters}
      {...deeds}
    />
  );
}

/** What the actor may do on this story's sheet, and why not. */
export function storyAbilities(actor: Actor, story: StoryDraft) {
  return {
    write: can(actor, "story.write", { ownerId: story.authorId }),
    editSources: can(actor, "source.edit"),
    why: story.authorName ? `${story.authorName} and editors write here.` : "Editors write here.",
  };
}

function GoneStory({ onSelect }: { onSelect: (part: Part) => void }) {
  return (
    <EmptyState
      title="This story is not in the issue"
      action={<Button onClick={() => onSelect("front")}>To the front of the issue</Button>}
    >
      It was removed or moved elsewhere. Look in the backlog, or undo the removal.
    </EmptyState>
  );
}
