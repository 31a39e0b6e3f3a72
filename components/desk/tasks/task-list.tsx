"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { useSingleKeys } from "@/components/desk/single-keys";
import { TaskCard } from "@/components/desk/tasks/task-card";
import { TASK_ORDER, TASK_WORDS } from "@/components/desk/tasks/task-words";
import { type TaskActions, useTaskDeeds } from "@/components/desk/tasks/use-task-deeds";
import type { TaskLine } from "@/lib/tasks/schema";

interface TaskListProps {
  tasks: TaskLine[];
  /** Grouped by kind; ended ones are one list, the last ended first. */
  show: "open" | "ended";
  mayEnd: boolean;
  actions: TaskActions;
}

/** Tasks to go through: j and k, Enter for the source, e for done. */
export function TaskList({ tasks, show, mayEnd, actions }: TaskListProps) {
  const place = useRef<HTMLDivElement>(null);
  const { focusNext, step } = useFocus(place);
  const { busy, deeds } = useTaskDeeds(actions, (task) => focusNext(task.id));
  const router = useRouter();
  const focused = () => tasks.find(({ id }) => id === focusedId());
  const enabled = useSingleKeys();
  const options = { enabled, ignoreEventWhen: isElsewhere };
  useHotkeys("j", () => step(1), options);
  useHotkeys("k", () => step(-1), options);
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
    <div ref={place} tabIndex={-1} className="grid grid-cols-[minmax(0,1fr)] gap-7 outline-none">
      {show === "ended" ? (
        <ol aria-label="Ended tasks" className={list}>
          {tasks.map(card)}
        </ol>
      ) : (
        TASK_ORDER.map((kind) => {
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
        })
      )}
    </div>
  );
}

const isElsewhere = (event: KeyboardEvent) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null;

const focusedId = () => document.activeElement?.closest<HTMLElement>("[data-task]")?.dataset.task;

/** The focus among the tasks: it goes on when one leaves. */
function useFocus(place: { readonly current: HTMLElement | null }) {
  const cards = () => [...(place.current?.querySelectorAll<HTMLElement>("[data-task]") ?? [])];
  const step = (by: 1 | -1) => {
    const all = cards();
    const at = all.findIndex((card) => card.dataset.task === focusedId());
    const next = at < 0 ? (by === 1 ? 0 : all.length - 1) : at + by;
    all[Math.min(all.length - 1, Math.max(0, next))]?.focus();
  };
  const focusNext = (id: string) => {
    const all = cards();
    const at = all.findIndex((card) => card.dataset.task === id);
    // The last one leaves the list itself, which stays only while there are others.
    (all[at + 1] ?? all[at - 1] ?? document.querySelector<HTMLElement>("#content"))?.focus();
  };
  return { focusNext, step };
}
