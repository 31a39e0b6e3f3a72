import { beforeAll, expect, test } from "vitest";
import { raise, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import { testEdition } from "@/lib/editions/test-edition";
import { vocabularyFaults } from "@/lib/editions/test-schema-org";
import { editEntity, removeName } from "@/lib/entities/commands";
import { topicJsonLd } from "@/lib/entities/json-ld";
import { entityKey } from "@/lib/entities/key";
import { mergeEntities, splitEntity } from "@/lib/entities/merge";
import { countStoriesAbout, listTopics, readTopic, topicOfName } from "@/lib/entities/public";
import { COMMAND_LINE } from "@/lib/policy";
import { refusal } from "@/lib/workflow/test-people";
import { makeEntity, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";
import { insertPublished } from "@/prisma/test-published";

useFreshDatabase();

async function topic(slug: string) {
  const found = await readTopic(slug);
  if (found === null || "movedTo" in found) throw new Error(`${slug} has no page of its own.`);
  return found;
}

const entity: Record<string, string> = {};
beforeAll(async () => {
  for (const name of ["Nordlicht Rail", "Nordlicht", "Corvia", "Lumen", "Harbour Wire", "Unheard of"])
    entity[name] = (await makeEntity(db(), { name })).id;
  await insertPublished(testEdition({ number: 11, slug: "earlier", edition: 1 }));
  await insertPublished(testEdition({ number: 12, slug: "later", edition: 1 }));
});

test("whoever speaks in what is published has a page; who is only named, once somebody said what it is", async () => {
  expect(await listTopics()).toEqual([
    { slug: "corvia", name: "Corvia", kind: null, stories: 1, claims: 1 },
    { slug: "nordlicht-rail", name: "Nordlicht Rail", kind: null, stories: 1, claims: 2 },
  ]);
  expect(await readTopic("lumen")).toBeNull();
  // Two as one have the stories in which either speaks or is named, each once.
  expect(await countStoriesAbout([entity.Corvia ?? "", entity.Lumen ?? ""])).toBe(1);
  expect(await countStoriesAbout([entity["Nordlicht Rail"] ?? "", entity.Lumen ?? ""])).toBe(2);
  await editEntity(COMMAND_LINE, { id: entity.Lumen ?? "", version: 1, kind: "organisation" });
  expect((await topic("lumen")).stories.map(({ story }) => story.headline)).toEqual([
    "Corvia and Lumen — two fares, one corridor",
  ]);
  for (const slug of ["unheard-of", "harbour-wire", "no-such-thing"])
    expect(await readTopic(slug)).toBeNull();
});

test("a page has stories, claims by their days, sources and how forecasts came out; each told where it stands last", async () => {
  const { stories, claims, sources, entries } = await topic("nordlicht-rail");
  expect(stories.map(({ issueNumber, story }) => [issueNumber, story.number])).toEqual([[12, 1]]);
  expect(claims.map(({ day, isDayOfSaying, claim }) => [day, isDayOfSaying, claim.kind])).toEqual([
    ["2026-03-20", false, "statement"],
    ["2026-03-17", true, "forecast"],
  ]);
  expect(sources.map(({ source, isItsOwn }) => [source.title, isItsOwn])).toEqual([
    ["Nordlicht orders forty sleepers", true],
    ["Sleeper orders at a thirty-year high", false],
  ]);
  expect(entries.map(({ claim }) => claim.due.at)).toEqual(["2027-12-31"]);
});

test("a merge holds for what was published long ago, and its end brings both pages back", async () => {
  const [id, into] = [entity["Nordlicht Rail"] ?? "", entity.Nordlicht ?? ""];
  const merged = await mergeEntities(COMMAND_LINE, { id, version: 1, into: { id: into, version: 1 } });
  expect(await readTopic("nordlicht-rail")).toEqual({ movedTo: "nordlicht" });
  const whole = await topic("nordlicht");
  expect(whole).toMatchObject({ otherNames: ["Nordlicht Rail"], claims: [{}, {}] });
  // "Nordlicht" stands in the table of the third story too.
  expect(whole.stories.map(({ story }) => story.number)).toEqual([1, 3]);
  expect(await topicOfName("NORDLICHT RAIL AG")).toBe("nordlicht");
  const faults = vocabularyFaults(
    topicJsonLd(whole, { name: "Plumbline", tagline: "", language: "en" }, "https://plumbline.example"),
  );
  expect(faults).toEqual([]);
  // No claim on the desk has it for its speaker any more: readers have some.
  const published = { id: merged.id, version: merged.version, key: entityKey("Nordlicht Rail") };
  expect((await refusal(removeName(COMMAND_LINE, published))).message).toContain("of its own");
  // Merged once more: the oldest address leads to the last.
  const [last, version] = [entity.Corvia ?? "", merged.version];
  const again = await mergeEntities(COMMAND_LINE, { id: into, version, into: { id: last, version: 1 } });
  expect(await readTopic("nordlicht-rail")).toEqual({ movedTo: "corvia" });
  expect(await readTopic("nordlicht")).toEqual({ movedTo: "corvia" });
  const { from, ...apart } = await splitEntity(COMMAND_LINE, again);
  expect(apart).toEqual({ id: into });
  expect(await readTopic("nordlicht-rail")).toEqual({ movedTo: "nordlicht" });

  const standing = await db().entity.findUniqueOrThrow({ where: { id: into } });
  await splitEntity(COMMAND_LINE, { ...merged, version: standing.version });
  expect((await topic("nordlicht-rail")).claims).toHaveLength(2);
  expect(await readTopic("nordlicht")).toBeNull();
});

test("what only a draft calls somebody stays within, also once it is merged into who has a page", async () => {
  const names = { name: "Jane Doe, who told", otherNames: [] };
  const { id, slug } = await makeEntity(db(), names);
  const story = await makeStory(db());
  await db().claim.create({
    data: { storyId: story.id, text: "So she said", attribution: "reported", speaker: names.name },
  });
  const [listed] = await listTopics();
  const into = await db().entity.findUniqueOrThrow({ where: { slug: listed?.slug ?? "" } });
  await mergeEntities(COMMAND_LINE, { id, version: 1, into: { id: into.id, version: into.version } });
  expect((await topic(into.slug)).otherNames).not.toContain(names.name);
  expect(await readTopic(slug)).toBeNull();
});

test("what is withdrawn or in the trash is no part of any page", async () => {
  await db().issue.updateMany({ where: { slug: "later" }, data: { publicationState: "withdrawn" } });
  await raise(db(), [TAGS.editions]);
  expect((await topic("nordlicht-rail")).stories.map(({ issueNumber }) => issueNumber)).toEqual([11]);
  await db().issue.updateMany({ data: { trashedAt: new Date() } });
  await raise(db(), [TAGS.editions]);
  expect(await readTopic("nordlicht-rail")).toBeNull();
  expect(await listTopics()).toEqual([]);
});
