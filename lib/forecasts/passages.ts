import type { z } from "zod";
import { db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findInSources } from "@/lib/evidence/find";
import { keepTyped } from "@/lib/evidence/typed";
import {
  findSourcesInput,
  type NotFoundThere,
  type SettlingPassage,
  type SourceChoice,
  settlingPassageInput,
} from "@/lib/forecasts/schema";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { collectSource } from "@/lib/sources/collect";
import { listSources } from "@/lib/sources/overview";

type Asked = z.output<typeof settlingPassageInput>;

async function sourceOf(actor: Actor, asked: Asked["source"]) {
  const id = "id" in asked ? asked.id : (await collectSource(actor, asked)).id;
  const source = await db().source.findUnique({ where: { id } });
  if (source === null) throw new AppError("not-found", "This source does not exist any more.");
  return source;
}

/** Why the words were not found: no text is there yet, or it does not have them. */
async function notThere(sourceId: string): Promise<AppError> {
  const texts = await db().sourceSnapshot.count({ where: { sourceId, extractedText: { not: null } } });
  const message =
    texts === 0
      ? "No text of this page is kept yet: it may be read in a moment. Look again then, or keep the words as typed by hand."
      : "These words are not on the page as it was read. See whether they are copied exactly, or keep them as typed by hand.";
  return new AppError("invalid", message, { mayType: true } satisfies NotFoundThere);
}

/**
 * The passage of a source that has these words, word for word or nearly, to settle a forecast with; nothing is attached. A
 * source known by its address alone is collected, and its page read soon. With `typed` the words are kept as typed by hand
 * where no text of the source has them. Throws AppError "invalid" with `NotFoundThere` otherwise.
 */
export async function findSettlingPassage(
  actor: Actor,
  input: z.input<typeof settlingPassageInput>,
): Promise<SettlingPassage> {
  authorize(actor, "forecast.resolve");
  const { source: asked, quote, typed } = parse(settlingPassageInput, input);
  const { id, title, publisher } = await sourceOf(actor, asked);
  const source = { id, title, publisher };
  const [found] = await findInSources([id], [quote]);
  if (found) {
    const { snapshotId, start, end, matchStatus } = found;
    const { extractedText, origin } = await db().sourceSnapshot.findUniqueOrThrow({
      where: { id: snapshotId },
      select: { extractedText: true, origin: true },
    });
    const exact = extractedText?.slice(start, end) ?? "";
    return { snapshotId, start, end, exact, source, found: origin === "typed" ? "typed" : matchStatus };
  }
  if (!typed) throw await notThere(id);
  const kept = await transaction((tx) => keepTyped(tx, id, quote));
  return { snapshotId: kept.id, start: 0, end: quote.length, exact: quote, source, found: "typed" };
}

/** How many sources are offered. */
const OFFERED = 6;

/** Sources with these words in title, publisher or address, the newest first; without words those of the claim's own story. */
export async function findSources(
  actor: Actor,
  input: z.input<typeof findSourcesInput>,
): Promise<SourceChoice[]> {
  authorize(actor, "source.read");
  const { claimId, words } = parse(findSourcesInput, input);
  const choice = ({ id, title, publisher, url }: SourceChoice): SourceChoice => ({
    id,
    title,
    publisher,
    url,
  });
  if (words !== "") return (await listSources(actor, { words })).sources.slice(0, OFFERED).map(choice);
  const own = await db().storySource.findMany({
    where: { story: { claims: { some: { id: claimId } } } },
    orderBy: { position: "asc" },
    include: { source: true },
    take: OFFERED,
  });
  return own.map((link) => choice(link.source));
}
