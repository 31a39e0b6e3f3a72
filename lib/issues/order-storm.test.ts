import { expect, it } from "vitest";
import { dice } from "@/e2e/dice";
import { db } from "@/lib/db";
import { AppError, type Result } from "@/lib/errors";
import { arrangeStories } from "@/lib/issues/commands";
import { moveStory, numberStories } from "@/lib/issues/order";
import { getIssue } from "@/lib/issues/queries";
import type { Order, StandingOrder } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";
import { addStory, removeStory, restoreStory } from "@/lib/stories/commands";
import { makeContributor, makeIssue } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const MOVES = 500;

/** An expected refusal as a value; everything else is a bug and flies on. */
async function attempt<T>(deed: Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await deed };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ok: false, error: { code: error.code, message: error.message, details: error.details } };
  }
}

const orderOf = (standing: StandingOrder): Order =>
  standing.sections.map(({ id, stories }) => ({ sectionId: id, storyIds: stories.map((story) => story.id) }));

interface Tally {
  added: string[];
  removed: Set<string>;
  moved: number;
  refused: number;
}

/** One client: moves on the order it last saw, as a desk does, and adds, removes and brings back among them. */
async function storm(actor: Actor, issueId: string, seed: number, shared: Tally): Promise<void> {
  const roll = dice(seed);
  const read = async () => {
    const issue = await getIssue(actor, issueId);
    return { version: issue.orderVersion, order: orderOf(issue) };
  };
  let seen = await read();
  const change = async () => {
    const { sectionId = "", storyIds = [] } = seen.order[roll(seen.order.length)] ?? {};
    if (roll(2) === 0) {
      const made = await attempt(addStory(actor, { sectionId, headline: `from ${seed}` }));
      if (made.ok) shared.added.push(made.value.id);
    } else {
      const gone = await attempt(removeStory(actor, { id: storyIds[roll(storyIds.length)] ?? sectionId }));
      if (gone.ok) {
        const { undo } = gone.value;
        const isBack = roll(2) === 0 && (await attempt(restoreStory(actor, undo))).ok;
        if (!isBack) shared.removed.add(undo.id);
      }
    }
    seen = await read();
  };
  for (let move = 0; move < MOVES; ) {
    if (roll(10) === 0) {
      await change();
      continue;
    }
    move += 1;
    const all = seen.order.flatMap(({ storyIds }) => storyIds);
    const target = seen.order[roll(seen.order.length)]?.sectionId ?? "";
    const order = moveStory(seen.order, all[roll(all.length)] ?? "", target, roll(12));
    const answer = await attempt(arrangeStories(actor, { issueId, baseVersion: seen.version, order }));
    if (answer.ok) {
      shared.moved += 1;
      seen = { version: answer.value.orderVersion, order: answer.value.order };
    } else {
      expect(answer.error.code).toBe("conflict");
      shared.refused += 1;
      const standing = answer.error.details as StandingOrder;
      seen = { version: standing.orderVersion, order: orderOf(standing) };
    }
  }
}

it("two clients with 500 random moves each, adding and removing among them: one total order, none lost, none twice", async () => {
  const people = await Promise.all([makeContributor(db()), makeContributor(db())]);
  const issue = await makeIssue(db(), {
    sections: ["One", "Two", "Three", "Four"].map((title) => ({
      title,
      stories: Array.from({ length: 5 }, (_, index) => ({ headline: `${title} ${index}` })),
    })),
  });
  const shared: Tally = { added: [], removed: new Set(), moved: 0, refused: 0 };
  const actors = people.map(({ id, name }): Actor => ({ id, role: "editor", name }));
  await Promise.all(actors.map((actor, index) => storm(actor, issue.id, index + 1, shared)));

  const [reader] = actors;
  if (!reader) throw new Error("nobody to read");
  const end = await getIssue(reader, issue.id);
  const standing = end.sections.flatMap(({ stories }) => stories.map(({ id }) => id));
  const expected = [...issue.stories.map(({ id }) => id), ...shared.added].filter(
    (id) => !shared.removed.has(id),
  );
  expect(standing.toSorted()).toEqual(expected.toSorted());
  expect([...numberStories(orderOf(end)).values()]).toEqual(standing.map((_, index) => index + 1));
  const rows = await db().section.findMany({
    where: { issueId: issue.id },
    orderBy: { position: "asc" },
    include: { stories: { orderBy: { position: "asc" } } },
  });
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, index) => index + 1));
  for (const { stories } of rows)
    expect(stories.map(({ position }) => position)).toEqual(stories.map((_, index) => index + 1));
  expect(shared.moved + shared.refused).toBe(2 * MOVES);
  expect(shared.moved).toBeGreaterThan(MOVES / 2);
}, 120_000);
