import type { Db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { announce } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";

type About = Pick<Prisma.NotificationUncheckedCreateInput, "kind" | "issueId" | "storyId" | "threadId">;

/** Tells people on the desk of something, in the caller's transaction; nobody is told of what they did themselves. */
export async function notify(tx: Db, actor: Actor, recipientIds: string[], about: About): Promise<void> {
  const recipients = new Set(recipientIds.filter((id) => id !== actor.id));
  const data = [...recipients].map((recipientId) => ({ ...about, recipientId, actorId: actor.id }));
  await tx.notification.createMany({ data });
  for (const by of recipients) {
    await announce(tx, { what: "notifications", issueId: null, storyId: null, by });
  }
}
