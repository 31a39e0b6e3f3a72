import type { z } from "zod";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { announceCollecting } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { askToFetch } from "@/lib/sources/ask-to-fetch";
import { findOrCreateSource, typedBy } from "@/lib/sources/find";
import { titleFromAddress } from "@/lib/sources/metadata";
import { collectSourceInput, sourceIdInput } from "@/lib/sources/schema";

/** A source as it was found or made for an address. */
export interface Collected {
  id: string;
  /** Whether it was known already. */
  known: boolean;
  title: string;
}

/** `collectSource` within the caller's transaction: the source of the address, its page asked for where no text of it is kept. */
export async function collect(
  tx: Db,
  actor: Actor,
  { url, title }: z.output<typeof collectSourceInput>,
): Promise<Collected & { cited: Record<string, string> }> {
  const origin = title ? typedBy(actor, ["title"]) : { title: "address" };
  const words = { title: title || titleFromAddress(url), byline: "", publisher: "", url };
  const { id, cited: own, isNew } = await findOrCreateSource(tx, words, origin);
  const hasText = !isNew && (await tx.sourceSnapshot.count({ where: { sourceId: id, failure: null } })) > 0;
  if (!hasText) await askToFetch(tx, { id, url });
  const source = await tx.source.findUniqueOrThrow({ where: { id }, select: { title: true } });
  // A title that was only guessed is not what a story calls the source.
  const { title: guessed, ...kept } = own;
  const cited = title && guessed ? { ...kept, title: guessed } : kept;
  await announceCollecting(tx, "source");
  return { id, known: !isNew, title: source.title, cited };
}

/** The source of an address, found or made, and read soon. Throws AppError "invalid" for what is no web address. */
export async function collectSource(
  actor: Actor,
  input: z.input<typeof collectSourceInput>,
): Promise<Collected> {
  authorize(actor, "source.collect");
  const parsed = collectSourceInput.parse(input);
  const { id, known, title } = await transaction((tx) => collect(tx, actor, parsed));
  return { id, known, title };
}

/** Asks for the source's page now. Throws AppError "not-found", or "invalid" while it has no address. */
export async function fetchSource(actor: Actor, input: z.input<typeof sourceIdInput>): Promise<void> {
  authorize(actor, "source.check");
  const { id } = sourceIdInput.parse(input);
  await transaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id }, select: { url: true } });
    if (source === null) throw new AppError("not-found", "This source does not exist any more.");
    if (source.url === null) throw new AppError("invalid", "This source has no address yet; add it first.");
    await askToFetch(tx, { id, url: source.url });
    await announceCollecting(tx, "source");
  });
}
