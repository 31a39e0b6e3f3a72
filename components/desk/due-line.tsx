"use client";

import { dueWords, isOverdue } from "@/components/desk/due";
import { useToday } from "@/components/desk/use-today";
import type { WorkflowState } from "@/lib/issues/schema";

interface DueLineProps {
  work: { dueOn: string | null; workflowState: WorkflowState };
}

/** When it is due, in words; what is overdue has a shape too. Nothing without a date. */
export function DueLine({ work }: DueLineProps) {
  const today = useToday();
  if (work.dueOn === null) return null;
  const late = isOverdue(work, today);
  return (
    <time dateTime={work.dueOn} className={`whitespace-nowrap ${late ? "font-medium text-line" : ""}`}>
      {late ? <span aria-hidden>▲ </span> : null}
      {late ? <span className="sr-only">Overdue: </span> : null}
      {dueWords(work.dueOn, today)}
    </time>
  );
}
