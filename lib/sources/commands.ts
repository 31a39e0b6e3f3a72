import type { z } from "zod";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { SourceLine } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";
import { askToFetch } from "@/lib/sources/ask-to-fetch";
import { collect } from "@/lib/sources/collect";
import { findOrCreateSource, typedBy } from "@/lib/sources/find";
import { deskSourceLine, storedCitation } from "@/lib/sources/lines";
import { linkSource, unlinkSource, writePositions } from "@/lib/sources/links";
import { titleFromAddress } from "@/lib/sources/metadata";
import {
  addSourceInput,
  arrangeSourcesInput,
  removeSourceInput,
  restoreSourceInput,
} from "@/lib/sources/schema";
import { lockStory } from "@/lib/stories/save";
import { loseApproval } from "@/lib/workflow/approval";

async function readLine(tx: Db, storyId: string, sourceId: string): Promise<SourceLine> {
  const link = await tx.storySource.findUniqueOrThrow({
    where: { storyId_sourceId: { storyId, sourceId } },
    include: { source: true },
  });
  return deskSourceLine(link);
}

/** The source of what was given: by its address alone the page is asked for the rest, else it is as it was typed, and read too. */
async function sourceOf(tx: Db, actor: Actor, given: Omit<z.output<typeof addSourceInput>, "storyId">) {
  if (given.url !== null && !given.title && !given.byline && !given.publisher)
    return collect(tx, actor, { url: given.url, title: "" });
  const title = given.title || titleFromAddress(given.url ?? "");
  const typed = Object.keys(given).filter((field) => field !== "title" || given.title !== "");
  const origin = { ...(given.title ? {} : { title: "address" }), ...typedBy(actor, typed) };
  const source = await findOrCreateSource(tx, { ...given, title }, origin);
  if (source.isNew && given.url !== null) await askToFetch(tx, { id: source.id, url: given.url });
  return source;
}

/**
 * Adds a source at the end of a story's list, by its address alone or with what was typed by hand.
 * Throws AppError "invalid" when the story has it already.
 */
export async function addSource(actor: Actor, input: z.input<typeof addSourceInput>): Promise<SourceLine> {
  const { storyId, ...given } = addSourceInput.parse(input);
  return transaction(async (tx) => {
    await lockStory(tx, actor, storyId);
    const source = await sourceOf(tx, actor, given);
    if (!(await linkSource(tx, actor, storyId, source))) {
      throw new AppError("invalid", "This story has a source with this address already.");
    }
    return readLine(tx, storyId, source.id);
  });
}

/** Puts a story's sources in the order given. Throws AppError "conflict" with `{ sourceIds }` when they stand differently now. */
export async function arrangeSources(
  actor: Actor,
  input: z.input<typeof arrangeSourcesInput>,
): Promise<{ sourceIds: string[] }> {
  const { storyId, base, sourceIds } = arrangeSourcesInput.parse(input);
  return transaction(async (tx) => {
    await lockStory(tx, actor, storyId);
    const links = await tx.storySource.findMany({ where: { storyId }, orderBy: { position: "asc" } });
    const current = links.map((link) => link.sourceId);
    const isSameSet = sourceIds.toSorted().join() === current.toSorted().join();
    if (!isSameSet || base.join() !== current.join()) {
      const message = "Someone else changed this story's sources meanwhile; look again.";
      throw new AppError("conflict", message, { sourceIds: current });
    }
    await writePositions(tx, storyId, sourceIds);
    if (sourceIds.join() !== current.join()) await loseApproval(tx, actor, storyId);
    return { sourceIds };
  });
}

/** What `restoreSource` takes to undo a removal. */
export type SourceUndo = z.infer<typeof restoreSourceInput>;

/** Takes a source from a story's list; the source itself stays. */
export async function removeSource(
  actor: Actor,
  input: z.input<typeof removeSourceInput>,
): Promise<{ undo: SourceUndo }> {
  const { storyId, sourceId } = removeSourceInput.parse(input);
  return transaction(async (tx) => {
    await lockStory(tx, actor, storyId);
    const link = await unlinkSource(tx, actor, storyId, sourceId);
    if (!link) throw new AppError("not-found", "This source was already removed from the story.");
    return { undo: { storyId, sourceId, position: link.position, cited: storedCitation(link.cited) } };
  });
}

/** Undoes `removeSource`: the source comes back at its place (clamped). */
export async function restoreSource(
  actor: Actor,
  input: z.input<typeof restoreSourceInput>,
): Promise<SourceLine> {
  const { storyId, sourceId, position, cited: own } = restoreSourceInput.parse(input);
  return transaction(async (tx) => {
    await lockStory(tx, actor, storyId);
    const links = await tx.storySource.findMany({ where: { storyId }, orderBy: { position: "asc" } });
    const order = links.map((link) => link.sourceId);
    if ((await tx.source.count({ where: { id: sourceId } })) === 0) {
      throw new AppError("not-found", "This source does not exist any more.");
    }
    if (!order.includes(sourceId)) {
      await tx.storySource.create({ data: { storyId, sourceId, position: order.length + 1, cited: own } });
      order.splice(position - 1, 0, sourceId);
      await writePositions(tx, storyId, order);
      await loseApproval(tx, actor, storyId);
    }
    return readLine(tx, storyId, sourceId);
  });
}
