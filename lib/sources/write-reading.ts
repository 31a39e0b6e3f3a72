import type { Db } from "@/lib/db";
import { equal } from "@/lib/equal";
import type { Metadata } from "@/lib/extraction/extract";
import type { Source } from "@/lib/generated/prisma/client";
import { JOB_WORKER } from "@/lib/policy";
import { canonicalUrl, withoutTracking } from "@/lib/sources/canonical-url";
import { readLines } from "@/lib/sources/cited";
import { takenFromPage } from "@/lib/sources/metadata";
import { nameStories } from "@/lib/sources/name-stories";
import type { Reading } from "@/lib/sources/reading";
import { nextCheck, type SourceState } from "@/lib/sources/state";
import { changeSentence } from "@/lib/sources/state-words";
import { loseApproval } from "@/lib/workflow/approval";

/** Whether the page answers elsewhere. A change of scheme, of "www." or of a last slash is no move. */
export function movedTo(source: Source, reading: Reading): string | null {
  if (reading.finalUrl === null || source.url === null) return null;
  const bare = (url: string) => canonicalUrl(url).replace(/^https?:\/\/(www\.)?/u, "");
  return bare(reading.finalUrl) === bare(source.url) ? null : withoutTracking(reading.finalUrl);
}

/** Where it answers now. What leads to a page that is gone answers nowhere. */
function movedAfter(source: Source, reading: Reading, state: SourceState): string | null {
  if (reading.outcome !== "failed") return movedTo(source, reading);
  return state === "dead" ? null : source.movedTo;
}

/** The address that the page calls its own, where that is another one; as it was where this look did not see the page. */
function saysItIs(source: Source, metadata: Metadata | null): string | null {
  if (metadata === null) return source.saysItIs;
  const said = metadata.canonicalUrl === null ? null : canonicalUrl(metadata.canonicalUrl);
  return said === source.canonicalUrl ? null : said;
}

/** The part of the source's row that a look decides. */
function rowAfter(source: Source, reading: Reading, state: SourceState) {
  const failure = reading.outcome === "failed" ? reading.failure : null;
  const failuresInRow = failure === null ? 0 : source.failuresInRow + 1;
  const retryAfter = reading.outcome === "failed" ? (reading.retryAfter ?? undefined) : undefined;
  return {
    state,
    ...(state === source.state ? {} : { stateSince: reading.at }),
    movedTo: movedAfter(source, reading, state),
    checkedAt: reading.at,
    // What is not yet known to be gone does not answer for now.
    lastFailure: failure === "dead" && state !== "dead" ? "unavailable" : failure,
    failuresInRow,
    fetchAskedAt: null,
    nextCheckAt: nextCheck(reading.at, failuresInRow, failure, retryAfter),
  };
}

/** What the page says of itself. One that asks for a sign-in, or for proof of a person, speaks of something else. */
function metadataOf(reading: Reading) {
  if (reading.outcome === "text") return reading.metadata;
  if (reading.outcome !== "failed" || reading.failure === "captcha" || reading.failure === "login")
    return null;
  return reading.metadata;
}

/**
 * Writes what a look decided of a source: its row, the change of its state, and what follows for the stories whose line of it reads
 * otherwise now.
 */
export async function writeReading(
  tx: Db,
  source: Source,
  reading: Reading,
  state: SourceState,
  snapshotId: string | null,
) {
  const metadata = metadataOf(reading);
  const before = await readLines(tx, source.id);
  const taken = metadata ? takenFromPage(source, metadata) : {};
  const version = Object.keys(taken).length > 0 ? { version: source.version + 1 } : {};
  await tx.source.update({
    where: { id: source.id },
    data: { ...taken, ...version, ...rowAfter(source, reading, state), saysItIs: saysItIs(source, metadata) },
  });
  if (state !== source.state) {
    const sentence = changeSentence(state, reading);
    await tx.sourceStateChange.create({
      data: { sourceId: source.id, at: reading.at, was: source.state, became: state, sentence, snapshotId },
    });
  }
  for (const [storyId, line] of await readLines(tx, source.id))
    if (!equal(line, before.get(storyId))) await loseApproval(tx, JOB_WORKER, storyId);
  await nameStories(tx, source.id);
}
