"use client";

import { type Dispatch, type SetStateAction, useMemo } from "react";
import { withWork } from "@/components/desk/issue-copy";
import type { WorkflowRoom, WorkItem } from "@/components/desk/use-work";
import type { IssueDraft, Order, StoryDraft } from "@/lib/issues/schema";
import { seenIssue, seenStory } from "@/lib/workflow/seen";

interface IssueCopy {
  setIssue: Dispatch<SetStateAction<IssueDraft>>;
  reload: () => Promise<boolean>;
}

/** What a page gives its workflow panels: who acts, whom work can be given to, and the way to the server. */
export type WorkflowGiven = Pick<WorkflowRoom, "actor" | "colleagues" | "actions">;

/** The workflow's room on the page of an issue, whose copy follows what the server says stands. */
export function useIssueWorkflow(given: WorkflowGiven, { setIssue, reload }: IssueCopy): WorkflowRoom {
  const { actor, colleagues, actions } = given;
  return useMemo(
    () => ({
      actor,
      colleagues,
      actions,
      apply: (what, id, standing) => setIssue((held) => withWork(held, what, id, standing)),
      reload: () => void reload(),
    }),
    [actor, colleagues, actions, setIssue, reload],
  );
}

/** The workflow's room on the page of a story that waits in the backlog. */
export function useStoryWorkflow(
  given: WorkflowGiven,
  setStory: Dispatch<SetStateAction<StoryDraft>>,
): WorkflowRoom {
  return {
    ...given,
    apply: (_, __, standing) => setStory((held) => ({ ...held, ...standing })),
    // The page asks before it goes when something typed is not saved (autosave.ts).
    reload: () => window.location.reload(),
  };
}

/** A story, as its panel takes it. */
export function storyItem(story: StoryDraft): WorkItem {
  return { ...story, what: "story", ownerId: story.authorId, seen: () => seenStory(story) };
}

/** An issue, as its panel takes it, in the order that is shown. */
export function issueItem(issue: IssueDraft, order: Order): WorkItem {
  return {
    ...issue,
    what: "issue",
    ownerId: null,
    seen: () => seenIssue(issue.version, issue.sections, order),
  };
}
