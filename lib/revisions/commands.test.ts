import { subMinutes } from "date-fns";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { saveIssue } from "@/lib/issues/save";
import type { Actor } from "@/lib/policy";
import { nameRevision, restoreRevision } from "@/lib/revisions/commands";
import { keepRevision } from "@/lib/revisions/keep";
import { compareRevisions, listRevisions } from "@/lib/revisions/queries";
import { AS_IT_STANDS } from "@/lib/revisions/schema";
import { storedRichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";
import { claimMark, doc, p } from "@/lib/rich-text/test-words";
import { saveStory } from "@/lib/stories/save";
import { makeContributor, makeIssue, makeStory, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let anna: Actor;
let ben: Actor;
let id: string;

const act = (person: { id: string; role: Actor["role"]; name: string }): Actor => person;
const body = (...texts: string[]) => paragraphs(...texts);
const lines = () => listRevisions(anna, { storyId: id });
const versions = async () => (await lines()).map(({ version, reason }) => [version, reason]);
const wordsNow = async () => {
  const story = await db().story.findUniqueOrThrow({ where: { id } });
  return plainText(storedRichText(story.body));
};

beforeEach(async () => {
  anna = act(await makeContributor(db(), { name: "Anna" }));
  ben = act(await makeContributor(db(), { name: "Ben" }));
  id = (await makeStory(db(), { headline: "Tides", body: body("First."), authorId: anna.id ?? "" })).id;
});

describe("the versions that are kept", () => {
  it("begin with the words before the first edit, whoever edits", async () => {
    expect((await lines()).map((line) => [line.id, line.author, line.isCurrent])).toEqual([
      [AS_IT_STANDS, "Anna", true],
    ]);
    await saveStory(ben, { id, version: 1, body: body("Second.") });
    const [second, first] = await lines();
    expect([second?.version, second?.author, second?.isCurrent]).toEqual([2, "Ben", true]);
    expect([first?.version, first?.author, first?.isCurrent]).toEqual([1, "Anna", false]);
    const kept = await db().revision.findUniqueOrThrow({ where: { id: first?.id } });
    expect(JSON.stringify(kept.document)).toContain("First.");
  });

  it("join one person's autosaves of ten minutes, and nothing that somebody else built on or named", async () => {
    await saveStory(anna, { id, version: 1, body: body("a") });
    await saveStory(anna, { id, version: 2, body: body("ab") });
    expect(await versions()).toEqual([
      [3, "autosave"],
      [1, "autosave"],
    ]);
    await saveStory(ben, { id, version: 3, body: body("abc") });
    await saveStory(anna, { id, version: 4, body: body("abcd") });
    const [newest] = await lines();
    await nameRevision(anna, { id: newest?.id ?? "", version: 5, name: "Before the meeting" });
    await saveStory(anna, { id, version: 5, body: body("abcde") });
    await db().revision.updateMany({
      where: { storyId: id },
      data: { createdAt: subMinutes(new Date(), 11) },
    });
    await saveStory(anna, { id, version: 6, body: body("abcdef") });
    expect(await versions()).toEqual([
      [7, "autosave"],
      [6, "autosave"],
      [5, "named"],
      [4, "autosave"],
      [3, "autosave"],
      [1, "autosave"],
    ]);
  });

  it("hold words that were written without keeping them", async () => {
    await saveStory(anna, { id, version: 1, body: body("kept") });
    const column = JSON.parse(JSON.stringify(body("by another way")));
    await db().story.update({ where: { id }, data: { body: column, version: 3 } });
    expect((await lines())[0]).toMatchObject({ id: AS_IT_STANDS, version: 3, author: null });
    await saveStory(anna, { id, version: 3, body: body("later") });
    expect((await versions()).map(([version]) => version)).toEqual([4, 3, 2, 1]);
  });

  it("are of their own for a review, and for publishing the issue's words and its stories'", async () => {
    await saveStory(anna, { id, version: 1, body: body("ready") });
    await keepRevision(db(), anna, { storyId: id }, { version: 2, document: {}, reason: "review" });
    await saveStory(anna, { id, version: 2, body: body("readier") });
    expect(await versions()).toEqual([
      [3, "autosave"],
      [2, "review"],
      [2, "autosave"],
      [1, "autosave"],
    ]);
    const issue = await makeIssue(db(), { sections: [{ stories: [{ headline: "One" }] }] });
    await publishIssue(anna, { id: issue.id });
    for (const target of [{ issueId: issue.id }, { storyId: issue.stories[0]?.id ?? "" }]) {
      const [line] = await listRevisions(anna, target);
      expect([line?.reason, line?.name, line?.isCurrent]).toEqual(["publish", "edition 1", true]);
    }
  });
});

describe("restoring", () => {
  it("makes a new version, mirrors marks, finds claims again, and can be undone", async () => {
    const claim = await db().claim.create({ data: { storyId: id, text: "the tide turns" } });
    await saveStory(anna, { id, version: 1, body: doc(p("Soon ", claimMark(claim.id, "the tide turns"))) });
    const [marked] = await lines();
    await saveStory(ben, { id, version: 2, body: body("Nothing of it.") });
    expect((await db().claim.findUniqueOrThrow({ where: { id: claim.id } })).anchored).toBe(false);

    const { version, undo } = await restoreRevision(ben, { id: marked?.id ?? "", version: 3 });
    expect(version).toBe(4);
    expect(await wordsNow()).toBe("Soon the tide turns");
    expect((await db().claim.findUniqueOrThrow({ where: { id: claim.id } })).anchored).toBe(true);
    const [restored] = await lines();
    expect(restored).toMatchObject({ version: 4, reason: "restore", name: "version 2", author: "Ben" });

    await restoreRevision(ben, undo);
    expect(await wordsNow()).toBe("Nothing of it.");
    expect((await lines())[0]).toMatchObject({ version: 5, reason: "restore", name: "version 3" });
  });

  it("is refused when somebody saved meanwhile, and to who may not write the story", async () => {
    await saveStory(anna, { id, version: 1, body: body("two") });
    const first = (await lines())[1]?.id ?? "";
    await saveStory(ben, { id, version: 2, body: body("three") });
    await expect(restoreRevision(anna, { id: first, version: 2 })).rejects.toMatchObject({
      code: "conflict",
    });
    const guest = act(await makeContributor(db(), { role: "contributor" }));
    await expect(restoreRevision(guest, { id: first, version: 3 })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(nameRevision(guest, { id: first, version: 1, name: "Mine" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await wordsNow()).toBe("three");
  });

  it("of two at once lets one win, and keeps what it replaced", async () => {
    await saveStory(anna, { id, version: 1, body: body("two") });
    const first = (await lines())[1]?.id ?? "";
    const settled = await Promise.allSettled([
      restoreRevision(anna, { id: first, version: 2 }),
      saveStory(ben, { id, version: 2, body: body("three") }),
    ]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await lines()).map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  it("brings an issue's own words back, highlights and their stories included; number and address stay", async () => {
    const issue = await makeIssue(db(), {
      title: "Harbours",
      introduction: body("It begins."),
      highlights: [{ text: "Fees rise.", stories: [1] }],
      thesis: ["Water finds a way."],
      sections: [{ stories: [{ headline: "Fees" }] }],
    });
    const target = { issueId: issue.id };
    await saveIssue(anna, {
      id: issue.id,
      version: 1,
      title: "Ports",
      slug: `ports-${issue.slug}`,
      highlights: [],
      introduction: body("Another beginning."),
      labels: { introduction: "Hello", highlights: "H", whyItMatters: "W", closing: "C" },
    });
    const [, first] = await listRevisions(anna, target);
    await restoreRevision(ben, { id: first?.id ?? "", version: 2 });
    const row = await db().issue.findUniqueOrThrow({
      where: { id: issue.id },
      include: { highlights: { include: { stories: true } } },
    });
    expect([row.title, row.slug, row.thesis]).toEqual([
      "Harbours",
      `ports-${issue.slug}`,
      ["Water finds a way."],
    ]);
    expect(plainText(storedRichText(row.introduction))).toBe("It begins.");
    expect(row.highlights.map(({ text, stories }) => [text, stories[0]?.storyId])).toEqual([
      ["Fees rise.", issue.stories[0]?.id],
    ]);
    expect((await listRevisions(anna, target))[0]).toMatchObject({ version: 3, name: "version 1" });
  });
});

describe("naming", () => {
  it("keeps the moment of the words, and is refused once their writer went on", async () => {
    await saveStory(anna, { id, version: 1, body: body("two") });
    const [line] = await lines();
    await nameRevision(ben, { id: line?.id ?? "", version: 2, name: "  As told  " });
    expect((await lines())[0]).toMatchObject({ name: "As told", reason: "named", at: line?.at });
    await nameRevision(ben, { id: line?.id ?? "", version: 2, name: "" });
    expect((await lines())[0]).toMatchObject({ name: null, reason: "autosave" });
    await saveStory(anna, { id, version: 2, body: body("three") });
    await expect(nameRevision(ben, { id: line?.id ?? "", version: 2, name: "Late" })).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("comparing", () => {
  it("takes the one before by default, the older one always as before, and the first with nothing", async () => {
    await saveStory(anna, { id, version: 1, body: body("First, then second.") });
    await saveStory(ben, { id, version: 2, body: body("Third.") });
    const all = await lines();
    const [third, second, first] = all;
    const target = { storyId: id };
    const byDefault = await compareRevisions(anna, target, all, {});
    expect([byDefault.shown, byDefault.base]).toEqual([third, second]);
    const upwards = await compareRevisions(anna, target, all, { shown: first?.id, base: third?.id });
    const changes = upwards.passages.find(({ name }) => name === "body")?.blocks.map(({ change }) => change);
    expect(changes).toEqual(["removed", "added"]);
    const alone = await compareRevisions(anna, target, all, { shown: first?.id });
    expect(alone.base).toBeNull();
    expect(alone.passages.some(({ isChanged }) => isChanged)).toBe(false);
    await expect(compareRevisions(anna, target, all, { shown: "nothing" })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("shows which stories a highlight points at", async () => {
    const issue = await makeIssue(db(), {
      highlights: [{ text: "Fees rise.", stories: [1] }],
      sections: [{ stories: [{ headline: "Fees" }] }],
    });
    const target = { issueId: issue.id };
    await saveIssue(anna, { id: issue.id, version: 1, highlights: [{ text: "Fees rise.", storyIds: [] }] });
    const { passages } = await compareRevisions(anna, target, await listRevisions(anna, target), {});
    const blocks = passages.find(({ name }) => name === "highlights")?.blocks ?? [];
    expect(blocks.map(({ change, pieces }) => [change, pieces[0]?.text])).toEqual([
      ["same", "Fees rise."],
      ["removed", "Points at: Fees"],
    ]);
  });
});
