import { db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";
import type { Person, ThreadLine } from "@/lib/threads/schema";

const person = { select: { id: true, name: true } } as const;

const threadParts = {
  author: person,
  settledBy: person,
  comments: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: { author: person, mentions: { include: { contributor: person } } },
  },
} as const satisfies Prisma.ThreadInclude;

type ThreadRow = Prisma.ThreadGetPayload<{ include: typeof threadParts }>;

function threadLine(row: ThreadRow): ThreadLine {
  const { id, storyId, kind, state, part, exact, prefix, suffix, replacement, author, settledBy } = row;
  const selector = { exact, prefix, suffix, start: row.start ?? 0 };
  return {
    id,
    storyId,
    kind,
    state,
    about: part && { part, selector },
    replacement,
    author,
    createdAt: row.createdAt.toISOString(),
    settledBy,
    settledAt: row.settledAt?.toISOString() ?? null,
    comments: row.comments.map((comment) => ({
      id: comment.id,
      author: comment.author,
      text: comment.text,
      mentions: comment.mentions.map(({ contributor }) => contributor),
      createdAt: comment.createdAt.toISOString(),
      editedAt: comment.editedAt?.toISOString() ?? null,
      removed: comment.removedAt !== null,
    })),
  };
}

/** Everything that was said and suggested about a story, settled or not, oldest first. */
export async function listThreads(actor: Actor, storyId: string): Promise<ThreadLine[]> {
  authorize(actor, "story.read");
  const rows = await db().thread.findMany({
    where: { storyId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: threadParts,
  });
  return rows.map(threadLine);
}

/** What is open about the stories of an issue, oldest first. */
export async function listOpenThreads(actor: Actor, issueId: string): Promise<ThreadLine[]> {
  authorize(actor, "issue.read");
  const rows = await db().thread.findMany({
    where: { state: "open", story: { trashedAt: null, section: { issueId } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: threadParts,
  });
  return rows.map(threadLine);
}

/** How many threads are open about each story of an issue, by the story's id; stories without any are left out. */
export async function countThreads(actor: Actor, issueId: string): Promise<Record<string, number>> {
  authorize(actor, "issue.read");
  const counts = await db().thread.groupBy({
    by: ["storyId"],
    where: { state: "open", story: { trashedAt: null, section: { issueId } } },
    _count: { _all: true },
  });
  return Object.fromEntries(counts.map(({ storyId, _count }) => [storyId, _count._all]));
}

/** Everybody who can be mentioned: who works here and is not suspended, by name. */
export async function listPeople(actor: Actor): Promise<Person[]> {
  authorize(actor, "contributor.read");
  return db().contributor.findMany({
    where: { suspendedAt: null },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...person,
  });
}
