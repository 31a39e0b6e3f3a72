import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { makeContributor, makeIssue, makeStory, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

test("nothing need be given, and nothing collides", async () => {
  const people = [await makeContributor(db()), await makeContributor(db(), { role: "admin" })];
  expect(people.map((person) => person.role)).toEqual(["editor", "admin"]);
  const [first, second] = [await makeIssue(db()), await makeIssue(db())];
  expect(first.slug).not.toBe(second.slug);
  const waiting = await makeStory(db());
  expect([waiting.sectionId, waiting.position]).toEqual([null, null]);
});

test("an issue stands in reading order, its highlights on its stories", async () => {
  const made = await makeIssue(db(), {
    title: "Wet concrete & co.",
    week: { from: "2026-03-14", to: "2026-03-20" },
    highlights: [{ text: "All of it", stories: [3, 1] }],
    sections: [
      { title: "One", stories: [{ headline: "a", sources: [{ title: "A1" }, { title: "A2" }] }, {}] },
      { title: "Two", stories: [{ headline: "c", body: paragraphs("One.", "Two.") }] },
    ],
  });
  expect(made.slug).toMatch(/^wet-concrete-and-co-[0-9a-z]{8}$/);
  const stored = await db().issue.findUniqueOrThrow({
    where: { id: made.id },
    include: {
      sections: { orderBy: { position: "asc" }, include: { stories: { orderBy: { position: "asc" } } } },
      highlights: { include: { stories: { orderBy: { position: "asc" } } } },
    },
  });
  expect(stored.sections.flatMap((s) => s.stories.map((x) => x.headline))).toEqual(["a", "A story", "c"]);
  expect(stored.highlights[0]?.stories.map((link) => link.storyId)).toEqual([
    made.stories[2]?.id,
    made.stories[0]?.id,
  ]);
  expect(stored.weekFrom?.toISOString()).toBe("2026-03-14T00:00:00.000Z");
  expect(await db().storySource.count({ where: { storyId: made.stories[0]?.id } })).toBe(2);
});

test("a highlight cannot point at a story that is not there", async () => {
  await expect(makeIssue(db(), { highlights: [{ text: "x", stories: [1] }] })).rejects.toThrow("story 1");
});
