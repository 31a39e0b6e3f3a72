import { isoDate } from "@/lib/dates";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { WorkflowState } from "@/lib/issues/schema";
import type { Work } from "@/lib/workflow/schema";

/** What `work` needs of a story's or an issue's row. */
export const workParts = {
  assignee: { select: { id: true, name: true } },
  approvedBy: { select: { name: true } },
} as const satisfies Prisma.StoryInclude & Prisma.IssueInclude;

interface WorkRow {
  workflowState: WorkflowState;
  assignee: { id: string; name: string } | null;
  dueOn: Date | null;
  approvedBy: { name: string } | null;
  approvedAt: Date | null;
}

/** The work on a story or an issue as screens show it. */
export function work(row: WorkRow): Work {
  return {
    workflowState: row.workflowState,
    assignee: row.assignee,
    dueOn: isoDate(row.dueOn),
    approvedBy: row.approvedBy?.name ?? null,
    approvedAt: row.approvedAt?.toISOString() ?? null,
  };
}
