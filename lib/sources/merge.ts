import type { z } from "zod";
import { record } from "@/lib/audit";
import { raise, TAGS } from "@/lib/cache";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { announceCollecting, announceStory } from "@/lib/live/announce";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { lockCited } from "@/lib/sources/cited";
import { touchStory } from "@/lib/sources/find";
import { unlinkSource } from "@/lib/sources/links";
import { mergeSourcesInput } from "@/lib/sources/schema";
import { loseApproval } from "@/lib/workflow/approval";

interface Seen {
  id: string;
  version: number;
}

/** A source as it was looked at. Throws AppError "not-found" and "conflict". */
async function asSeen(tx: Db, { id, version }: Seen): Promise<void> {
  const source = await tx.source.findUnique({ where: { id }, include: { mergedInto: true } });
  if (source === null) throw new AppError("not-found", "One of these sources does not exist any more.");
  if (source.version === version) return;
  const { title, mergedInto } = source;
  throw new AppError(
    "conflict",
    mergedInto
      ? `“${title}” was put together with “${mergedInto.title}” meanwhile; look there.`
      : `Someone else changed “${title}” meanwhile; look again.`,
  );
}

/** The citations go over, each at its place; a story that has both keeps the other one. Answers the stories. */
async function moveCitations(tx: Db, actor: Actor, from: string, into: string): Promise<string[]> {
  const links = await tx.storySource.findMany({ where: { sourceId: from }, orderBy: { storyId: "asc" } });
  for (const { storyId } of links) {
    if ((await tx.storySource.count({ where: { storyId, sourceId: into } })) > 0) {
      await unlinkSource(tx, actor, storyId, from);
      continue;
    }
    // What the story called it was said of the other address.
    await tx.storySource.update({
      where: { storyId_sourceId: { storyId, sourceId: from } },
      data: { sourceId: into, cited: {} },
    });
    await touchStory(tx, storyId);
    await loseApproval(tx, actor, storyId);
  }
  return links.map(({ storyId }) => storyId);
}

/**
 * A passage stays pinned to the text that it was cut out of: to the same text of the other source where that has been read
 * there, else to a copy of the snapshot, since a snapshot itself never changes. Answers the stories of the claims.
 */
async function moveEvidence(tx: Db, from: string, into: string): Promise<string[]> {
  const rows = await tx.evidence.findMany({
    where: { snapshot: { sourceId: from } },
    select: { id: true, snapshotId: true, claim: { select: { storyId: true } } },
  });
  for (const snapshotId of new Set(rows.map((row) => row.snapshotId))) {
    const { id: _, ...snapshot } = await tx.sourceSnapshot.findUniqueOrThrow({ where: { id: snapshotId } });
    const { origin, textSha256, extractorVersion } = snapshot;
    const same = await tx.sourceSnapshot.findFirst({
      where: { sourceId: into, origin, textSha256, extractorVersion },
      select: { id: true },
    });
    const target = same?.id ?? (await copied(tx, snapshotId, into));
    await tx.evidence.updateMany({ where: { snapshotId }, data: { snapshotId: target } });
  }
  return rows.map(({ claim }) => claim.storyId);
}

async function copied(tx: Db, snapshotId: string, sourceId: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "SourceSnapshot" ("id", "sourceId", "origin", "finalUrl", "redirects", "fetchedAt", "status", "headers",
      "remark", "mediaType", "rawSize", "rawKept", "rawStore", "rawPrunedAt", "raw", "rawSha256", "extractedText",
      "textSha256", "extractorVersion", "pages")
    SELECT gen_random_uuid(), ${sourceId}::uuid, "origin", "finalUrl", "redirects", "fetchedAt", "status", "headers",
      "remark", "mediaType", "rawSize", "rawKept", "rawStore", "rawPrunedAt", "raw", "rawSha256", "extractedText",
      "textSha256", "extractorVersion", "pages"
    FROM "SourceSnapshot" WHERE "id" = ${snapshotId}::uuid RETURNING "id"`;
  if (!row) throw new Error("A snapshot went while it was copied.");
  return row.id;
}

/**
 * Two sources are the same page: every story and every passage that rests on `id` rests on `into` from now on. The source
 * `id` stays with its history, cited by nothing, so that nobody looks at it any more; its open tasks end. Throws AppError
 * "not-found", and "conflict" where either is not as it was looked at.
 */
export async function mergeSources(
  actor: Actor,
  input: z.input<typeof mergeSourcesInput>,
): Promise<{ stories: number }> {
  authorize(actor, "source.edit");
  const { into: target, ...merged } = parse(mergeSourcesInput, input);
  const [id, into] = [merged.id, target.id];
  return transaction(async (tx) => {
    await lockCited(tx, id, into);
    await asSeen(tx, merged);
    await asSeen(tx, target);
    const cited = await moveCitations(tx, actor, id, into);
    const claimed = await moveEvidence(tx, id, into);
    // Into what is cited from now on, also what was merged before: nobody follows more than one step.
    await tx.source.update({ where: { id: into }, data: { mergedIntoId: null } });
    await tx.source.updateMany({
      where: { OR: [{ id }, { mergedIntoId: id }], id: { not: into } },
      data: { mergedIntoId: into },
    });
    // Who still sees two sources is told so. The other one is as it was.
    await tx.source.update({ where: { id }, data: { version: { increment: 1 } } });
    await tx.inboxItem.updateMany({ where: { sourceId: id }, data: { sourceId: into } });
    const open = { sourceId: id, endedAt: null };
    await tx.task.updateMany({ where: open, data: { endedAt: new Date(), ended: "cleared" } });
    await record(tx, actor, "source.merge", "Source", id, { into, stories: cited.length });
    const stories = new Set([...cited, ...claimed]);
    // A claim may rest on a source that its story does not list: what readers would see of it is another one, too.
    for (const storyId of stories) if (!cited.includes(storyId)) await loseApproval(tx, actor, storyId);
    for (const storyId of stories)
      for (const what of ["sources", "claims"] as const) await announceStory(tx, what, storyId, actor.id);
    await announceCollecting(tx, "source");
    await announceCollecting(tx, "tasks");
    // What settles forecasts names its source, and is read anew (lib/ledger/read.ts).
    await raise(tx, [TAGS.sources, TAGS.outcomes]);
    return { stories: stories.size };
  });
}
