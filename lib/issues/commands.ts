import type { z } from "zod";
import { record } from "@/lib/audit";
import { transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockIssue, raiseOrderVersion, standingOrder, writeOrder } from "@/lib/issues/lock";
import { sameMembers, sameOrder } from "@/lib/issues/order";
import { arrangeStoriesInput, createIssueInput, issueIdInput, type Order } from "@/lib/issues/schema";
import { freeSlug } from "@/lib/issues/slug";
import { announce } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import { EMPTY } from "@/lib/rich-text/document";

/** Starts an empty issue with one untitled section. Answers its id and address. */
export async function createIssue(
  actor: Actor,
  input: z.input<typeof createIssueInput>,
): Promise<{ id: string; slug: string }> {
  authorize(actor, "issue.create");
  const { title } = createIssueInput.parse(input);
  return transaction(async (tx) => {
    const issue = await tx.issue.create({
      data: {
        title,
        slug: await freeSlug(tx, title),
        introduction: richTextColumn(EMPTY),
        closing: richTextColumn(EMPTY),
        createdById: actor.id,
        sections: { create: { title: "", position: 1 } },
      },
    });
    await record(tx, actor, "issue.create", "Issue", issue.id, { title });
    return { id: issue.id, slug: issue.slug };
  });
}

/**
 * Puts sections and stories in the order given: the whole order, with the version it was based on.
 * Throws AppError "conflict" with the standing order (StandingOrder) when someone changed it meanwhile.
 */
export async function arrangeStories(
  actor: Actor,
  input: z.input<typeof arrangeStoriesInput>,
): Promise<{ orderVersion: number; order: Order }> {
  authorize(actor, "issue.arrange");
  const { issueId, baseVersion, order } = arrangeStoriesInput.parse(input);
  return transaction(async (tx) => {
    const { orderVersion } = await lockIssue(tx, issueId);
    const standing = await standingOrder(tx, issueId);
    const current = standing.sections.map((section) => ({
      sectionId: section.id,
      storyIds: section.stories.map((story) => story.id),
    }));
    if (orderVersion !== baseVersion || !sameMembers(current, order)) {
      throw new AppError(
        "conflict",
        "Someone else changed the order first; your move was not made.",
        standing,
      );
    }
    if (sameOrder(current, order)) return { orderVersion, order };
    await writeOrder(tx, issueId, order);
    return { orderVersion: await raiseOrderVersion(tx, actor, issueId), order };
  });
}

/** Puts an unpublished issue in the trash. Throws AppError "invalid" for one that readers can see. */
export async function trashIssue(actor: Actor, input: z.input<typeof issueIdInput>): Promise<void> {
  authorize(actor, "issue.trash");
  const { id } = issueIdInput.parse(input);
  await transaction(async (tx) => {
    await lockIssue(tx, id);
    const issue = await tx.issue.findUniqueOrThrow({ where: { id } });
    if (issue.publicationState !== "unpublished") {
      throw new AppError("invalid", "A published issue cannot be removed: readers and links rely on it.");
    }
    await tx.issue.update({ where: { id }, data: { trashedAt: new Date(), trashedById: actor.id } });
    await record(tx, actor, "issue.trash", "Issue", id, { title: issue.title });
    await announce(tx, { what: "order", issueId: id, storyId: null, by: actor.id });
  });
}

/** Takes an issue out of the trash. */
export async function restoreIssue(actor: Actor, input: z.input<typeof issueIdInput>): Promise<void> {
  authorize(actor, "issue.trash");
  const { id } = issueIdInput.parse(input);
  await transaction(async (tx) => {
    const data = { trashedAt: null, trashedById: null };
    const restored = await tx.issue.updateMany({ where: { id }, data });
    if (restored.count === 0) throw new AppError("not-found", "This issue does not exist.");
    await record(tx, actor, "issue.restore", "Issue", id);
    await announce(tx, { what: "order", issueId: id, storyId: null, by: actor.id });
  });
}
