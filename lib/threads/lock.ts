import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Thread } from "@/lib/generated/prisma/client";

/** What commands on threads need of the story they are about. */
export interface StoryOfThread {
  id: string;
  authorId: string | null;
  issueId: string | null;
}

/** The story, if it is there. It is not locked: a remark changes nothing of it. Throws AppError "not-found". */
export async function storyOfThread(tx: Db, id: string): Promise<StoryOfThread> {
  const story = await tx.story.findFirst({
    where: { id, trashedAt: null },
    select: { id: true, authorId: true, section: { select: { issueId: true } } },
  });
  if (story === null)
    throw new AppError("not-found", "This story was removed; restore it to go on about it.");
  return { id: story.id, authorId: story.authorId, issueId: story.section?.issueId ?? null };
}

/** The thread, locked until the transaction ends (after its story, where that is locked too). Throws AppError "not-found". */
export async function lockThread(tx: Db, id: string): Promise<Thread> {
  await tx.$queryRaw`SELECT 1 FROM "Thread" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const thread = await tx.thread.findUnique({ where: { id } });
  if (thread === null) throw new AppError("not-found", "This thread does not exist any more.");
  return thread;
}
