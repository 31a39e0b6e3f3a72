import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { db, transaction } from "@/lib/db";
import { arrangeStories } from "@/lib/issues/commands";
import { saveIssue } from "@/lib/issues/save";
import { renameSection } from "@/lib/issues/section-commands";
import { announce, type Change } from "@/lib/live/announce";
import { type Heard, Listening } from "@/lib/live/listen";
import { changesFor, isAbout } from "@/lib/live/stream";
import { type Actor, COMMAND_LINE } from "@/lib/policy";
import { setRuleLevels } from "@/lib/publication/commands";
import { addSource } from "@/lib/sources/commands";
import { saveStory } from "@/lib/stories/save";
import { makeContributor, makeIssue } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const url = () => process.env.DATABASE_URL ?? "";
let actor: Actor;
let heard: Heard[];
let listening: Listening;
let stop: () => void;

/** Waits until something that fits was heard. */
async function hears(fits: (one: Heard) => boolean): Promise<void> {
  await expect.poll(() => heard.some(fits), { timeout: 10_000 }).toBe(true);
}
const isChange = (wanted: Partial<Change>) => (one: Heard) =>
  one !== "missed" && Object.entries(wanted).every(([key, value]) => one[key as keyof Change] === value);

/** Says something until it is heard: the connection may still be opening. */
async function untilConnected(): Promise<void> {
  await expect
    .poll(async () => {
      await announce(db(), { what: "presence", issueId: null, storyId: null, by: null });
      return heard.length;
    })
    .toBeGreaterThan(0);
}

beforeEach(async () => {
  const person = await makeContributor(db());
  actor = { id: person.id, role: "editor", name: person.name };
  heard = [];
  listening = new Listening(url);
  stop = listening.add((one) => heard.push(one));
  await untilConnected();
});
afterEach(() => stop());

describe("the connection on which Postgres tells of changes", () => {
  it("tells what was saved, by whom and as which version", async () => {
    const issue = await makeIssue(db(), { sections: [{ stories: [{ headline: "a" }, { headline: "b" }] }] });
    const [one, two] = issue.stories;
    const [section] = issue.sections;
    if (!one || !two || !section) throw new Error("no stories");
    const here = { issueId: issue.id, by: actor.id };
    await saveStory(actor, { id: one.id, version: 1, headline: "A" });
    await hears(isChange({ ...here, what: "story", storyId: one.id, version: 2 }));
    await saveIssue(actor, { id: issue.id, version: 1, standfirst: "Short." });
    await hears(isChange({ ...here, what: "words", storyId: null, version: 2 }));
    const order = [{ sectionId: section.id, storyIds: [two.id, one.id] }];
    await arrangeStories(actor, { issueId: issue.id, baseVersion: 1, order });
    await hears(isChange({ what: "order", issueId: issue.id, version: 2 }));
    await renameSection(actor, { id: section.id, version: 1, title: "New" });
    await hears(isChange({ ...here, what: "order" }));
    await addSource(actor, { storyId: one.id, title: "Said", byline: "", publisher: "", url: null });
    await hears(isChange({ what: "sources", issueId: issue.id, storyId: one.id }));
  });

  it("tells every open issue that the rules of preflight weigh otherwise", async () => {
    await setRuleLevels(COMMAND_LINE, { version: 1, levels: { "story-without-why": "off" } });
    await hears(isChange({ what: "rules", issueId: null }));
  });

  it("tells nothing of what was undone", async () => {
    const by = actor.id;
    const undone = transaction(async (tx) => {
      await announce(tx, { what: "workflow", issueId: null, storyId: null, by });
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await announce(db(), { what: "threads", issueId: null, storyId: null, by });
    await hears(isChange({ what: "threads" }));
    expect(heard.some(isChange({ what: "workflow" }))).toBe(false);
  });

  it("comes back after it was cut, and says that something may be missed", async () => {
    await db().$queryRaw`
      SELECT pg_terminate_backend("pid") FROM pg_stat_activity
      WHERE "datname" = current_database() AND "query" LIKE 'LISTEN%'`;
    await hears((one) => one === "missed");
    heard = [];
    await untilConnected();
  });

  it("hears nothing that is no change", async () => {
    await db().$executeRaw`SELECT pg_notify('plumbline_desk', 'nonsense')`;
    await db().$executeRaw`SELECT pg_notify('plumbline_desk', '{"what":"else"}')`;
    await announce(db(), { what: "threads", issueId: null, storyId: null, by: null });
    await hears(isChange({ what: "threads" }));
    expect(heard.every((one) => one !== "missed" && ["presence", "threads"].includes(one.what))).toBe(true);
  });
});

describe("the stream of one reader", () => {
  const issueId = "01900000-0000-7000-8000-000000000001";
  const storyId = "01900000-0000-7000-8000-000000000002";
  const change = (given: Partial<Change>): Change => ({
    what: "story",
    issueId: null,
    storyId: null,
    by: null,
    ...given,
  });

  it("is about its issue or story, and about notifications for its reader", () => {
    const inIssue = { issueId, storyId: null, collecting: false };
    const inStory = { issueId: null, storyId, collecting: false };
    expect(isAbout(inIssue, actor, change({ issueId, storyId }))).toBe(true);
    expect(isAbout(inIssue, actor, change({ issueId: storyId }))).toBe(false);
    expect(isAbout(inStory, actor, change({ storyId }))).toBe(true);
    expect(isAbout(inStory, actor, change({}))).toBe(false);
    expect(isAbout(inIssue, actor, change({ what: "notifications", by: actor.id }))).toBe(true);
    expect(isAbout(inIssue, actor, change({ what: "notifications", by: issueId, issueId }))).toBe(false);
    const collecting = { issueId: null, storyId: null, collecting: true };
    expect(isAbout(collecting, actor, change({ what: "inbox" }))).toBe(true);
    expect(isAbout(inIssue, actor, change({ what: "inbox" }))).toBe(false);
    expect(isAbout(collecting, actor, change({ issueId }))).toBe(false);
    const rules = change({ what: "rules" });
    expect([inIssue, inStory, collecting].map((subject) => isAbout(subject, actor, rules))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("carries events, and ends when its reader goes", async () => {
    const gone = new AbortController();
    const stream = changesFor(
      actor,
      { issueId, storyId: null, collecting: false },
      async () => true,
      gone.signal,
    );
    const reader = stream.getReader();
    const read = async () => new TextDecoder().decode((await reader.read()).value);
    expect(await read()).toContain("retry:");
    const event = read();
    const telling = setInterval(() => void announce(db(), change({ issueId })), 100);
    expect(JSON.parse((await event).replace("data: ", ""))).toMatchObject({ issueId });
    clearInterval(telling);
    gone.abort();
    let end = await reader.read();
    while (!end.done) end = await reader.read();
    expect(end.done).toBe(true);
  });
});
