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

interface StoryStateMarkProps {
  id: string;
  /** Fades while the row's menu stands in its place; read out all the same. */
  givesWay: boolean;
}

/** The mark of the story with this id; nothing for one that is not known yet. */
export function StoryStateMark({ id, givesWay }: StoryStateMarkProps) {
  const state = use(States).get(id);
  if (!state) return null;
  const away = "group-focus-within/row:opacity-0 group-hover/row:opacity-0 pointer-coarse:opacity-100!";
  return (
    <span className={givesWay ? away : ""}>
      <StateMark state={state} />
    </span>
  );
}
