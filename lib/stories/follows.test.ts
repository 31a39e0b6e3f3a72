import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildEdition, differsFromEdition } from "@/lib/editions/build";
import { publishIssue } from "@/lib/editions/commands";
import type { Actor } from "@/lib/policy";
import { findPublished, followUp, followUpNext, readFollows, setFollows } from "@/lib/stories/follows";
import { makeContributor, makeIssue, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let earlier: Awaited<ReturnType<typeof makeIssue>>;
const idOf = (index: number) => earlier.stories[index]?.id ?? "";
const stamp = { edition: 1, publishedAt: new Date("2026-03-28T08:00:00Z"), number: 12 };

beforeAll(async () => {
  const person = await makeContributor(db());
  editor = { id: person.id, role: "editor", name: person.name };
  earlier = await makeIssue(db(), {
    title: "Eleven",
    number: 11,
    week: { from: "2026-03-14", to: "2026-03-20" },
    sections: [{ title: "Ports", stories: [{ headline: "Berths — by the hour" }, { headline: "Cranes" }] }],
  });
  await publishIssue(editor, { id: earlier.id });
});

describe("a follow-up", () => {
  it("is a new story that leads readers to where the earlier one stands", async () => {
    const issue = await makeIssue(db(), {
      title: "Twelve",
      number: 12,
      sections: [{ title: "Ports", stories: [{ headline: "First" }] }],
    });
    const { id } = await followUp(editor, { storyId: idOf(0), sectionId: issue.sections[0]?.id ?? "" });
    const story = await db().story.findUniqueOrThrow({ where: { id } });
    expect(story).toMatchObject({ followsId: idOf(0), position: 2, authorId: editor.id });
    const edition = await buildEdition(db(), issue.id, stamp);
    const [first, second] = edition.sections[0]?.stories ?? [];
    expect(first).not.toHaveProperty("follows");
    expect(second?.follows).toEqual({
      issueNumber: 11,
      issueSlug: earlier.slug,
      anchor: earlier.stories[0]?.anchor,
      headline: "Berths — by the hour",
    });
    expect((await readFollows(editor, { id: idOf(0) })).followedBy.map((each) => each.id)).toContain(id);
  });

  it("waits in the backlog, or in next week's issue under the same section", async () => {
    const { id } = await followUp(editor, { storyId: idOf(1), sectionId: null });
    expect(await db().story.findUniqueOrThrow({ where: { id } })).toMatchObject({
      sectionId: null,
      position: null,
    });
    const next = await followUpNext(editor, { storyId: idOf(1) });
    const story = await db().story.findUniqueOrThrow({ where: { id: next.id }, include: { section: true } });
    expect(story.section).toMatchObject({ issueId: next.to.id, title: "Ports" });
  });

  it("is set, changed and cleared on a story that is there, and never in a circle", async () => {
    const story = await makeStory(db(), { headline: "Later" });
    expect(await setFollows(editor, { id: story.id, followsId: idOf(0) })).toEqual({ before: null });
    expect((await readFollows(editor, { id: story.id })).follows?.published).toMatchObject({
      issueNumber: 11,
      number: 1,
    });
    expect(await setFollows(editor, { id: story.id, followsId: null })).toEqual({ before: idOf(0) });
    await expect(setFollows(editor, { id: idOf(0), followsId: idOf(0) })).rejects.toMatchObject({
      code: "invalid",
    });
    await setFollows(editor, { id: idOf(1), followsId: idOf(0) });
    await expect(setFollows(editor, { id: idOf(0), followsId: idOf(1) })).rejects.toMatchObject({
      code: "invalid",
    });
    await setFollows(editor, { id: idOf(1), followsId: null });
  });

  it("leaves editions without one as they were", async () => {
    expect(await differsFromEdition(db(), earlier.id)).toBe(false);
  });

  it("follows nothing that readers do not have, and nothing of somebody else's for a contributor", async () => {
    const draft = await makeStory(db(), { headline: "Never published" });
    const story = await makeStory(db(), { headline: "Mine?" });
    await expect(followUp(editor, { storyId: draft.id, sectionId: null })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(setFollows(editor, { id: story.id, followsId: draft.id })).rejects.toMatchObject({
      code: "invalid",
    });
    const contributor: Actor = { ...editor, role: "contributor" };
    const other = await makeContributor(db());
    await db().story.update({ where: { id: story.id }, data: { authorId: other.id } });
    await expect(setFollows(contributor, { id: story.id, followsId: idOf(0) })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is picked from published headlines", async () => {
    expect((await findPublished(editor, { query: "hour berth" })).map((each) => each.headline)).toEqual([
      "Berths — by the hour",
    ]);
    expect(await findPublished(editor, { query: "never published" })).toEqual([]);
    expect((await findPublished(editor, { query: "" })).map((each) => each.number)).toEqual([1, 2]);
  });
});
