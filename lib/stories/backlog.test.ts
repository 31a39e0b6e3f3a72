import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import type { Actor } from "@/lib/policy";
import { listWaiting, placeStories } from "@/lib/stories/backlog";
import { makeContributor, makeIssue, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;

beforeAll(async () => {
  const person = await makeContributor(db(), { name: "Ines" });
  editor = { id: person.id, role: "editor", name: person.name };
});

it("places several stories after those that are there, all or none", async () => {
  const issue = await makeIssue(db(), { sections: [{ title: "Ports", stories: [{ headline: "first" }] }] });
  const sectionId = issue.sections[0]?.id ?? "";
  const [one, two, three] = [
    await makeStory(db(), { headline: "one", authorId: editor.id }),
    await makeStory(db(), { headline: "two" }),
    await makeStory(db(), { headline: "three" }),
  ];
  await placeStories(editor, { ids: [two.id, one.id], sectionId });
  const placed = await db().story.findMany({ where: { sectionId }, orderBy: { position: "asc" } });
  expect(placed.map(({ headline, position }) => [headline, position])).toEqual([
    ["first", 1],
    ["two", 2],
    ["one", 3],
  ]);
  await expect(placeStories(editor, { ids: [three.id, one.id], sectionId })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await listWaiting(editor)).toMatchObject([{ headline: "three", sources: 0, authorName: null }]);
  await expect(
    placeStories({ ...editor, role: "contributor" }, { ids: [three.id], sectionId }),
  ).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("gives stories that two people place at once to one of them", async () => {
  const issue = await makeIssue(db(), { sections: [{ title: "A" }, { title: "B" }] });
  const story = await makeStory(db(), { headline: "wanted" });
  const settled = await Promise.allSettled(
    issue.sections.map((section) => placeStories(editor, { ids: [story.id], sectionId: section.id })),
  );
  expect(settled.filter((one) => one.status === "fulfilled")).toHaveLength(1);
});
