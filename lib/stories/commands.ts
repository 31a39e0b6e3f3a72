import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockIssue, raiseOrderVersion } from "@/lib/issues/lock";
import { announce } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { createStory } from "@/lib/stories/create";
import {
  addStoryInput,
  placeStoryInput,
  restoreStoryInput,
  type StoryUndo,
  storyIdInput,
} from "@/lib/stories/schema";

/** Locks the issue that the section belongs to; null when the section is gone, also by who held the lock before. */
async function lockIssueWith(tx: Db, sectionId: string): Promise<string | null> {
  const section = await tx.section.findUnique({ where: { id: sectionId }, select: { issueId: true } });
  if (section === null) return null;
  await lockIssue(tx, section.issueId);
  const isStillThere = (await tx.section.count({ where: { id: sectionId } })) > 0;
  return isStillThere ? section.issueId : null;
}

/** Like lockIssueWith. Throws AppError "not-found" when the section is gone. */
async function lockIssueOf(tx: Db, sectionId: string): Promise<string> {
  const issueId = await lockIssueWith(tx, sectionId);
  if (issueId === null) throw new AppError("not-found", "This section was removed meanwhile.");
  return issueId;
}

/** The story's row, locked: always after its issue, so that no two commands wait for each other. Null for none. */
export async function lockRow(tx: Db, id: string) {
  await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  return tx.story.findUnique({
    where: { id },
    select: { id: true, authorId: true, sectionId: true, position: true, trashedAt: true },
  });
}

/** A story that is in use: in an issue or in the backlog. */
export const NOT_TRASHED = { trashedAt: null, trashedById: null, trashedFromId: null } as const;

/** What is noted when a story goes to the trash. */
interface Trashing {
  trashedAt: Date;
  trashedById: string | null;
}

/** Puts a story without a place at `position` (from 1, clamped) of the section; the issue is locked. */
export async function insertAt(tx: Db, storyId: string, sectionId: string, position: number): Promise<void> {
  const count = await tx.story.count({ where: { sectionId } });
  const place = Math.min(position, count + 1);
  await tx.$executeRaw`
    UPDATE "Story" SET "position" = "position" + 1
    WHERE "sectionId" = ${sectionId}::uuid AND "position" >= ${place}`;
  await tx.story.update({
    where: { id: storyId },
    data: { sectionId, position: place, ...NOT_TRASHED },
  });
}

/** Takes a story out of its section and closes the gap; the issue is locked. */
async function takeOut(
  tx: Db,
  story: { id: string; sectionId: string; position: number },
  trashing: Trashing | null,
) {
  const trashed = trashing ? { ...trashing, trashedFromId: story.sectionId } : {};
  await tx.story.update({ where: { id: story.id }, data: { sectionId: null, position: null, ...trashed } });
  await tx.$executeRaw`
    UPDATE "Story" SET "position" = "position" - 1
    WHERE "sectionId" = ${story.sectionId}::uuid AND "position" > ${story.position}`;
}

/** Adds an empty story: at the end of a section (for those who may arrange), or to the backlog with `sectionId` null. */
export async function addStory(
  actor: Actor,
  input: z.input<typeof addStoryInput>,
): Promise<{ id: string; anchor: string; orderVersion: number | null }> {
  authorize(actor, "story.add");
  const { sectionId, headline } = addStoryInput.parse(input);
  if (sectionId !== null) authorize(actor, "issue.arrange");
  return transaction(async (tx) => {
    const issueId = sectionId === null ? null : await lockIssueOf(tx, sectionId);
    const { id, anchor } = await createStory(tx, actor, headline);
    if (sectionId === null || issueId === null) return { id, anchor, orderVersion: null };
    await insertAt(tx, id, sectionId, Number.MAX_SAFE_INTEGER);
    return { id, anchor, orderVersion: await raiseOrderVersion(tx, actor, issueId) };
  });
}

