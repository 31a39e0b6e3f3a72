import { subSeconds } from "date-fns";
import type { z } from "zod";
import { type Db, db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { announce } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { appearInput, GONE_AFTER, leaveInput, MOST_WINDOWS } from "@/lib/presence/schema";

interface Place {
  issueId: string | null;
  storyId: string | null;
}

const isSame = (a: Place, b: Place) => a.issueId === b.issueId && a.storyId === b.storyId;

/** What is there of it: a row cannot point at an issue or a story that is gone, or stands elsewhere. */
async function existing(tx: Db, { issueId, storyId }: Place): Promise<Place> {
  const issue = issueId && (await tx.issue.findUnique({ where: { id: issueId }, select: { id: true } }));
  const story =
    storyId &&
    (await tx.story.findUnique({
      where: { id: storyId },
      select: { section: { select: { issueId: true } } },
    }));
  const belongs = story && (issue ? story.section?.issueId === issue.id : true);
  return { issueId: issue ? issue.id : null, storyId: belongs ? storyId : null };
}

async function tell(tx: Db, by: string | null, ...places: (Place | null)[]): Promise<void> {
  const told = places.filter((place) => place !== null);
  for (const [index, place] of told.entries()) {
    if (told.findIndex((other) => isSame(other, place)) === index)
      await announce(tx, { what: "presence", ...place, by });
  }
}

/**
 * A window of the acting person says that it is open, and where: every few seconds, and when the caret goes elsewhere.
 * Others are told only when that changed. Throws AppError "forbidden" for a window that is somebody else's.
 */
export async function appear(actor: Actor, input: z.input<typeof appearInput>): Promise<void> {
  authorize(actor, "issue.read");
  const { window: id, ...wanted } = appearInput.parse(input);
  const contributorId = actor.id;
  if (contributorId === null) throw new AppError("forbidden", "Only people are present.");
  await transaction(async (tx) => {
    const before = await tx.presence.findUnique({ where: { id } });
    if (before !== null && before.contributorId !== contributorId)
      throw new AppError("forbidden", "This window is somebody else’s.");
    const place = await existing(tx, wanted);
    if (before === null) await makeRoom(tx, contributorId);
    const seenAt = new Date();
    const data = { ...place, contributorId, seenAt };
    await tx.presence.upsert({ where: { id }, create: { id, ...data }, update: data });
    const wasHere = before !== null && before.seenAt > subSeconds(seenAt, GONE_AFTER);
    if (!wasHere || !isSame(before, place)) await tell(tx, contributorId, before, place);
  });
  await sweep();
}

/** One person's rows stay few, whatever a browser or a script sends: one window after the other, the oldest go. */
async function makeRoom(tx: Db, contributorId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Contributor" WHERE "id" = ${contributorId}::uuid FOR NO KEY UPDATE`;
  const old = await tx.presence.findMany({
    where: { contributorId },
    orderBy: [{ seenAt: "desc" }, { id: "asc" }],
    skip: MOST_WINDOWS - 1,
  });
  if (old.length === 0) return;
  await tx.presence.deleteMany({ where: { id: { in: old.map((row) => row.id) } } });
  await tell(tx, contributorId, ...old);
}

/** Rows of windows that never said goodbye; nobody misses them. Those that somebody else sweeps are left to them. */
async function sweep(): Promise<void> {
  const old = subSeconds(new Date(), 10 * GONE_AFTER);
  await db().$executeRaw`
    DELETE FROM "Presence" WHERE "id" IN
      (SELECT "id" FROM "Presence" WHERE "seenAt" < ${old} FOR UPDATE SKIP LOCKED)`;
}

/** A window of the acting person is closed. One that is not there is fine. */
export async function leave(actor: Actor, input: z.input<typeof leaveInput>): Promise<void> {
  authorize(actor, "issue.read");
  const { window: id } = leaveInput.parse(input);
  await transaction(async (tx) => {
    const row = await tx.presence.findUnique({ where: { id } });
    if (row === null || row.contributorId !== actor.id) return;
    await tx.presence.deleteMany({ where: { id } });
    await tell(tx, actor.id, row);
  });
}
