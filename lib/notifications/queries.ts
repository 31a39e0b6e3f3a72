import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import type { NotificationLine, NotificationList } from "@/lib/notifications/schema";
import { type Actor, authorize } from "@/lib/policy";

const issueName = { select: { id: true, title: true, trashedAt: true } } as const;

const parts = {
  actor: { select: { name: true } },
  issue: issueName,
  story: { select: { id: true, headline: true, trashedAt: true, section: { select: { issue: issueName } } } },
  thread: { select: { state: true } },
} as const satisfies Prisma.NotificationInclude;

type Row = Prisma.NotificationGetPayload<{ include: typeof parts }>;

// What lies in the trash is nothing to be led to; it tells of itself again when it is brought back.
function standing(actor: Actor) {
  const there = { OR: [{ storyId: null }, { story: { trashedAt: null } }] };
  const issueThere = { OR: [{ issueId: null }, { issue: { trashedAt: null } }, { storyId: { not: null } }] };
  return { recipientId: actor.id ?? "", AND: [there, issueThere] } satisfies Prisma.NotificationWhereInput;
}

function line(row: Row): NotificationLine {
  const issue = row.story ? row.story.section?.issue : row.issue;
  const state = row.thread?.state;
  return {
    id: row.id,
    kind: row.kind,
    actor: row.actor?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    read: row.readAt !== null,
    story: row.story && { id: row.story.id, headline: row.story.headline },
    issue: issue && issue.trashedAt === null ? { id: issue.id, title: issue.title } : null,
    threadId: row.threadId,
    settled: state === "accepted" || state === "refused" ? state : null,
  };
}

/** What the acting person was told, newest first, 100 at most; nobody else's. Nothing for the command line. */
export async function listNotifications(actor: Actor): Promise<NotificationList> {
  authorize(actor, "desk.enter");
  if (actor.id === null) return { lines: [], unread: 0 };
  const where = standing(actor);
  const [rows, unread] = await Promise.all([
    db().notification.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: 100,
      include: parts,
    }),
    countUnread(actor),
  ]);
  return { lines: rows.map(line), unread };
}

/** How many notifications the acting person has not opened yet. */
export async function countUnread(actor: Actor): Promise<number> {
  authorize(actor, "desk.enter");
  if (actor.id === null) return 0;
  return db().notification.count({ where: { ...standing(actor), readAt: null } });
}
