import type { z } from "zod";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { suggestPassage } from "@/lib/evidence/find";
import { storedPages } from "@/lib/evidence/pages";
import { readableSnapshots } from "@/lib/evidence/readable";
import type { ReadableSource, SnapshotText, snapshotTextInput } from "@/lib/evidence/schema";
import { sentPassages } from "@/lib/evidence/sent";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";
import { sourceLine } from "@/lib/sources/lines";

const READING = "It is being read just now. It will be here in a moment, or type the passage by hand.";
const NEVER = "Nobody has read it yet. Have it fetched, or type the passage by hand.";
const NO_ADDRESS = "It has no address, so it cannot be read. Type the passage by hand.";

/** Why a source has no text that was fetched. */
function whyUnread(
  source: { url: string | null; fetchAskedAt: Date | null },
  remark: string | undefined,
): string {
  if (source.url === null) return NO_ADDRESS;
  if (source.fetchAskedAt !== null) return READING;
  return remark ? `${remark} Type the passage by hand.` : NEVER;
}

/** The last failed attempt says why. */
const lastAttempt = {
  where: { failure: { not: null } },
  orderBy: { fetchedAt: "desc" },
  take: 1,
  select: { remark: true },
} as const satisfies Prisma.Source$snapshotsArgs;

/** The sources of a story, in its order, each with what can be read of it or why nothing can. */
export async function listReadableSources(actor: Actor, storyId: string): Promise<ReadableSource[]> {
  authorize(actor, "source.read");
  const links = await db().storySource.findMany({
    where: { storyId },
    orderBy: { position: "asc" },
    include: { source: { include: { snapshots: lastAttempt } } },
  });
  const readable = await readableSnapshots(links.map(({ sourceId }) => sourceId));
  const sent = await sentPassages(
    actor,
    links.map(({ source }) => source),
  );
  return links.map((link) => {
    const { id, title, publisher, url } = sourceLine(link);
    const own = readable.filter(({ sourceId }) => sourceId === id);
    const isRead = own.some(({ origin }) => origin !== "typed");
    return {
      id,
      title,
      publisher,
      url,
      snapshots: own.map(({ sourceId: _, ...snapshot }) => snapshot),
      why: isRead ? null : whyUnread(link.source, link.source.snapshots[0]?.remark),
      sent: sent.get(id) ?? [],
    };
  });
}

/**
 * A snapshot to read, with the passage that comes closest to a quotation, or to a claim's words. Throws AppError "not-found"
 * where there is no text.
 */
export async function getSnapshotText(
  actor: Actor,
  { id, claimId, quote }: z.output<typeof snapshotTextInput>,
): Promise<SnapshotText> {
  authorize(actor, "source.read");
  const row = await db().sourceSnapshot.findUnique({
    where: { id },
    include: { source: true },
    omit: { raw: true },
  });
  if (!row || row.extractedText === null) {
    throw new AppError("not-found", "This text is not there any more: open the source again.");
  }
  const claim = claimId ? await db().claim.findUnique({ where: { id: claimId } }) : null;
  const { title, publisher, url } = row.source;
  return {
    id,
    sourceId: row.sourceId,
    title,
    publisher,
    url,
    origin: row.origin,
    readAt: row.fetchedAt.toISOString(),
    text: row.extractedText,
    pages: storedPages(row.pages),
    suggested: suggestPassage(row.extractedText, quote ? { quote } : claim),
  };
}
