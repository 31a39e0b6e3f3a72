import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, db, transaction } from "@/lib/db";
import { appearancesOf } from "@/lib/editions/appearances";
import { AppError } from "@/lib/errors";
import { lockIssue, raiseOrderVersion } from "@/lib/issues/lock";
import { findOrMakeNext, lockBetweenIssues, type NextIssue, sectionTitled } from "@/lib/issues/next-issue";
import { announce } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import { EMPTY } from "@/lib/rich-text/document";
import { likePatterns, queryWords } from "@/lib/search/words";
import { newAnchor } from "@/lib/stories/anchor";
import {
  type Follows,
  followUpInput,
  followUpNextInput,
  type PublishedStory,
  publishedStoriesInput,
  setFollowsInput,
} from "@/lib/stories/follows-schema";
import { lockStory } from "@/lib/stories/save";
import { loseApproval } from "@/lib/workflow/approval";

/** Throws AppError "invalid" for a story that readers do not have. */
async function published(tx: Db, storyId: string): Promise<PublishedStory> {
  const story = (await appearancesOf(tx, [storyId])).get(storyId);
  if (story) return story;
  throw new AppError("invalid", "Only a published story can be followed up: readers are led to it.");
}

/** A new, empty story under the earlier one's headline, at the end of the section; its issue is locked. */
async function begin(tx: Db, actor: Actor, earlier: PublishedStory, sectionId: string | null) {
  const empty = richTextColumn(EMPTY);
  const position = sectionId === null ? null : (await tx.story.count({ where: { sectionId } })) + 1;
  const words = { headline: earlier.headline, body: empty, whyItMatters: empty };
  const place = { sectionId, position, followsId: earlier.id };
  const { id } = await tx.story.create({
    data: { anchor: newAnchor(), ...words, ...place, authorId: actor.id },
  });
  await record(tx, actor, "story.follow-up", "Story", id, { follows: earlier.id });
  return id;
}

async function beginIn(tx: Db, actor: Actor, earlier: PublishedStory, sectionId: string, issueId: string) {
  const id = await begin(tx, actor, earlier, sectionId);
  await raiseOrderVersion(tx, actor, issueId);
  return id;
}

/**
 * Starts a story that follows up a published one: at the end of a section (for those who may arrange), or in the backlog
 * with `sectionId` null. Throws AppError "invalid" when readers do not have the earlier story.
 */
export async function followUp(actor: Actor, input: z.input<typeof followUpInput>): Promise<{ id: string }> {
  authorize(actor, "story.add");
  const { storyId, sectionId } = followUpInput.parse(input);
  if (sectionId !== null) authorize(actor, "issue.arrange");
  return transaction(async (tx) => {
    const earlier = await published(tx, storyId);
    if (sectionId === null) return { id: await begin(tx, actor, earlier, null) };
    const section = await tx.section.findUnique({ where: { id: sectionId } });
    if (!section) throw new AppError("not-found", "This section was removed meanwhile.");
    await lockIssue(tx, section.issueId);
    if ((await tx.section.count({ where: { id: sectionId } })) === 0) {
      throw new AppError("not-found", "This section was removed meanwhile.");
    }
    return { id: await beginIn(tx, actor, earlier, sectionId, section.issueId) };
  });
}

/**
 * Like followUp, in the issue after the one the story stands in (made where there is none), in the section of the same title.
 * Throws AppError "invalid" for a story without an issue too.
 */
export async function followUpNext(
  actor: Actor,
  input: z.input<typeof followUpNextInput>,
): Promise<{ id: string; to: NextIssue }> {
  authorize(actor, "issue.arrange");
  const { storyId } = followUpNextInput.parse(input);
  return transaction(async (tx) => {
    await lockBetweenIssues(tx);
    const earlier = await published(tx, storyId);
    const story = await tx.story.findUniqueOrThrow({ where: { id: storyId }, include: { section: true } });
    if (!story.section)
      throw new AppError("invalid", "This story stands in no issue, so none comes after it.");
    const next = await findOrMakeNext(tx, actor, story.section.issueId);
    await lockIssue(tx, next.id);
    const section = await sectionTitled(tx, next.id, story.section.title);
    return { id: await beginIn(tx, actor, earlier, section.id, next.id), to: next };
  });
}