/** The story as it stands once its issue (if any) and it are locked, so that its place cannot change under us. */
async function lockPlaced(tx: Db, id: string) {
  const before = await tx.story.findUnique({ where: { id }, select: { sectionId: true } });
  const issueId = before?.sectionId ? await lockIssueWith(tx, before.sectionId) : null;
  const story = await lockRow(tx, id);
  if (story === null || story.trashedAt !== null) {
    throw new AppError("not-found", "This story was already removed.");
  }
  if (story.sectionId !== before?.sectionId) {
    // It moved to another section between the two reads; within the locked issue that is fine.
    const section = story.sectionId && (await tx.section.findUnique({ where: { id: story.sectionId } }));
    if (!section || section.issueId !== issueId) {
      throw new AppError("conflict", "Someone else moved this story meanwhile; look again before you go on.");
    }
  }
  return { story, issueId };
}

async function leave(tx: Db, actor: Actor, id: string, trashing: Trashing | null) {
  const { story, issueId } = await lockPlaced(tx, id);
  authorize(actor, "story.remove", { ownerId: story.authorId });
  const { sectionId, position } = story;
  if (issueId === null || sectionId === null || position === null) {
    if (trashing) await tx.story.update({ where: { id }, data: trashing });
    await announce(tx, { what: "order", issueId: null, storyId: id, by: actor.id });
    return { orderVersion: null, undo: { id, sectionId: null, position: null } };
  }
  authorize(actor, "issue.arrange");
  await takeOut(tx, { id, sectionId, position }, trashing);
  return { orderVersion: await raiseOrderVersion(tx, actor, issueId), undo: { id, sectionId, position } };
}

/** Puts a story in the trash; one that stands in an issue needs leave to arrange too. `undo` is for restoreStory. */
export async function removeStory(
  actor: Actor,
  input: z.input<typeof storyIdInput>,
): Promise<{ orderVersion: number | null; undo: StoryUndo }> {
  const { id } = storyIdInput.parse(input);
  return transaction(async (tx) => {
    const left = await leave(tx, actor, id, { trashedAt: new Date(), trashedById: actor.id });
    await record(tx, actor, "story.remove", "Story", id);
    return left;
  });
}

/** Moves a story from its issue to the backlog. `undo` is for restoreStory. */
export async function unplaceStory(
  actor: Actor,
  input: z.input<typeof storyIdInput>,
): Promise<{ orderVersion: number | null; undo: StoryUndo }> {
  authorize(actor, "issue.arrange");
  const { id } = storyIdInput.parse(input);
  return transaction((tx) => leave(tx, actor, id, null));
}

/**
 * Undoes removeStory or unplaceStory: the story comes back at its place, or to the backlog when it had none or its
 * section is gone.
 */
export async function restoreStory(
  actor: Actor,
  input: z.input<typeof restoreStoryInput>,
): Promise<{ orderVersion: number | null }> {
  const { id, sectionId, position } = restoreStoryInput.parse(input);
  return transaction(async (tx) => {
    const issueId = sectionId && (await lockIssueWith(tx, sectionId));
    const story = await lockRow(tx, id);
    if (story === null) throw new AppError("not-found", "This story does not exist.");
    authorize(actor, "story.remove", { ownerId: story.authorId });
    if (story.sectionId !== null) throw new AppError("conflict", "This story is back in an issue already.");
    if (!sectionId || !issueId) {
      await tx.story.update({ where: { id }, data: NOT_TRASHED });
      await announce(tx, { what: "order", issueId: null, storyId: id, by: actor.id });
      return { orderVersion: null };
    }
    authorize(actor, "issue.arrange");
    await insertAt(tx, id, sectionId, position ?? Number.MAX_SAFE_INTEGER);
    return { orderVersion: await raiseOrderVersion(tx, actor, issueId) };
  });
}

/** Moves a story from the backlog to the end of a section. Throws AppError "conflict" when it is in an issue already. */
export async function placeStory(
  actor: Actor,
  input: z.input<typeof placeStoryInput>,
): Promise<{ orderVersion: number }> {
  authorize(actor, "issue.arrange");
  const { id, sectionId } = placeStoryInput.parse(input);
  return transaction(async (tx) => {
    const issueId = await lockIssueOf(tx, sectionId);
    const story = await lockRow(tx, id);
    if (story === null || story.trashedAt !== null) {
      throw new AppError("not-found", "This story was removed meanwhile.");
    }
    if (story.sectionId !== null) throw new AppError("conflict", "This story stands in an issue already.");
    await insertAt(tx, id, sectionId, Number.MAX_SAFE_INTEGER);
    return { orderVersion: await raiseOrderVersion(tx, actor, issueId) };
  });
}
