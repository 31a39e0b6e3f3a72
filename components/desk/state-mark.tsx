"use client";

import { createContext, type ReactNode, use, useMemo } from "react";
import { WORKFLOW } from "@/components/desk/issue-state";
import type { IssueDraft, WorkflowState } from "@/lib/issues/schema";

/** The state of the work as its shape alone, where there is no room for the word; the word is on hover and read out. */
export function StateMark({ state }: { state: WorkflowState }) {
  const { shape, word } = WORKFLOW[state];
  return (
    <span title={word} className={`text-[0.625rem] ${state === "approved" ? "text-good" : "text-quiet"}`}>
      <span aria-hidden>{shape}</span>
      <span className="sr-only">, {word}</span>
    </span>
  );
}

const States = createContext<ReadonlyMap<string, WorkflowState>>(new Map());

/** Lets every `StoryStateMark` inside know how far each story of the issue is. */
export function StoryStates({ issue, children }: { issue: IssueDraft; children: ReactNode }) {
  const states = useMemo(
    () =>
      new Map(
        issue.sections.flatMap((section) => section.stories).map((story) => [story.id, story.workflowState]),
      ),
    [issue.sections],
  );
  return <States value={states}>{children}</States>;
}

/** The mark of the story with this id; nothing for one that is not known yet. */
export function StoryStateMark({ id }: { id: string }) {
  const state = use(States).get(id);
  return state ? <StateMark state={state} /> : null;
}
