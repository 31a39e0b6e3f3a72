import { subMinutes } from "date-fns";
import type { Db } from "@/lib/db";
import type { Prisma, Revision } from "@/lib/generated/prisma/client";
import type { Actor } from "@/lib/policy";

/** Autosaves of one person within this many minutes are one revision, as in Google Docs and Notion. */
const COALESCED_FOR_MINUTES = 10;

type Target = { storyId: string } | { issueId: string };

interface Kept {
  version: number;
  document: Prisma.InputJsonObject;
  reason: Revision["reason"];
  name?: string;
}

/**
 * Keeps the document's words as a revision, in the caller's transaction. An autosave soon after the same person's
 * last autosave replaces it; every other reason makes a revision of its own.
 */
export async function keepRevision(db: Db, actor: Actor, target: Target, kept: Kept): Promise<void> {
  const data = { ...kept, authorId: actor.id };
  if (kept.reason === "autosave") {
    const last = await db.revision.findFirst({ where: target, orderBy: { createdAt: "desc" } });
    const isMine = last?.reason === "autosave" && last.authorId === actor.id;
    if (isMine && last.createdAt > subMinutes(new Date(), COALESCED_FOR_MINUTES)) {
      await db.revision.update({ where: { id: last.id }, data });
      return;
    }
  }
  await db.revision.create({ data: { ...target, ...data } });
}
