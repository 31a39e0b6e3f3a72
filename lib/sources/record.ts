import { raise, TAGS } from "@/lib/cache";
import { type Db, db, transaction } from "@/lib/db";
import { equal } from "@/lib/equal";
import { PageNow } from "@/lib/evidence/page-now";
import { lookForPassages, type PassageChange, reverifySource } from "@/lib/evidence/reverify";
import type { Metadata } from "@/lib/extraction/extract";
import type { Source } from "@/lib/generated/prisma/client";
import { announceCollecting, announceStory } from "@/lib/live/announce";
import { JOB_WORKER } from "@/lib/policy";
import { findLastText, isOf, type LastText, noteFailure, snapshotOf, textHash } from "@/lib/snapshots/keep";
import { holdRaw } from "@/lib/snapshots/raw";
import { canonicalUrl, withoutTracking } from "@/lib/sources/canonical-url";
import { lockCited, readLines } from "@/lib/sources/cited";
import { takenFromPage } from "@/lib/sources/metadata";
import { nameStories } from "@/lib/sources/name-stories";
import type { Reading } from "@/lib/sources/reading";
import { DAY, type Found, nextCheck, type SourceState, stateAfter } from "@/lib/sources/state";
import { changeSentence } from "@/lib/sources/state-words";
import { settleTasks } from "@/lib/tasks/settle";
import { loseApproval } from "@/lib/workflow/approval";

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

type TextReading = Extract<Reading, { outcome: "text" }>;

interface Understood {
  page: PageNow;
  extractorVersion: string;
  /** What is written of it, where its text is a new one. */
  row: Row | null;
}

/** A text another than before, apart from typography and white space; by another extractor it cannot be told. */
function isChanged(last: LastText | null, { page, extractorVersion }: Understood): boolean {
  if (last?.extractedText == null || last.extractorVersion !== extractorVersion) return false;
  return !page.isSame(last.extractedText);
}

/** The text that came, with everything looked for in it that the transaction is going to ask. */
async function understand(sourceId: string, reading: TextReading): Promise<Understood> {
  const { text, extractorVersion } = reading;
  const newest = await findLastText(db(), sourceId);
  // The bytes go to their store before anything is locked, and only where there will be a row that names them.
  const row = newest?.textSha256 === textHash(text) ? null : await snapshotOf(reading);
  const understood = { page: new PageNow(text), extractorVersion, row };
  isChanged(newest, understood);
  await lookForPassages(sourceId, understood.page);
  return understood;
}

/** Whether the page answers elsewhere. A change of scheme, of "www." or of a last slash is no move. */
function movedTo(source: Source, reading: Reading): string | null {
  if (reading.finalUrl === null || source.url === null) return null;
  const bare = (url: string) => canonicalUrl(url).replace(/^https?:\/\/(www\.)?/u, "");
  return bare(reading.finalUrl) === bare(source.url) ? null : withoutTracking(reading.finalUrl);
}

type Row = Awaited<ReturnType<typeof snapshotOf>>;

/** Writes the snapshot where the text is new; answers its id. `row` is there when that was to be expected. */
async function keepText(
  tx: Db,
  sourceId: string,
  reading: Reading,
  newest: LastText | null,
  row: Row | null,
) {
  if (reading.outcome === "failed") await noteFailure(tx, sourceId, reading);
  if (reading.outcome !== "text" || textHash(reading.text) === newest?.textSha256) return null;
  const written = row ?? (await snapshotOf(reading));
  if (written.rawStore === "s3") await holdRaw(tx, reading.body, reading.bodySha256);
  const { id } = await tx.sourceSnapshot.create({
    data: { ...written, sourceId, supersedesId: newest?.id ?? null },
  });
  return id;
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

/** Since when the source has drifted; null when it has not. */
async function driftBegan(tx: Db, { id: sourceId, state }: Source): Promise<Date | null> {
  const drifted: SourceState[] = ["drifted", "quotationGone"];
  if (!drifted.includes(state)) return null;
  const began = await tx.sourceStateChange.findFirst({
    where: { sourceId, was: { notIn: drifted }, became: { in: drifted } },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  return began?.at ?? null;
}

/** Whether a text, by its hash, is one that claims in use rest on, or the one that stood before the source drifted. */
async function isTextOfBefore(tx: Db, source: Source, hash: string | undefined): Promise<boolean> {
  if (hash === undefined) return false;
  const where = { sourceId: source.id, origin: "fetched" as const, textSha256: hash };
  const evidence = { some: { claim: { story: { trashedAt: null } } } };
  if ((await tx.sourceSnapshot.count({ where: { ...where, evidence } })) > 0) return true;
  const began = await driftBegan(tx, source);
  if (began === null) return false;
  const stood = await tx.sourceSnapshot.findFirst({
    where: { sourceId: source.id, origin: "fetched", failure: null, fetchedAt: { lt: began } },
    orderBy: [{ fetchedAt: "desc" }, { id: "desc" }],
    select: { textSha256: true },
  });
  return stood?.textSha256 === hash;
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
    await write(tx, source, reading, state, snapshotId);
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

/** What the page says of itself. One that asks for a sign-in, or for proof of a person, speaks of something else. */
function metadataOf(reading: Reading) {
  if (reading.outcome === "text") return reading.metadata;
  if (reading.outcome !== "failed" || reading.failure === "captcha" || reading.failure === "login")
    return null;
  return reading.metadata;
}

async function write(
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
