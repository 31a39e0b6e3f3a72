"use client";

import { useEffect, useRef, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { saveEverything } from "@/components/desk/unsaved";
import { sendMove, type WorkflowActions } from "@/components/desk/workflow-actions";
import type { Result } from "@/lib/errors";
import type { WorkflowState } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";
import type { Colleague, OpenStory, StandingWork, What, Work } from "@/lib/workflow/schema";
import type { Seen } from "@/lib/workflow/seen";

/** What the panel of the workflow needs of the page around it. */
export interface WorkflowRoom {
  actor: Actor;
  colleagues: Colleague[];
  actions: WorkflowActions;
  /** Puts into the page's copy what the server says stands; never a version, which belongs to the words. */
  apply(what: What, id: string, standing: Work): void;
  /** Reads again what another changed. */
  reload(): void;
}

/** A story or an issue as its panel sees it. */
export interface WorkItem extends Work {
  what: What;
  id: string;
  version: number;
  /** What of it this screen shows. */
  seen(): Seen;
  /** A story's author; null for an issue. */
  ownerId: string | null;
}

interface Trouble {
  message: string;
  /** Another's change is the trouble: reading it again is what helps. */
  stale: boolean;
}

interface Details {
  current?: StandingWork;
  unread?: boolean;
  open?: OpenStory[];
}

function workOf({ workflowState, assignee, dueOn, approvedBy, approvedAt }: Work): Work {
  return { workflowState, assignee, dueOn, approvedBy, approvedAt };
}

/** The words of a save reach the page's copy with the next rendering. */
const nextRendering = () => new Promise((resolve) => setTimeout(resolve, 50));

/** The deeds of one panel: what is chosen shows at once, and goes back with a sentence where it is refused. */
export function useWork(item: WorkItem, room: WorkflowRoom) {
  const { ahead, pending, begin, end } = useAhead();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [asking, setAsking] = useState<OpenStory[] | null>(null);
  const latest = useRef(item);
  useEffect(() => {
    latest.current = item;
  });

  const run = async (shown: Partial<Work>, call: () => Promise<Result<StandingWork>>) => {
    begin(shown);
    setTrouble(null);
    const answer = await attempt(call());
    end();
    if (answer.ok) return room.apply(item.what, item.id, workOf(answer.value));
    const { current, open, unread } = (answer.error.details ?? {}) as Details;
    if (current) room.apply(item.what, item.id, workOf(current));
    if (open) setAsking(open);
    else
      setTrouble({
        message: answer.error.message,
        stale: unread === true || (current?.version ?? item.version) !== item.version,
      });
  };

  const move = async (to: WorkflowState, despite?: string[]) => {
    setAsking(null);
    begin({ workflowState: to });
    // A review is of what the server has: what was typed a moment ago must be there first.
    const isSaved = await saveEverything();
    if (isSaved) await nextRendering();
    end();
    if (!isSaved) {
      setTrouble({ message: "Something typed here is not saved yet, so nothing was moved.", stale: false });
      return;
    }
    const { what, id, seen } = latest.current;
    // Saving may have taken an approval back by itself.
    const from = item.workflowState === "approved" ? latest.current.workflowState : item.workflowState;
    if (from === to) return;
    await run({ workflowState: to }, () =>
      sendMove(room.actions, { what, id, from, seen: seen(), ...(despite && { despite }) }, to),
    );
  };

  const reload = () => {
    setTrouble(null);
    room.reload();
  };
  return {
    shown: { ...item, ...ahead },
    pending,
    trouble,
    asking,
    move,
    assign: (change: Assignment) => {
      const { shown, asked } = assignmentOf(item, room, change);
      return run(shown, () => room.actions.assign({ what: item.what, id: item.id, ...asked }));
    },
    reload,
    stopAsking: () => setAsking(null),
  };
}

interface Assignment {
  assigneeId?: string | null;
  dueOn?: string | null;
}

/** How giving the work to somebody, or by a day, shows at once, and what is asked of the server for it. */
function assignmentOf(item: WorkItem, room: WorkflowRoom, change: Assignment) {
  const base = { assigneeId: item.assignee?.id ?? null, dueOn: item.dueOn };
  const next = { ...base, ...change };
  const assignee = room.colleagues.find(({ id }) => id === next.assigneeId) ?? null;
  const shown: Partial<Work> = {
    ...("assigneeId" in change && { assignee }),
    ...("dueOn" in change && { dueOn: next.dueOn }),
  };
  return { shown, asked: { base, ...next } };
}

/** What is shown ahead of the server's answers, until the last of them is there: two things may be set at once. */
function useAhead() {
  const [ahead, setAhead] = useState<Partial<Work>>({});
  const [waiting, setWaiting] = useState(0);
  const begin = (shown: Partial<Work>) => {
    setAhead((held) => ({ ...held, ...shown }));
    setWaiting((count) => count + 1);
  };
  const end = () => setWaiting((count) => count - 1);
  if (waiting === 0 && Object.keys(ahead).length > 0) setAhead({});
  return { ahead, pending: waiting > 0, begin, end };
}
