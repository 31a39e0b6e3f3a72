import { createHash } from "node:crypto";
import type { z } from "zod";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { keepTypedSnapshotInput, type ReadableSnapshot } from "@/lib/evidence/schema";
import { announceCollecting, announceStory } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";
import { lockStory } from "@/lib/stories/save";

/**
 * Keeps what somebody typed or pasted of a source that could not be read, as a snapshot that says so. The same words again
 * are the same snapshot. Throws AppError "invalid" when the source is not in the story.
 */
export async function keepTypedSnapshot(
  actor: Actor,
  input: z.input<typeof keepTypedSnapshotInput>,
): Promise<ReadableSnapshot> {
  const { storyId, sourceId, text } = keepTypedSnapshotInput.parse(input);
  return transaction(async (tx) => {
    await lockStory(tx, actor, storyId);
    const link = await tx.storySource.findUnique({ where: { storyId_sourceId: { storyId, sourceId } } });
    if (link === null) {
      throw new AppError("invalid", "This is no source of the story. Add it under the headline first.");
    }
    const kept = await keepTyped(tx, sourceId, text);
    await announceStory(tx, "sources", storyId, actor.id);
    return { id: kept.id, origin: kept.origin, readAt: kept.fetchedAt.toISOString(), length: text.length };
  });
}

/** Keeps typed words as a snapshot of the source; the same words again are the same one. */
export async function keepTyped(tx: Db, sourceId: string, text: string) {
  const textSha256 = createHash("sha256").update(text).digest("hex");
  const same = { sourceId, origin: "typed", textSha256 } as const;
  const known = await tx.sourceSnapshot.findFirst({ where: same, select: READABLE });
  const row = { ...same, fetchedAt: new Date(), extractedText: text };
  const kept = known ?? (await tx.sourceSnapshot.create({ data: row, select: READABLE }));
  await announceCollecting(tx, "source");
  return kept;
}

const READABLE = { id: true, origin: true, fetchedAt: true } as const;
