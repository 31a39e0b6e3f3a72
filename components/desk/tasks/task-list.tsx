"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useSingleKeys } from "@/components/desk/single-keys";
import { TaskCard } from "@/components/desk/tasks/task-card";
import { focusedTask, focusNextTask, isElsewhere, stepTask } from "@/components/desk/tasks/task-focus";
import { TASK_ORDER, TASK_WORDS } from "@/components/desk/tasks/task-words";
import { type TaskActions, useTaskDeeds } from "@/components/desk/tasks/use-task-deeds";
import type { TaskLine } from "@/lib/tasks/schema";

interface TaskListProps {
  tasks: TaskLine[];
  /** Grouped by kind; ended ones are one list, the last ended first. */
  show: "open" | "ended";
  mayEnd: boolean;
  actions: TaskActions;
  /** What is gone through before them: forecasts that are due, or were settled. */
  children?: ReactNode;
}

/** Tasks to go through: j and k, Enter for the source, e for done. */
export function TaskList({ tasks, show, mayEnd, actions, children }: TaskListProps) {
  const { busy, deeds } = useTaskDeeds(actions, (task) => focusNextTask(task.id));
  const router = useRouter();
  const focused = () => tasks.find(({ id }) => id === focusedTask());
  const enabled = useSingleKeys();
  const options = { enabled, ignoreEventWhen: isElsewhere };
  useHotkeys("j", () => stepTask(1), options);
  useHotkeys("k", () => stepTask(-1), options);
  useHotkeys(
    "e",
    () => {
      const task = focused();
      if (task && mayEnd && show === "open") deeds.done(task);
    },
    options,
  );
  useHotkeys("enter", () => {
    const task = focused();
    // On a button or link inside, Enter is theirs.
    if (task && document.activeElement?.matches("[data-task]"))
      router.push(`/desk/sources/${task.source.id}`);
  });
  const card = (task: TaskLine) => (
    <TaskCard key={task.id} {...{ task, mayEnd, deeds }} busy={busy?.id === task.id ? busy.deed : null} />
  );
  const list = "rounded-card border border-hair bg-paper";
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-7">
      {children}
      {show === "ended"
        ? tasks.length > 0 && (
            <ol aria-label="Ended tasks" className={list}>
              {tasks.map(card)}
            </ol>
          )
        : TASK_ORDER.map((kind) => {
            const own = tasks.filter((task) => task.kind === kind);
            if (own.length === 0) return null;
            const { title, shape, ask } = TASK_WORDS[kind];
            return (
              <section key={kind} aria-label={title}>
                <h2 className="font-semibold">
                  <span aria-hidden className="mr-1.5 text-line">
                    {shape}
                  </span>
                  {title} <span className="font-normal text-quiet">{own.length}</span>
                </h2>
                <p className="mb-2 text-sm text-pretty text-quiet">{ask}</p>
                <ol aria-label={title} className={list}>
                  {own.map(card)}
                </ol>
              </section>
            );
          })}
    </div>
  );
}
