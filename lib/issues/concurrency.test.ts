import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { AppError } from "@/lib/errors";
import { arrangeStories, createIssue } from "@/lib/issues/commands";
import { getIssue } from "@/lib/issues/queries";
import type { IssueDraft, Order } from "@/lib/issues/schema";
import { addSection, removeSection } from "@/lib/issues/section-commands";
import type { Actor } from "@/lib/policy";
import { addStory, placeStory, removeStory } from "@/lib/stories/commands";
import { makeContributor, makeIssue } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let draft: IssueDraft;

const orderOf = (issue: IssueDraft): Order =>
  issue.sections.map(({ id, stories }) => ({ sectionId: id, storyIds: stories.map((story) => story.id) }));
const read = () => getIssue(editor, draft.id);

beforeEach(async () => {
  const person = await makeContributor(db());
  editor = { id: person.id, role: "editor", name: person.name };
  const issue = await makeIssue(db(), {
    sections: [
      { title: "One", stories: [{ headline: "a" }, { headline: "b" }] },
      { title: "Two", stories: [{ headline: "c" }] },
      { title: "Three" },
    ],
  });
  draft = await getIssue(editor, issue.id);
});

describe("at the same moment", () => {
  /** Every deed either succeeds or is refused in words; a database error would fly through. */
  async function outcomes(...deeds: Promise<unknown>[]): Promise<string[]> {
    const settled = await Promise.allSettled(deeds);
    return settled.map((one) => {
      if (one.status === "fulfilled") return "done";
      if (one.reason instanceof AppError) return one.reason.code;
      throw one.reason;
    });
  }

  it("one backlog story goes to one of two issues only", async () => {
    const other = await makeIssue(db(), { sections: [{ title: "There" }] });
    for (let n = 0; n < 10; n += 1) {
      const { id } = await addStory(editor, { sectionId: null, headline: `wanted ${n}` });
      const here = draft.sections[2]?.id ?? "";
      const there = other.sections[0]?.id ?? "";
      const result = await outcomes(
        placeStory(editor, { id, sectionId: here }),
        placeStory(editor, { id, sectionId: there }),
      );
      expect(result.toSorted()).toEqual(["conflict", "done"]);
    }
  });

  it("a story is added to, placed in and removed from a section that somebody removes", async () => {
    for (let n = 0; n < 10; n += 1) {
      const { id: sectionId } = await addSection(editor, { issueId: draft.id, title: `Short-lived ${n}` });
      const { id } = await addStory(editor, { sectionId: null, headline: `waiting ${n}` });
      await outcomes(
        removeSection(editor, { id: sectionId }),
        addStory(editor, { sectionId, headline: `late ${n}` }),
        placeStory(editor, { id, sectionId }),
        removeStory(editor, { id }),
      );
    }
    const numbers = (await read()).sections.flatMap((section) =>
      section.stories.map((story) => story.number),
    );
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it("issues of one title get addresses of their own", async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => createIssue(editor, { title: "Twins" })));
    expect(new Set(made.map((issue) => issue.slug)).size).toBe(6);
  });

  it("issues without a number are published under numbers of their own", async () => {
    const issues = await Promise.all(
      Array.from({ length: 4 }, () => makeIssue(db(), { sections: [{ stories: [{ headline: "x" }] }] })),
    );
    await Promise.all(issues.map((issue) => publishIssue(editor, { id: issue.id })));
    const rows = await db().issue.findMany({ where: { id: { in: issues.map((issue) => issue.id) } } });
    expect(new Set(rows.map((row) => row.number)).size).toBe(4);
  });

  it("keeps one total order when two editors move, add and remove at once", async () => {
    const mix = async (seed: number) => {
      for (let n = 0; n < 25; n += 1) {
        const now = await read();
        const stories = now.sections.flatMap((section) => section.stories);
        const turn = (n + seed) % 5;
        const victim = stories[(n * 7 + seed) % Math.max(stories.length, 1)];
        const sectionId = now.sections[n % now.sections.length]?.id ?? null;
        const deed =
          turn === 0
            ? addStory(editor, { sectionId, headline: `new ${seed}-${n}` })
            : turn === 1 && stories.length > 2 && victim
              ? removeStory(editor, { id: victim.id })
              : arrangeStories(editor, {
                  issueId: draft.id,
                  baseVersion: now.orderVersion,
                  order: orderOf(now).map((section) => ({
                    ...section,
                    storyIds: section.storyIds.toReversed(),
                  })),
                });
        await deed.catch((error: unknown) => {
          if (!(error instanceof AppError) || !["conflict", "not-found"].includes(error.code)) throw error;
        });
      }
    };
    await Promise.all([mix(0), mix(3)]);
    const sections = await db().section.findMany({
      where: { issueId: draft.id },
      include: { stories: true },
    });
    for (const { stories } of sections) {
      const positions = stories.map((story) => story.position).sort((a, b) => Number(a) - Number(b));
      expect(positions).toEqual(stories.map((_, index) => index + 1));
    }
    const numbers = (await read()).sections.flatMap((section) =>
      section.stories.map((story) => story.number),
    );
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
