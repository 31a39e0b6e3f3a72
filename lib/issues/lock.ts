import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Order, StandingOrder } from "@/lib/issues/schema";
import { announce } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";
import { loseIssueApproval } from "@/lib/workflow/approval";

/** The issue's row as it stands under the lock. */
export interface LockedIssue {
  id: string;
  orderVersion: number;
}

/**
 * Locks the issue until the transaction ends: whatever changes its order waits here, so there is one total order.
 * Throws AppError "not-found", also for an issue in the trash.
 */
export async function lockIssue(tx: Db, issueId: string): Promise<LockedIssue> {
  const rows = await tx.$queryRaw<LockedIssue[]>`
    SELECT "id", "orderVersion" FROM "Issue" WHERE "id" = ${issueId}::uuid AND "trashedAt" IS NULL FOR NO KEY UPDATE`;
  const [row] = rows;
  if (!row) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  return row;
}

/**
 * Raises the version of the running order, which has changed: open desks are told, and an approved issue asks for approval
 * again. The caller holds the lock. Answers the new version.
 */
export async function raiseOrderVersion(tx: Db, actor: Actor, issueId: string): Promise<number> {
  await loseIssueApproval(tx, actor, issueId);
  const { orderVersion } = await tx.issue.update({
    where: { id: issueId },
    data: { orderVersion: { increment: 1 } },
    select: { orderVersion: true },
  });
  await announce(tx, { what: "order", issueId, storyId: null, by: null, version: orderVersion });
  return orderVersion;
}

/** The order that stands, with titles, to show after a refusal. */
export async function standingOrder(tx: Db, issueId: string): Promise<StandingOrder> {
  return tx.issue.findUniqueOrThrow({
    where: { id: issueId },
    select: {
      orderVersion: true,
      sections: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          title: true,
          stories: { orderBy: { position: "asc" }, select: { id: true, headline: true } },
        },
      },
    },
  });
}

/**
 * Writes every position of the order, from 1; uniqueness is checked at commit. Only the issue's own sections are
 * written to; the caller has made sure that the stories are the issue's too.
 */
export async function writeOrder(tx: Db, issueId: string, order: Order): Promise<void> {
  const sectionIds = order.map((section) => section.sectionId);
  await tx.$executeRaw`
    UPDATE "Section" SET "position" = place."position"
    FROM unnest(${sectionIds}::uuid[]) WITH ORDINALITY AS place("id", "position")
    WHERE "Section"."id" = place."id" AND "Section"."issueId" = ${issueId}::uuid`;
  const places = order.flatMap(({ sectionId, storyIds }) =>
    storyIds.map((storyId, index) => ({ storyId, sectionId, position: index + 1 })),
  );
  await tx.$executeRaw`
    UPDATE "Story" SET "sectionId" = place."sectionId", "position" = place."position"
    FROM unnest(
      ${places.map((place) => place.storyId)}::uuid[],
      ${places.map((place) => place.sectionId)}::uuid[],
      ${places.map((place) => place.position)}::int[]
    ) AS place("id", "sectionId", "position")
    JOIN "Section" ON "Section"."id" = place."sectionId" AND "Section"."issueId" = ${issueId}::uuid
    WHERE "Story"."id" = place."id"`;
}