/** Whether `storyId` is among what `followsId` follows up, however far back. */
async function isBehind(tx: Db, storyId: string, followsId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    WITH RECURSIVE chain AS (
      SELECT "id", "followsId" FROM "Story" WHERE "id" = ${followsId}::uuid
      UNION SELECT s."id", s."followsId" FROM "Story" s JOIN chain ON s."id" = chain."followsId"
    ) SELECT 1 FROM chain WHERE "id" = ${storyId}::uuid`;
  return rows.length > 0;
}

/**
 * Says that a story follows up a published one, or (null) none. Answers what it followed before, to undo it.
 * Throws AppError "invalid" when readers do not have that one, or when it would follow up itself.
 */
export async function setFollows(
  actor: Actor,
  input: z.input<typeof setFollowsInput>,
): Promise<{ before: string | null }> {
  const { id, followsId } = setFollowsInput.parse(input);
  return transaction(async (tx) => {
    const story = await lockStory(tx, actor, id);
    if (followsId !== null) {
      await published(tx, followsId);
      if (await isBehind(tx, id, followsId)) {
        throw new AppError("invalid", "That story follows up this one, so this one cannot follow up that.");
      }
    }
    await tx.story.update({ where: { id }, data: { followsId } });
    if (followsId !== story.followsId) await loseApproval(tx, actor, id);
    await record(tx, actor, "story.follow", "Story", id, { follows: followsId });
    const section = story.sectionId && (await tx.section.findUnique({ where: { id: story.sectionId } }));
    const issueId = section ? section.issueId : null;
    await announce(tx, { what: "story", issueId, storyId: id, by: actor.id });
    return { before: story.followsId };
  });
}

/** What a story follows up and what follows it up. Throws AppError "not-found". */
export async function readFollows(actor: Actor, { id }: { id: string }): Promise<Follows> {
  authorize(actor, "story.read");
  const select = { id: true, headline: true };
  const row = await db().story.findUnique({
    where: { id },
    select: {
      follows: { select },
      takesUp: { select: { text: true, speaker: true, storyId: true } },
      followedBy: { where: { trashedAt: null }, select, orderBy: { createdAt: "asc" } },
    },
  });
  if (!row) throw new AppError("not-found", "This story does not exist, or it was removed.");
  const asked = [id, row.follows?.id, row.takesUp?.storyId].filter((each) => each !== undefined);
  const told = await appearancesOf(db(), asked);
  const follows = row.follows && { ...row.follows, published: told.get(row.follows.id) ?? null };
  const at = row.takesUp && told.get(row.takesUp.storyId);
  const takesUp = row.takesUp && {
    text: row.takesUp.text,
    speaker: row.takesUp.speaker,
    address: at ? `/issues/${at.issueSlug}#${at.anchor}` : null,
  };
  return { follows, followedBy: row.followedBy, takesUp, isPublished: told.has(id) };
}

/** Published stories whose headline holds every word of the query, newest issue first, 20 at most; without a query the newest. */
export async function findPublished(
  actor: Actor,
  input: z.input<typeof publishedStoriesInput>,
): Promise<PublishedStory[]> {
  authorize(actor, "story.read");
  const { query } = publishedStoriesInput.parse(input);
  const patterns = likePatterns(query, queryWords(query));
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT s."id" FROM "Story" s JOIN "Section" x ON x."id" = s."sectionId" JOIN "Issue" i ON i."id" = x."issueId"
    WHERE i."publicationState" = 'published' AND i."trashedAt" IS NULL AND s."headline" ILIKE ALL (${patterns}::text[])
    ORDER BY i."number" DESC NULLS LAST, x."position", s."position" LIMIT 20`;
  const told = await appearancesOf(
    db(),
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => told.get(row.id) ?? []);
}
