import type { Db } from "@/lib/db";
import { announce } from "@/lib/live/announce";
import { notify } from "@/lib/notifications/notify";
import type { Actor } from "@/lib/policy";
import type { StoryOfThread } from "@/lib/threads/lock";

/** Tells open desks that the threads of a story changed. */
export async function announceThreads(tx: Db, actor: Actor, story: StoryOfThread): Promise<void> {
  await announce(tx, { what: "threads", issueId: story.issueId, storyId: story.id, by: actor.id });
}

/**
 * Writes down whom a comment names: people who work here and whose name stands in it after "@". Answers the ids of those
 * whom it did not name before.
 */
export async function writeMentions(
  tx: Db,
  comment: { id: string; text: string },
  ids: string[],
): Promise<string[]> {
  const people = await tx.contributor.findMany({
    where: { id: { in: ids }, suspendedAt: null },
    select: { id: true, name: true },
  });
  const named = people.filter(({ name }) => comment.text.includes(`@${name}`)).map(({ id }) => id);
  const before = await tx.mention.findMany({ where: { commentId: comment.id } });
  const known = new Set(before.map(({ contributorId }) => contributorId));
  const fresh = named.filter((id) => !known.has(id));
  await tx.mention.deleteMany({ where: { commentId: comment.id, contributorId: { notIn: named } } });
  await tx.mention.createMany({
    data: fresh.map((contributorId) => ({ commentId: comment.id, contributorId })),
  });
  return fresh;
}

interface Told {
  threadId: string;
  story: StoryOfThread;
  /** Named in it: told that they were mentioned, and nothing else. */
  mentioned: string[];
  others: string[];
  /** What the others are told of. */
  kind: "reply" | "suggestion";
}

/** Notifies everybody once of a new comment or suggestion; the author of it is told nothing. */
export async function tellOf(tx: Db, actor: Actor, told: Told): Promise<void> {
  const { threadId, story, mentioned, kind } = told;
  const about = { issueId: story.issueId, storyId: story.id, threadId };
  const others = told.others.filter((id) => !mentioned.includes(id));
  await notify(tx, actor, mentioned, { ...about, kind: "mention" });
  await notify(tx, actor, others, { ...about, kind });
}

/** Everybody who wrote in a thread or was named in it, its author and the story's author. */
export async function peopleIn(tx: Db, threadId: string, story: StoryOfThread): Promise<string[]> {
  const thread = await tx.thread.findUniqueOrThrow({
    where: { id: threadId },
    include: { comments: { include: { mentions: true } } },
  });
  const ids = [
    story.authorId,
    thread.authorId,
    ...thread.comments.flatMap(({ authorId, mentions }) => [
      authorId,
      ...mentions.map(({ contributorId }) => contributorId),
    ]),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
