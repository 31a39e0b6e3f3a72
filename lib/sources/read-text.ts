import { type Db, db } from "@/lib/db";
import { PageNow } from "@/lib/evidence/page-now";
import { lookForPassages } from "@/lib/evidence/reverify";
import type { Source } from "@/lib/generated/prisma/client";
import { findLastText, type LastText, noteFailure, snapshotOf, textHash } from "@/lib/snapshots/keep";
import { holdRaw } from "@/lib/snapshots/raw";
import type { Reading } from "@/lib/sources/reading";
import type { SourceState } from "@/lib/sources/state";

type TextReading = Extract<Reading, { outcome: "text" }>;
type Row = Awaited<ReturnType<typeof snapshotOf>>;

/** A text that was read, as its source's history has to know it. */
export interface Understood {
  page: PageNow;
  extractorVersion: string;
  /** What is written of it, where its text is a new one. */
  row: Row | null;
}

/** A text another than before, apart from typography and white space; by another extractor it cannot be told. */
export function isChanged(last: LastText | null, { page, extractorVersion }: Understood): boolean {
  if (last?.extractedText == null || last.extractorVersion !== extractorVersion) return false;
  return !page.isSame(last.extractedText);
}

/** The text that came, with everything looked for in it that the transaction is going to ask. */
export async function understand(sourceId: string, reading: TextReading): Promise<Understood> {
  const { text, extractorVersion } = reading;
  const newest = await findLastText(db(), sourceId);
  // The bytes go to their store before anything is locked, and only where there will be a row that names them.
  const row = newest?.textSha256 === textHash(text) ? null : await snapshotOf(reading);
  const understood = { page: new PageNow(text), extractorVersion, row };
  isChanged(newest, understood);
  await lookForPassages(sourceId, understood.page);
  return understood;
}

/** Writes the snapshot where the text is new; answers its id. `row` is there when that was to be expected. */
export async function keepText(
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
export async function isTextOfBefore(tx: Db, source: Source, hash: string | undefined): Promise<boolean> {
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
