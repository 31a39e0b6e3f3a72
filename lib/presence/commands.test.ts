import { randomUUID } from "node:crypto";
import { subSeconds } from "date-fns";
import { beforeEach, expect, it } from "vitest";
import { db } from "@/lib/db";
import type { Actor } from "@/lib/policy";
import { appear, leave } from "@/lib/presence/commands";
import { listPresent } from "@/lib/presence/queries";
import { GONE_AFTER, MOST_WINDOWS } from "@/lib/presence/schema";
import { makeContributor, makeIssue } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let ana: Actor;
let jo: Actor;
let issue: Awaited<ReturnType<typeof makeIssue>>;
const here = () => ({ issueId: issue.id, storyId: null });
const firstStory = () => issue.stories[0]?.id ?? "";

async function person(name: string): Promise<Actor> {
  const { id } = await makeContributor(db(), { name });
  return { id, role: "editor", name };
}

beforeEach(async () => {
  [ana, jo] = [await person("Ana"), await person("Jo")];
  issue = await makeIssue(db(), { sections: [{ stories: [{ headline: "a" }] }] });
});

it("who appears is seen, where the caret is, until they leave or fall silent", async () => {
  const [one, two] = [randomUUID(), randomUUID()];
  await appear(ana, { window: one, ...here() });
  await appear(jo, { window: two, ...here(), storyId: firstStory() });
  await appear(ana, { window: one, ...here(), storyId: firstStory() });
  const present = await listPresent(ana, here());
  expect(present.map(({ name, storyId }) => [name, storyId])).toEqual([
    ["Ana", firstStory()],
    ["Jo", firstStory()],
  ]);
  await leave(jo, { window: two, gone: true });
  await leave(jo, { window: two, gone: true });
  expect(await listPresent(ana, here())).toHaveLength(1);
  await db().presence.update({
    where: { id: one },
    data: { seenAt: subSeconds(new Date(), GONE_AFTER + 1) },
  });
  expect(await listPresent(ana, here())).toEqual([]);
});

it("nobody speaks for another’s window", async () => {
  const window = randomUUID();
  await appear(ana, { window, ...here() });
  await expect(appear(jo, { window, ...here() })).rejects.toMatchObject({ code: "forbidden" });
  await leave(jo, { window, gone: true });
  expect(await listPresent(jo, here())).toHaveLength(1);
});

it("a window on what is gone, or a story of another issue, is nowhere in particular", async () => {
  const window = randomUUID();
  await appear(ana, { window, issueId: randomUUID(), storyId: randomUUID() });
  expect(await db().presence.findUnique({ where: { id: window } })).toMatchObject({
    issueId: null,
    storyId: null,
  });
  const other = await makeIssue(db());
  await appear(ana, { window, issueId: other.id, storyId: firstStory() });
  expect(await db().presence.findUnique({ where: { id: window } })).toMatchObject({
    issueId: other.id,
    storyId: null,
  });
});

it("of one person only so many windows are known, the newest, whatever another has", async () => {
  const theirs = randomUUID();
  await appear(jo, { window: theirs, ...here() });
  const windows = Array.from({ length: MOST_WINDOWS + 3 }, () => randomUUID());
  for (const window of windows) await appear(ana, { window, ...here() });
  const known = (await listPresent(ana, here())).map((row) => row.window);
  expect(known.toSorted()).toEqual([theirs, ...windows.slice(3)].toSorted());
  await Promise.all(windows.map((window) => appear(ana, { window, ...here() })));
  expect((await listPresent(ana, here())).length).toBeLessThanOrEqual(MOST_WINDOWS + 1);
});

it("the same window at the same moment twice is one, and old rows are swept", async () => {
  const old = randomUUID();
  await appear(jo, { window: old, ...here() });
  await db().presence.update({ where: { id: old }, data: { seenAt: subSeconds(new Date(), 3_600) } });
  const window = randomUUID();
  await Promise.all(Array.from({ length: 8 }, () => appear(ana, { window, ...here() })));
  expect(await db().presence.count({ where: { id: { in: [window, old] } } })).toBe(1);
});
