import { record } from "@/lib/audit";
import type { Db } from "@/lib/db";
import { announce } from "@/lib/live/announce";
import { notify } from "@/lib/notifications/notify";
import type { Actor } from "@/lib/policy";

// An approval is of the words that were read. Whatever changes what readers would see of an approved story or issue
// therefore takes its approval back in the same transaction, and asks for it again.

const LOST = { workflowState: "inReview", approvedById: null, approvedAt: null } as const;

/** The ids that are there, as recipients. */
export function those(...ids: (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}

async function issueAround(tx: Db, storyId: string): Promise<string | null> {
  const select = { section: { select: { issueId: true } } };
  const story = await tx.story.findUnique({ where: { id: storyId }, select });
  return story?.section?.issueId ?? null;
}

/**
 * Locks the issue that a story stands in, before the story itself is locked: what changes the story may take the issue's
 * approval back. Answers its id, null in the backlog. A story changes its issue only under the lock of both.
 */
export async function lockIssueAround(tx: Db, storyId: string): Promise<string | null> {
  let locked: string | null = null;
  for (;;) {
    const issueId = await issueAround(tx, storyId);
    if (issueId === null || issueId === locked) return issueId;
    await tx.$queryRaw`SELECT 1 FROM "Issue" WHERE "id" = ${issueId}::uuid FOR NO KEY UPDATE`;
    locked = issueId;
  }
}

/** Like `lockIssueAround` for several stories; their issues in one order, so that no two commands wait for each other. */
export async function lockIssuesAround(tx: Db, storyIds: string[]): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM "Issue" WHERE "id" IN (
      SELECT "Section"."issueId" FROM "Story" JOIN "Section" ON "Section"."id" = "Story"."sectionId"
      WHERE "Story"."id" = ANY(${storyIds}::uuid[])
    ) ORDER BY "id" FOR NO KEY UPDATE`;
  for (const storyId of storyIds) await lockIssueAround(tx, storyId);
}

/**
 * What readers would see of a story has changed: an approved one asks for approval again, and so does the approved
 * issue it stands in. The caller holds the locks of both (lockIssueAround, then the story). Nothing happens to others.
 */
export async function loseApproval(tx: Db, actor: Actor, storyId: string): Promise<void> {
  const story = await tx.story.findUniqueOrThrow({ where: { id: storyId } });
  const issueId = await issueAround(tx, storyId);
  if (story.workflowState === "approved") {
    await tx.story.update({ where: { id: storyId }, data: LOST });
    const told = those(story.approvedById, story.assigneeId);
    await notify(tx, actor, told, { kind: "approvalLost", issueId, storyId });
    await record(tx, actor, "story.approval-lost", "Story", storyId, { version: story.version });
    await announce(tx, { what: "workflow", issueId, storyId, by: actor.id });
  }
  if (issueId !== null) await loseIssueApproval(tx, actor, issueId);
}

/** Like `loseApproval`, for an issue whose own words, order, sections or stories have changed; the caller holds its lock. */
export async function loseIssueApproval(tx: Db, actor: Actor, issueId: string): Promise<void> {
  const issue = await tx.issue.findUniqueOrThrow({ where: { id: issueId } });
  if (issue.workflowState !== "approved") return;
  await tx.issue.update({ where: { id: issueId }, data: LOST });
  await notify(tx, actor, those(issue.approvedById, issue.assigneeId), { kind: "approvalLost", issueId });
  await record(tx, actor, "issue.approval-lost", "Issue", issueId, { version: issue.version });
  await announce(tx, { what: "workflow", issueId, storyId: null, by: actor.id });
}
