import { isoDate } from "@/lib/dates";
import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { lockIssue } from "@/lib/issues/lock";
import type { WorkflowState } from "@/lib/issues/schema";
import { lockIssueAround } from "@/lib/workflow/approval";
import { work, workParts } from "@/lib/workflow/read-work";
import type { StandingWork, What } from "@/lib/workflow/schema";

/** A story or an issue under its lock, as the workflow looks at it. */
export interface LockedWork {
  what: What;
  id: string;
  /** The issue itself, or the one around the story; null in the backlog. */
  issueId: string | null;
  storyId: string | null;
  /** A story's author; null for an issue. */
  ownerId: string | null;
  state: WorkflowState;
  version: number;
  assigneeId: string | null;
  dueOn: string | null;
  approvedById: string | null;
}

const facts = {
  workflowState: true,
  version: true,
  assigneeId: true,
  dueOn: true,
  approvedById: true,
} as const satisfies Prisma.StorySelect & Prisma.IssueSelect;

/**
 * Locks the story (after the issue around it) or the issue until the transaction ends.
 * Throws AppError "not-found", also for what is in the trash.
 */
export async function lockWork(tx: Db, what: What, id: string): Promise<LockedWork> {
  if (what === "issue") {
    await lockIssue(tx, id);
    const {
      workflowState: state,
      dueOn,
      ...row
    } = await tx.issue.findUniqueOrThrow({ where: { id }, select: facts });
    return { what, id, issueId: id, storyId: null, ownerId: null, state, dueOn: isoDate(dueOn), ...row };
  }
  const issueId = await lockIssueAround(tx, id);
  await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const select = { ...facts, authorId: true };
  const row = await tx.story.findFirst({
    where: {
      id,
      trashedAt: null,
      OR: [{ sectionId: null }, { section: { issue: { trashedAt: null } } }],
    },
    select,
  });
  if (row === null) throw new AppError("not-found", "This story does not exist, or it was removed.");
  const { workflowState: state, dueOn, authorId: ownerId, ...rest } = row;
  return { what, id, issueId, storyId: id, ownerId, state, dueOn: isoDate(dueOn), ...rest };
}

interface Change {
  workflowState?: WorkflowState;
  approvedById?: string | null;
  approvedAt?: Date | null;
  assigneeId?: string | null;
  dueOn?: Date | null;
}

/** Writes to the row that is locked; its words and their version stay. */
export async function writeWork(tx: Db, { what, id }: LockedWork, data: Change): Promise<void> {
  if (what === "issue") await tx.issue.update({ where: { id }, data });
  else await tx.story.update({ where: { id }, data });
}

/** The work as it stands now. */
export async function standingWork(tx: Db, what: What, id: string): Promise<StandingWork> {
  const row =
    what === "issue"
      ? await tx.issue.findUniqueOrThrow({ where: { id }, include: workParts })
      : await tx.story.findUniqueOrThrow({ where: { id }, include: workParts });
  return { ...work(row), version: row.version };
}

const DEEDS: Record<string, string> = {
  review: "asked for a review of",
  approve: "approved",
  draft: "sent back to drafting",
  "approval-lost": "changed",
  assign: "gave out",
};

/** "Ana Ruiz approved this story meanwhile": who was first, as far as the audit log says. */
export async function whoWasFirst(tx: Db, { what, id }: LockedWork): Promise<string> {
  const last = await tx.auditEvent.findFirst({
    where: { targetId: id, action: { in: Object.keys(DEEDS).map((deed) => `${what}.${deed}`) } },
    orderBy: { at: "desc" },
    include: { actor: { select: { name: true } } },
  });
  const deed = DEEDS[last?.action.slice(what.length + 1) ?? ""] ?? "changed";
  return `${last?.actor?.name ?? "Someone else"} ${deed} this ${what} meanwhile`;
}
