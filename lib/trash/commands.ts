import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockIssue, raiseOrderVersion } from "@/lib/issues/lock";
import { announce } from "@/lib/live/announce";
import { parse } from "@/lib/parse";
import { type Actor, authorize, can } from "@/lib/policy";
import { insertAt, lockRow, NOT_TRASHED } from "@/lib/stories/commands";
import { WAS_PUBLISHED } from "@/lib/trash/queries";
import { eraseInput, isNameOf, type Place, trashedInput } from "@/lib/trash/schema";

/** The section a story came from with its issue locked, where both are still there; null otherwise. */
async function lockPlace(tx: Db, sectionId: string | null): Promise<Place | null> {
  if (sectionId === null) return null;
  const read = () =>
    tx.section.findFirst({
      where: { id: sectionId, issue: { trashedAt: null } },
      include: { issue: { select: { title: true, number: true } } },
    });
  const found = await read();
  if (found === null) return null;
  await lockIssue(tx, found.issueId);
  const section = await read();
  if (section === null) return null;
  const { issueId, title, issue } = section;
  return { issueId, issueTitle: issue.title, issueNumber: issue.number, sectionTitle: title };
}

/** The section a trashed story came from; undefined for no story. */
async function cameFrom(tx: Db, id: string): Promise<string | null | undefined> {
  const story = await tx.story.findUnique({ where: { id }, select: { trashedFromId: true } });
  return story?.trashedFromId;
}

/**
 * Takes a story out of the trash: to the end of the section it came from where that still stands and the actor may
 * arrange it, otherwise to the backlog. Answers its place, null for the backlog. Throws AppError "conflict" when
 * somebody restored it first.
 */
export async function restoreTrashedStory(
  actor: Actor,
  input: z.input<typeof trashedInput>,
): Promise<{ place: Place | null }> {
  const { id } = parse(trashedInput, input);
  return transaction(async (tx) => {
    const from = await cameFrom(tx, id);
    const sectionId = can(actor, "issue.arrange") ? (from ?? null) : null;
    const place = await lockPlace(tx, sectionId);
    const story = await lockRow(tx, id);
    if (story === null) throw new AppError("not-found", "This story was erased meanwhile.");
    authorize(actor, "story.remove", { ownerId: story.authorId });
    if (story.trashedAt === null) {
      throw new AppError("conflict", "Somebody restored this story first: it is back already.");
    }
    // Restored and removed again from somewhere else, while we waited for the lock.
    if (place !== null && (await cameFrom(tx, id)) !== sectionId) {
      throw new AppError("conflict", "This story moved meanwhile; look again, then restore it.");
    }
    if (place !== null && sectionId !== null) {
      await insertAt(tx, id, sectionId, Number.MAX_SAFE_INTEGER);
      await raiseOrderVersion(tx, actor, place.issueId);
    } else await tx.story.update({ where: { id }, data: NOT_TRASHED });
    await record(tx, actor, "story.restore", "Story", id);
    const issueId = place?.issueId ?? null;
    await announce(tx, { what: "order", issueId, storyId: id, by: actor.id });
    return { place };
  });
}

function refusePublished(what: string): never {
  throw new AppError("invalid", `${what}: its record stays, because readers rely on it. It can be restored.`);
}

function checkTyped(title: string, typed: string): void {
  if (isNameOf(title, typed)) return;
  throw new AppError("invalid", "The name that was typed is another one; nothing was erased.", {
    fieldErrors: { typed: ["Type the name as it stands above."] },
  });
}

/**
 * Erases a story in the trash for good, with its claims, comments and versions; its sources stay. `typed` is its name
 * (nameToType). Throws AppError "invalid" for another name and for a story that readers have had.
 */
export async function eraseStory(actor: Actor, input: z.input<typeof eraseInput>): Promise<void> {
  authorize(actor, "trash.erase");
  const { id, typed } = parse(eraseInput, input);
  await transaction(async (tx) => {
    const locked = await lockRow(tx, id);
    if (locked === null) throw new AppError("not-found", "This story was erased already.");
    if (locked.trashedAt === null)
      throw new AppError("conflict", "Somebody restored this story: it is in use.");
    const { headline } = await tx.story.findUniqueOrThrow({ where: { id }, select: { headline: true } });
    checkTyped(headline, typed);
    const published = await tx.story.count({ where: { id, ...WAS_PUBLISHED } });
    if (published > 0) refusePublished("This story was published");
    await tx.story.delete({ where: { id } });
    await record(tx, actor, "story.erase", "Story", id, { headline });
  });
}

/**
 * Erases an issue in the trash for good, with its sections and the stories that stand in it. `typed` is its name
 * (nameToType). Throws AppError "invalid" for another name and where readers have had the issue or one of its stories.
 */
export async function eraseIssue(actor: Actor, input: z.input<typeof eraseInput>): Promise<void> {
  authorize(actor, "trash.erase");
  const { id, typed } = parse(eraseInput, input);
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Issue" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const issue = await tx.issue.findUnique({
      where: { id },
      include: { _count: { select: { editions: true } } },
    });
    if (issue === null) throw new AppError("not-found", "This issue was erased already.");
    if (issue.trashedAt === null)
      throw new AppError("conflict", "Somebody restored this issue: it is in use.");
    checkTyped(issue.title, typed);
    if (issue._count.editions > 0) refusePublished("This issue was published");
    const inside = { section: { issueId: id } };
    if ((await tx.story.count({ where: { ...inside, ...WAS_PUBLISHED } })) > 0) {
      refusePublished("A story in this issue was published in an earlier one");
    }
    const { count } = await tx.story.deleteMany({ where: inside });
    await tx.issue.delete({ where: { id } });
    await record(tx, actor, "issue.erase", "Issue", id, { title: issue.title, stories: count });
  });
}
