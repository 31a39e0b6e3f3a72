import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { carryOver, undoCarryOver } from "@/lib/issues/carry-over";
import { arrangeStories } from "@/lib/issues/commands";
import { titleOf, weekAfter } from "@/lib/issues/next-issue";
import { getIssue } from "@/lib/issues/queries";
import type { Actor } from "@/lib/policy";
import { makeContributor, makeIssue } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;

beforeEach(async () => {
  await db().story.deleteMany();
  await db().issue.deleteMany();
  const person = await makeContributor(db());
  editor = { id: person.id, role: "editor", name: person.name };
});

const thisWeek = () =>
  makeIssue(db(), {
    title: "This week",
    number: 30,
    week: { from: "2026-03-14", to: "2026-03-20" },
    sections: [
      { title: "Ports", stories: [{ headline: "a" }, { headline: "b" }, { headline: "c" }] },
      { title: "Rail", stories: [{ headline: "d" }] },
    ],
  });

/** "Ports: a b, Rail: d" */
async function outline(issueId: string): Promise<string> {
  const { sections } = await getIssue(editor, issueId);
  return sections
    .map(({ title, stories }) => `${title}: ${stories.map((s) => s.headline).join(" ")}`.trim())
    .join(", ");
}

const idsOf = (issue: Awaited<ReturnType<typeof thisWeek>>, ...headlines: string[]) =>
  issue.stories.filter((story) => headlines.includes(story.headline)).map((story) => story.id);

describe("the week after", () => {
  it("is the seven days that follow, over the ends of months and the change of the clocks", () => {
    expect(weekAfter({ from: "2026-03-21", to: "2026-03-27" })).toEqual({
      from: "2026-03-28",
      to: "2026-04-03",
    });
    expect(weekAfter({ from: "2026-12-25", to: null })).toEqual({ from: "2027-01-01", to: "2027-01-07" });
    expect(weekAfter({ from: null, to: null })).toEqual({ from: null, to: null });
    expect(titleOf({ from: "2026-03-28", to: "2026-04-03" })).toBe("Week of 28 March 2026");
    expect(titleOf({ from: null, to: null })).toBe("Next week");
  });
});

describe("carrying over", () => {
  it("makes next week's issue where there is none, with sections of the same titles, and can be undone whole", async () => {
    const issue = await thisWeek();
    const done = await carryOver(editor, { issueId: issue.id, storyIds: idsOf(issue, "d", "a", "c") });
    expect(done).toMatchObject({ count: 3, to: { title: "Week of 21 March 2026", made: true } });
    expect(await outline(issue.id)).toBe("Ports: b, Rail:");
    expect(await outline(done.to.id)).toBe("Ports: a c, Rail: d");
    const next = await getIssue(editor, done.to.id);
    expect(next.week).toEqual({ from: "2026-03-21", to: "2026-03-27" });

    expect(await undoCarryOver(editor, done.undo)).toEqual({ count: 3 });
    expect(await outline(issue.id)).toBe("Ports: a b c, Rail: d");
    await expect(getIssue(editor, done.to.id)).rejects.toBeInstanceOf(AppError);
  });

  it("takes the first draft after this one, at the end of its section", async () => {
    const issue = await thisWeek();
    await makeIssue(db(), { title: "Much later", week: { from: "2026-05-01", to: "2026-05-07" } });
    await makeIssue(db(), { title: "Earlier", week: { from: "2026-03-07", to: "2026-03-13" } });
    const next = await makeIssue(db(), {
      title: "Next",
      week: { from: "2026-03-21", to: "2026-03-27" },
      sections: [{ title: "Rail", stories: [{ headline: "x" }] }],
    });
    const done = await carryOver(editor, { issueId: issue.id, storyIds: idsOf(issue, "b", "d") });
    expect(done.to).toEqual({ id: next.id, title: "Next", made: false });
    expect(await outline(next.id)).toBe("Rail: x d, Ports: b");
    await undoCarryOver(editor, done.undo);
    expect(await outline(next.id)).toBe("Rail: x");
    expect(await outline(issue.id)).toBe("Ports: a b c, Rail: d");
  });

  it("undoes only what is still there", async () => {
    const issue = await thisWeek();
    const done = await carryOver(editor, { issueId: issue.id, storyIds: idsOf(issue, "a", "b") });
    const next = await getIssue(editor, done.to.id);
    const [section] = next.sections;
    await db().story.update({
      where: { id: idsOf(issue, "b")[0] ?? "" },
      data: { sectionId: null, position: null },
    });
    expect(section?.stories).toHaveLength(2);
    expect(await undoCarryOver(editor, done.undo)).toEqual({ count: 1 });
    expect(await outline(issue.id)).toBe("Ports: a c, Rail: d");
  });

  it("refuses a published issue, a story that left, and those who may not arrange", async () => {
    const issue = await thisWeek();
    const [a = ""] = idsOf(issue, "a");
    const contributor: Actor = { ...editor, role: "contributor" };
    await expect(carryOver(contributor, { issueId: issue.id, storyIds: [a] })).rejects.toMatchObject({
      code: "forbidden",
    });
    const other = await thisWeekOf(31);
    await expect(carryOver(editor, { issueId: other.id, storyIds: [a] })).rejects.toMatchObject({
      code: "conflict",
    });
    await db().issue.update({ where: { id: issue.id }, data: { publicationState: "published" } });
    await expect(carryOver(editor, { issueId: issue.id, storyIds: [a] })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await db().issue.count()).toBe(2);
  });

  it("keeps one order and one next issue when people carry over, undo and arrange at the same moment", async () => {
    const issue = await thisWeek();
    const expected = (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
    };
    const shuffle = async () => {
      const now = await getIssue(editor, issue.id);
      const order = now.sections.map(({ id, stories }) => ({
        sectionId: id,
        storyIds: stories.map((s) => s.id).toReversed(),
      }));
      await arrangeStories(editor, { issueId: issue.id, baseVersion: now.orderVersion, order }).catch(
        expected,
      );
    };
    const carry = async (headline: string) => {
      const done = await carryOver(editor, { issueId: issue.id, storyIds: idsOf(issue, headline) }).catch(
        expected,
      );
      if (done && headline !== "a") await undoCarryOver(editor, done.undo).catch(expected);
    };
    for (let round = 0; round < 4; round += 1) {
      await Promise.all([carry("a"), carry("b"), carry("c"), shuffle(), carry("d"), shuffle()]);
    }
    const sections = await db().section.findMany({ include: { stories: { orderBy: { position: "asc" } } } });
    expect(sections.flatMap((section) => section.stories.map((s) => s.headline)).toSorted()).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
    for (const { stories } of sections)
      expect(stories.map((s) => s.position)).toEqual(stories.map((_, n) => n + 1));
    expect(await db().issue.count({ where: { trashedAt: null, id: { not: issue.id } } })).toBeLessThanOrEqual(
      1,
    );
  });
});

const thisWeekOf = (number: number) =>
  makeIssue(db(), { title: `Issue ${number}`, number, sections: [{ title: "Ports" }] });
