import { createHash } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/lib/db";
import type { Prisma } from "@/lib/generated/prisma/client";
import { keepRaw } from "@/lib/snapshots/raw";
import { canonicalUrl } from "@/lib/sources/canonical-url";
import type { Reading } from "@/lib/sources/reading";

type TextReading = Extract<Reading, { outcome: "text" }>;
type FailedReading = Extract<Reading, { outcome: "failed" }>;

/** What is to be known of the last snapshot with text when the page is looked at again. */
export const lastTextFields = {
  id: true,
  textSha256: true,
  extractedText: true,
  extractorVersion: true,
  headers: true,
  finalUrl: true,
  redirects: true,
} as const satisfies Prisma.SourceSnapshotSelect;

export type LastText = Prisma.SourceSnapshotGetPayload<{ select: typeof lastTextFields }>;

/** The newest fetched snapshot of a source that has text; null when there is none. What was typed by hand is no page. */
export function findLastText(tx: Db, sourceId: string): Promise<LastText | null> {
  return tx.sourceSnapshot.findFirst({
    where: { sourceId, origin: "fetched", failure: null },
    orderBy: [{ fetchedAt: "desc" }, { id: "desc" }],
    select: lastTextFields,
  });
}

const firstRedirect = z.tuple([z.object({ from: z.string() })]).rest(z.unknown());

/** Whether the page was asked for at this very address: what is kept of another one says nothing of it. */
export function isOf(
  { finalUrl, redirects }: Pick<LastText, "finalUrl" | "redirects">,
  url: string,
): boolean {
  const asked = firstRedirect.safeParse(redirects).data?.[0].from ?? finalUrl;
  return asked !== null && canonicalUrl(asked) === canonicalUrl(url);
}

/** SHA-256, hexadecimal, of a text's UTF-8. */
export function textHash(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

function common({ at, finalUrl, redirects, status, headers }: Reading) {
  return { origin: "fetched" as const, fetchedAt: at, finalUrl, redirects, status, headers };
}

/** What a page with text becomes: its row but for the source, the bytes already in their store (holdRaw keeps them there). */
export async function snapshotOf(
  reading: TextReading,
): Promise<Omit<Prisma.SourceSnapshotUncheckedCreateInput, "sourceId">> {
  const { body, bodySha256, mediaType, text, extractorVersion, pages } = reading;
  return {
    ...common(reading),
    ...(await keepRaw(body, bodySha256)),
    rawSha256: bodySha256,
    mediaType,
    extractedText: text,
    textSha256: textHash(text),
    extractorVersion,
    ...(pages ? { pages } : {}),
  };
}

/** Notes a failed look, unless the last thing noted of the source is the same failure: a dead page is not noted every day. */
export async function noteFailure(tx: Db, sourceId: string, reading: FailedReading): Promise<void> {
  const last = await tx.sourceSnapshot.findFirst({
    where: { sourceId, origin: "fetched" },
    orderBy: [{ fetchedAt: "desc" }, { id: "desc" }],
    select: { failure: true, remark: true },
  });
  const { failure, sentence: remark } = reading;
  if (last?.failure === failure && last.remark === remark) return;
  await tx.sourceSnapshot.create({ data: { ...common(reading), sourceId, failure, remark } });
}
