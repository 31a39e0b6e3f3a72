import type { z } from "zod";
import { transaction } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { announce } from "@/lib/live/announce";
import { markReadInput } from "@/lib/notifications/schema";
import { type Actor, authorize } from "@/lib/policy";

async function mark(actor: Actor, which: Prisma.NotificationWhereInput): Promise<{ marked: number }> {
  authorize(actor, "desk.enter");
  const { id } = actor;
  if (id === null) return { marked: 0 };
  return transaction(async (tx) => {
    const mine = { ...which, recipientId: id, readAt: null };
    const { count } = await tx.notification.updateMany({ where: mine, data: { readAt: new Date() } });
    // The person's other windows count anew.
    if (count > 0) await announce(tx, { what: "notifications", issueId: null, storyId: null, by: id });
    return { marked: count };
  });
}

/** Marks some of the acting person's own notifications as read; others' are left alone without a word. */
export async function markRead(
  actor: Actor,
  input: z.input<typeof markReadInput>,
): Promise<{ marked: number }> {
  const { ids } = markReadInput.parse(input);
  return mark(actor, { id: { in: ids } });
}

/** Marks everything the acting person was told as read. */
export async function markAllRead(actor: Actor): Promise<{ marked: number }> {
  return mark(actor, {});
}
