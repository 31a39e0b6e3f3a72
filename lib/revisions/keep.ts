import { subMinutes } from "date-fns";
import type { Db } from "@/lib/db";
import { equal } from "@/lib/equal";
import type { Prisma, Revision } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/policy";

/** Autosaves of one person within this many minutes are one revision, as in Google Docs and Notion. */
const COALESCED_FOR_MINUTES = 10;

/** Newest first. Of two with one version (words written, then published as they were) the later deed comes first. */
export const NEWEST_FIRST = [
  { version: "desc" },
  { createdAt: "desc" },
  { id: "desc" },
] as const satisfies Prisma.RevisionOrderByWithRelationInput[];

type Target = { storyId: string } | { issueId: string };

interface Kept {
  version: number;
  document: Prisma.InputJsonObject;
  reason: Revision["reason"];
  name?: string;
}

/** The document as it stood before the write that is kept now. */
interface Before {
  version: number;
  document: Prisma.InputJsonObject;
  authorId: string | null;
  at: Date;
}

/**
 * Keeps the document's words as a revision, in the caller's transaction, under the document's lock. An autosave soon
 * after the same person's last autosave replaces it; every other reason makes a revision of its own, and so does an
 * autosave on top of somebody else's words: those are never replaced. With `before`, the words that stood there are kept
 * first where no revision holds them: a document's first state, or one that was written without keeping it.
 */
export async function keepRevision(
  db: Db,
  actor: Actor,
  target: Target,
  kept: Kept,
  before?: Before,
): Promise<void> {
  const last = await db.revision.findFirst({ where: target, orderBy: NEWEST_FIRST });
  const data = { ...kept, authorId: actor.id };
  if (before && isUnkept(before, last)) {
    const { at, ...words } = before;
    const moment = { createdAt: at, updatedAt: at };
    await db.revision.create({ data: { ...target, ...words, ...moment, reason: "autosave" } });
  } else if (last && kept.reason === "autosave" && goesOn(last, actor)) {
    await db.revision.update({ where: { id: last.id }, data });
    return;
  }
  await db.revision.create({ data: { ...target, ...data } });
}

function isUnkept(before: Before, last: Revision | null): boolean {
  if (last === null) return true;
  return last.version < before.version && !equal(last.document, before.document);
}

/** Whether the last revision is this person's own writing of a moment ago, which goes on now. */
function goesOn(last: Revision, actor: Actor): boolean {
  const isOwnWriting = last.reason === "autosave" && last.authorId === actor.id;
  return isOwnWriting && last.createdAt > subMinutes(new Date(), COALESCED_FOR_MINUTES);
}
