import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type CarriedOver, carryOverInput, undoCarryOverInput } from "@/lib/issues/carry-over-schema";
import { raiseOrderVersion, standingOrder, writeOrder } from "@/lib/issues/lock";
import { findOrMakeNext, lockBetweenIssues, lockIssues, sectionTitled } from "@/lib/issues/next-issue";
import type { Order } from "@/lib/issues/schema";
import { type Actor, authorize } from "@/lib/policy";

async function orderOf(tx: Db, issueId: string) {
  const { sections } = await standingOrder(tx, issueId);
  return sections.map(({ id, title, stories }) => ({
    sectionId: id,
    title,
    storyIds: stories.map((story) => story.id),
  }));
}

/** Writes both orders and tells whoever looks at either. The one that takes stories comes last: writing it moves them. */
async function writeBoth(
  tx: Db,
  actor: Actor,
  gives: [string, Order],
  takes: [string, Order],
): Promise<void> {
  for (const [issueId, order] of [gives, takes]) {
    await writeOrder(tx, issueId, order);
    await raiseOrderVersion(tx, actor, issueId);
  }
}

/** Throws AppError "invalid" for an issue whose stories readers have, or soon will. */
async function refusePublished(tx: Db, issueId: string): Promise<void> {
  const { publicationState } = await tx.issue.findUniqueOrThrow({ where: { id: issueId } });
  if (publicationState !== "published" && publicationState !== "scheduled") return;
  throw new AppError(
    "invalid",
    "Readers have this issue, so its stories stay in it. Follow a story up in next week’s issue instead.",
  );
}

async function carry(tx: Db, actor: Actor, issueId: string, storyIds: string[]): Promise<CarriedOver> {
  await lockBetweenIssues(tx);
  const next = await findOrMakeNext(tx, actor, issueId);
  await lockIssues(tx, [issueId, next.id]);
  await refusePublished(tx, issueId);
  await stillOpen(tx, next.id);
  const here = await orderOf(tx, issueId);
  const leaving = new Set(storyIds);
  const places = here.flatMap(({ sectionId, title, storyIds: ids }) =>
    ids.flatMap((id, index) => (leaving.has(id) ? [{ id, sectionId, title, position: index + 1 }] : [])),
  );
  if (places.length !== leaving.size) {
    throw new AppError(
      "conflict",
      "A story left this issue meanwhile; nothing was carried over. Look again.",
    );
  }
  const sectionIds: string[] = [];
  const arriving = new Map<string, string[]>();
  for (const { id, title } of places) {
    const section = await sectionTitled(tx, next.id, title);
    if (section.made) sectionIds.push(section.id);
    arriving.set(section.id, [...(arriving.get(section.id) ?? []), id]);
  }
  const rest = here.map((section) => ({
    ...section,
    storyIds: section.storyIds.filter((id) => !leaving.has(id)),
  }));
  const there = (await orderOf(tx, next.id)).map((section) => ({
    ...section,
    storyIds: [...section.storyIds, ...(arriving.get(section.sectionId) ?? [])],
  }));
  await writeBoth(tx, actor, [issueId, rest], [next.id, there]);
  await record(tx, actor, "issue.carry-over", "Issue", issueId, {
    to: next.id,
    stories: places.map(({ id }) => id),
  });
  const stories = places.map(({ id, sectionId, position }) => ({ id, sectionId, position }));
  const undo = { fromId: issueId, toId: next.id, made: next.made, sectionIds, stories };
  return { to: next, count: places.length, undo };
}

/** The next issue may have been published between choosing and locking it. */
async function stillOpen(tx: Db, issueId: string): Promise<void> {
  const { publicationState } = await tx.issue.findUniqueOrThrow({ where: { id: issueId } });
  if (publicationState === "unpublished") return;
  throw new AppError("conflict", "The next issue was published this moment; carry over again.");
}

/**
 * Moves stories of an unpublished issue to the next one: the first draft after it, or a new one for the week after. There they
 * come last in the section of the same title, made where it is missing, in the order they stood in. Throws AppError "invalid"
 * for a published issue, "conflict" when a story has left meanwhile. `undo` is for undoCarryOver.
 */
export async function carryOver(actor: Actor, input: z.input<typeof carryOverInput>): Promise<CarriedOver> {
  authorize(actor, "issue.arrange");
  const { issueId, storyIds } = carryOverInput.parse(input);
  return transaction((tx) => carry(tx, actor, issueId, storyIds));
}

/** Takes away what was made for carrying over, as far as nobody has used it since. */
async function tidy(tx: Db, actor: Actor, toId: string, made: boolean, sectionIds: string[]): Promise<void> {
  await tx.section.deleteMany({
    where: { id: { in: sectionIds }, issueId: toId, version: 1, stories: { none: {} } },
  });
  const rest = await orderOf(tx, toId);
  await writeOrder(tx, toId, rest);
  const isUnused = rest.length === 0 && made;
  if (!isUnused) return;
  await tx.issue.updateMany({
    where: { id: toId, version: 1, publicationState: "unpublished", workflowState: "drafting" },
    data: { trashedAt: new Date(), trashedById: actor.id },
  });
}

/**
 * Undoes carryOver: the stories that are still where they went come back to their places, or to the end of a section of that
 * title's place where the section is gone: the first. Those that were moved on stay. Answers how many came back.
 */
export async function undoCarryOver(
  actor: Actor,
  input: z.input<typeof undoCarryOverInput>,
): Promise<{ count: number }> {
  authorize(actor, "issue.arrange");
  const { fromId, toId, made, sectionIds, stories } = undoCarryOverInput.parse(input);
  if (made) authorize(actor, "issue.trash");
  return transaction(async (tx) => {
    await lockBetweenIssues(tx);
    await lockIssues(tx, [fromId, toId]);
    await refusePublished(tx, toId);
    await refusePublished(tx, fromId);
    const there = await orderOf(tx, toId);
    const here = await orderOf(tx, fromId);
    const present = new Set(there.flatMap((section) => section.storyIds));
    const returning = stories.filter(({ id }) => present.has(id));
    const home = here[0];
    if (!home)
      throw new AppError("conflict", "The issue they came from has no section left to come back to.");
    for (const { id, sectionId, position } of returning) {
      const section = here.find((each) => each.sectionId === sectionId) ?? home;
      section.storyIds.splice(position - 1, 0, id);
    }
    const gone = new Set(returning.map(({ id }) => id));
    const rest = there.map((section) => ({
      ...section,
      storyIds: section.storyIds.filter((id) => !gone.has(id)),
    }));
    await writeBoth(tx, actor, [toId, rest], [fromId, here]);
    await tidy(tx, actor, toId, made, sectionIds);
    await record(tx, actor, "issue.carry-over-undone", "Issue", fromId, { to: toId });
    return { count: returning.length };
  });
}
