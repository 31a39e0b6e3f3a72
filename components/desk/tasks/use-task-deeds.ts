"use client";

import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import type { TaskDeeds } from "@/components/desk/tasks/task-card";
import type { Result } from "@/lib/errors";
import type { TaskLine } from "@/lib/tasks/schema";

type ById = (input: { id: string }) => Promise<Result<unknown>>;

/** What app/(desk)/desk/tasks/actions.ts gives. */
export interface TaskActions {
  endTask: ById;
  reopenTask: ById;
  fetchSource: ById;
  takeNewAddress(input: { id: string; version: number }): Promise<Result<unknown>>;
}

const nameOf = ({ source }: TaskLine) => `“${source.title}”`;

/** Runs one deed at a time; the list is read again by the server with its answer. `onGone` hears when a task leaves the list. */
export function useTaskDeeds(actions: TaskActions, onGone: (task: TaskLine) => void) {
  const [busy, setBusy] = useState<{ id: string; deed: keyof TaskDeeds } | null>(null);
  const run = async (task: TaskLine, deed: keyof TaskDeeds, call: () => Promise<Result<unknown>>) => {
    if (busy) return false;
    setBusy({ id: task.id, deed });
    const answer = await attempt(call());
    setBusy(null);
    if (!answer.ok) toast.error(`${nameOf(task)}: ${answer.error.message}`);
    return answer.ok;
  };
  const reopen = async (task: TaskLine) => {
    if (await run(task, "reopen", () => actions.reopenTask({ id: task.id })))
      toast(`${nameOf(task)} is an open task again.`);
  };
  const done = async (task: TaskLine) => {
    if (!(await run(task, "done", () => actions.endTask({ id: task.id })))) return;
    onGone(task);
    const undo = async () => {
      const answer = await attempt(actions.reopenTask({ id: task.id }));
      if (!answer.ok) toast.error(`It could not be undone. ${answer.error.message}`);
    };
    toast(`${nameOf(task)} is done.`, { duration: 10_000, action: { label: "Undo", onClick: undo } });
  };
  const deeds: TaskDeeds = {
    done: (task) => void done(task),
    reopen: (task) => void reopen(task),
    read: (task) =>
      void run(task, "read", () => actions.fetchSource({ id: task.source.id })).then(
        (ok) => ok && toast(`${nameOf(task)} is being read.`),
      ),
    takeAddress: (task) =>
      void run(task, "takeAddress", () =>
        actions.takeNewAddress({ id: task.id, version: task.source.version }),
      ).then((ok) => ok && onGone(task)),
  };
  return { busy, deeds };
}
