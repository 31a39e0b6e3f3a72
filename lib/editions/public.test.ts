import { beforeAll, expect, test } from "vitest";
import { raise, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import { getEdition, getPublication, listEditions } from "@/lib/editions/public";
import { testEdition } from "@/lib/editions/test-edition";
import { useFreshDatabase } from "@/prisma/test-database";
import { insertPublished } from "@/prisma/test-published";

useFreshDatabase();

const first = testEdition({ number: 1, slug: "first", edition: 1 });
const second = testEdition({ number: 2, slug: "second", edition: 1 });
let secondId = "";

beforeAll(async () => {
  await insertPublished(first);
  secondId = await insertPublished(second);
});

test("lists what the latest editions say, the highest number first", async () => {
  expect(
    (await listEditions()).map((listing) => `${listing.number} ${listing.slug} ${listing.title}`),
  ).toEqual(["2 second The sleepers are coming back", "1 first The sleepers are coming back"]);
});

test("gives an edition with its neighbours", async () => {
  const found = await getEdition("first");
  expect(found).toMatchObject({ edition: first, previous: null, next: { slug: "second" } });
});

test("gives nothing for an unknown address", async () => {
  expect(await getEdition("third")).toBeNull();
});

test("what editors change in the draft is unseen until it is published", async () => {
  await db().issue.update({
    where: { id: secondId },
    data: { slug: "renamed", number: 7, title: "New words" },
  });
  await raise(db(), [TAGS.editions]);
  expect(await getEdition("renamed")).toBeNull();
  expect(await getEdition("second")).toMatchObject({ edition: second });
});

test("a later edition takes the place of the one before", async () => {
  const corrected = testEdition({ number: 2, slug: "second", edition: 2 });
  await insertPublished(corrected, secondId);
  expect(await getEdition("second")).toMatchObject({ edition: corrected });
});

test.each([
  ["withdrawn", { publicationState: "withdrawn" }],
  ["in the trash", { publicationState: "published", trashedAt: new Date() }],
] as const)("an issue that is %s is gone", async (_, data) => {
  await db().issue.update({ where: { id: secondId }, data });
  await raise(db(), [TAGS.editions]);
  expect(await getEdition("second")).toBeNull();
  expect(await listEditions()).toHaveLength(1);
  expect(await getEdition("first")).toMatchObject({ next: null });
});

test("the publication has a name before anybody gave it one", async () => {
  expect(await getPublication()).toEqual({ name: "Plumbline", tagline: "", language: "en" });
  await db().publication.create({ data: { name: "The Weekly" } });
  await raise(db(), [TAGS.publication]);
  expect((await getPublication()).name).toBe("The Weekly");
});
