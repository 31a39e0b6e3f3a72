import { raise, TAGS } from "@/lib/cache";
import { type Db, transaction } from "@/lib/db";
import { type PassageChange, reverifySource } from "@/lib/evidence/reverify";
import type { Source } from "@/lib/generated/prisma/client";
import { announceCollecting, announceStory } from "@/lib/live/announce";
import { findLastText, isOf, textHash } from "@/lib/snapshots/keep";
import { lockCited } from "@/lib/sources/cited";
import { isChanged, isTextOfBefore, keepText, understand } from "@/lib/sources/read-text";
import type { Reading } from "@/lib/sources/reading";
import { DAY, type Found, type SourceState, stateAfter } from "@/lib/sources/state";
import { changeSentence } from "@/lib/sources/state-words";
import { movedTo, writeReading } from "@/lib/sources/write-reading";
import { settleTasks } from "@/lib/tasks/settle";

/** What a look at a source came to. */
export interface Recorded {
  was: SourceState;
  state: SourceState;
  /** Why there is no text, in a sentence; null when there is. */
  sentence: string | null;
  /** The snapshot that was made; null when nothing changed, or nothing was read. */
  snapshotId: string | null;
  /** Passages whose presence on the page is another since this look. */
  passages: PassageChange[];
}

function found(
  source: Source,
  reading: Reading,
  text: { changed: boolean; isBack: boolean; lost: boolean },
): Found {
  if (reading.outcome === "failed")
    return { outcome: "failed", failure: reading.failure, status: reading.status };
  return { outcome: "text", moved: movedTo(source, reading) !== null, ...text };
}

/**
 * Writes down what a look at a source's page brought, all or nothing: the snapshot where the text is new, the metadata nobody
 * typed, whether the passages that claims rest on are still there, the source's state and the tasks that follow from it.
 * Null when the source is gone, or has another address than `url`, which was read.
 */
export async function recordReading(
  sourceId: string,
  url: string,
  reading: Reading,
): Promise<Recorded | null> {
  const understood = reading.outcome === "text" ? await understand(sourceId, reading) : null;
  return transaction(async (tx) => {
    await lockCited(tx, sourceId);
    const source = await tx.source.findUnique({ where: { id: sourceId } });
    if (source?.url !== url) return null;
    const newest = await findLastText(tx, sourceId);
    const last = newest && isOf(newest, url) ? newest : null;
    const snapshotId = await keepText(tx, sourceId, reading, newest, understood?.row ?? null);
    const passages = understood ? await reverifySource(tx, sourceId, understood.page, reading.at) : [];
    const changed = understood !== null && isChanged(last, understood);
    const hash = reading.outcome === "text" ? textHash(reading.text) : newest?.textSha256;
    const isBack = await isTextOfBefore(tx, source, hash ?? undefined);
    const lost = (await lostPassages(tx, sourceId)) > 0;
    const finding = found(source, reading, { changed, isBack, lost });
    const rested = source.checkedAt !== null && reading.at.getTime() - source.checkedAt.getTime() >= DAY;
    const { state: was, failuresInRow } = source;
    const before = { state: was, failuresInRow, rested, hasText: last !== null };
    const state = stateAfter(before, finding);
    await writeReading(tx, source, reading, state, snapshotId);
    await settleTasks(tx, {
      source,
      state,
      isBack,
      passages,
      at: reading.at,
      sentence: changeSentence(state, reading),
    });
    if (state !== source.state || passages.length > 0) await raise(tx, [TAGS.sources]);
    await tell(tx, sourceId, passages);
    const sentence = reading.outcome === "failed" ? reading.sentence : null;
    return { was: source.state, state, sentence, snapshotId, passages };
  });
}

/** How many passages of this source are gone that claims in use rest on. */
function lostPassages(tx: Db, sourceId: string): Promise<number> {
  const where = { snapshot: { sourceId }, goneSince: { not: null }, claim: { story: { trashedAt: null } } };
  return tx.evidence.count({ where });
}

/** Every open desk that shows the source reads it again. */
async function tell(tx: Db, sourceId: string, passages: PassageChange[]): Promise<void> {
  const links = await tx.storySource.findMany({ where: { sourceId }, select: { storyId: true } });
  for (const storyId of new Set([...links, ...passages].map(({ storyId }) => storyId)))
    await announceStory(tx, "sources", storyId, null);
  await announceCollecting(tx, "source");
}
