import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { bringBack } from "@/lib/inbox/bring-back";
import { dismiss, joinStory, takeAsStory } from "@/lib/inbox/commands";
import { findStories, knownAddresses, listInbox } from "@/lib/inbox/queries";
import { readItem } from "@/lib/inbox/read-item";
import { send } from "@/lib/inbox/send";
import type { Actor } from "@/lib/policy";
import { lookAtSource } from "@/lib/sources/check";
import { addSource } from "@/lib/sources/commands";
import { getSource } from "@/lib/sources/overview";
import { startTestSite, type TestSite } from "@/lib/sources/test-site";
import { whereUsed } from "@/lib/sources/where-used";
import { makeContributor, makeIssue, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let contributor: Actor;
beforeAll(async () => {
  const [ed, con] = [await makeContributor(db()), await makeContributor(db(), { role: "contributor" })];
  editor = { id: ed.id, role: "editor", name: ed.name };
  contributor = { id: con.id, role: "contributor", name: con.name };
});
beforeEach(() => db().inboxItem.deleteMany());

const INBOX = { kind: "inbox" } as const;
const address = () => `https://news.example/${crypto.randomUUID()}`;
const sent = async (url = address(), title = "Tides turn") => {
  await send(editor, { pages: [{ url, title }], to: INBOX });
  return db().inboxItem.findFirstOrThrow({ where: { url } });
};
const sourcesOf = async (storyId: string) => {
  const links = await db().storySource.findMany({
    where: { storyId },
    include: { source: true },
    orderBy: { position: "asc" },
  });
  return links.map((link) => link.source.url);
};

describe("what waits", () => {
  it("becomes a story of whoever takes it, once, and can be undone while nothing else was done", async () => {
    const item = await sent();
    const both = await Promise.allSettled([
      takeAsStory(contributor, item2(item)),
      takeAsStory(editor, item2(item)),
    ]);
    const won = both.filter((one) => one.status === "fulfilled");
    expect(won).toHaveLength(1);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
    const { storyId, undo } = won[0]?.value ?? { storyId: "", undo: null };
    expect(await sourcesOf(storyId)).toEqual([item.url]);
    const story = await db().story.findUniqueOrThrow({ where: { id: storyId } });
    expect(story).toMatchObject({ headline: "Tides turn", sectionId: null });
    const winner = story.authorId === editor.id ? editor : contributor;
    if (!undo) throw new Error("There is nothing to undo.");
    await addSource(winner, { storyId, title: "More" });
    await expect(bringBack(winner, undo)).rejects.toThrow("worked on meanwhile");
    await db().storySource.deleteMany({ where: { storyId, source: { title: "More" } } });
    await bringBack(winner, undo);
    expect((await listInbox(editor, {})).items).toMatchObject([{ id: item.id }]);
    expect(await db().story.findUniqueOrThrow({ where: { id: storyId } })).toMatchObject({
      trashedById: winner.id,
    });
    await expect(bringBack(winner, undo)).rejects.toMatchObject({ code: "conflict" });
  });

  it("joins a story that one may write, and leaves it again without what stood there before", async () => {
    const story = await makeStory(db(), { authorId: editor.id });
    const [one, two] = [await sent(), await sent()];
    await expect(joinStory(contributor, { ...item2(one), storyId: story.id })).rejects.toMatchObject({
      code: "forbidden",
    });
    await joinStory(editor, { ...item2(one), storyId: story.id });
    const { added, undo } = await joinStory(editor, { ...item2(two), storyId: story.id });
    expect([added, await sourcesOf(story.id)]).toEqual([true, [one.url, two.url]]);
    await bringBack(editor, undo);
    expect(await sourcesOf(story.id)).toEqual([one.url]);
    await send(editor, { pages: [{ url: `${one.url}?utm_source=x` }], to: INBOX });
    const again = await db().inboxItem.findFirstOrThrow({
      where: { state: "waiting", canonicalUrl: one.canonicalUrl },
    });
    const known = await joinStory(editor, { ...item2(again), storyId: story.id });
    expect(known.added).toBe(false);
    await bringBack(editor, known.undo);
    expect(await sourcesOf(story.id)).toEqual([one.url]);
  });

  it("is dismissed by editors, and comes back", async () => {
    const item = await sent();
    await expect(dismiss(contributor, item2(item))).rejects.toMatchObject({ code: "forbidden" });
    const { undo } = await dismiss(editor, item2(item));
    expect(await listInbox(editor, {})).toMatchObject({ items: [], waiting: 0 });
    await expect(bringBack(contributor, undo)).rejects.toMatchObject({ code: "forbidden" });
    await expect(takeAsStory(editor, item2(item))).rejects.toThrow(`${editor.name} dismissed this first.`);
    await bringBack(editor, undo);
    await expect(dismiss(editor, item2(item))).rejects.toMatchObject({ code: "conflict" });
    expect(await listInbox(editor, {})).toMatchObject({ waiting: 1 });
  });

  it("is listed newest first, a page at a time, by feed and by words", async () => {
    const feed = await db().feed.create({
      data: { url: "https://f.example", canonicalUrl: "https://f.example", title: "F" },
    });
    const data = Array.from({ length: 65 }, (_, n) => ({
      feedId: n % 2 ? feed.id : null,
      externalId: `x${n}`,
      url: `https://x.example/${n}`,
      canonicalUrl: `https://x.example/${n}`,
      title: n === 40 ? "100% Salt" : `Item ${n}`,
      // Two at a time came at the same moment.
      receivedAt: new Date(Date.UTC(2026, 0, 1, 0, Math.floor(n / 2))),
    }));
    await db().inboxItem.createMany({ data });
    const titles: string[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const page = await listInbox(editor, after ? { after } : {});
      titles.push(...page.items.map((item) => item.title));
      ({ more } = page);
      after = page.items.at(-1)?.id;
    }
    expect(new Set(titles).size).toBe(65);
    expect(titles.slice(0, 1)).toEqual(["Item 64"]);
    expect(await listInbox(editor, { feed: feed.id })).toMatchObject({ found: 32, waiting: 65, more: true });
    expect((await listInbox(editor, { query: "salt" })).items).toMatchObject([{ title: "100% Salt" }]);
    expect((await listInbox(editor, { query: "%" })).items).toHaveLength(1);
    expect((await listInbox(editor, { feed: "sent" })).items).toEqual([]);
  });
});

const item2 = ({ id, version }: { id: string; version: number }) => ({ id, version });

describe("what is sent", () => {
  it("waits once, keeps what was selected, and can be withdrawn by who sent it", async () => {
    const url = address();
    const pages = [{ url, selectedText: "" }, { url: `${url}?fbclid=1` }];
    const first = await send(contributor, { pages, to: INBOX });
    expect(first).toMatchObject({ added: 1, known: 0, repeated: 1 });
    const second = await send(editor, { pages: [{ url, selectedText: "A passage." }], to: INBOX });
    expect(second).toMatchObject({ added: 0, known: 1, undo: null });
    const page = await listInbox(editor, { feed: "sent" });
    expect(page.items).toMatchObject([
      { url, selectedText: "A passage.", sentBy: contributor.name, title: url.slice(8) },
    ]);
    if (!first.undo) throw new Error("There is nothing to undo.");
    await expect(bringBack(editor, first.undo)).rejects.toMatchObject({ code: "forbidden" });
    await bringBack(contributor, first.undo);
    expect(await listInbox(editor, {})).toMatchObject({ waiting: 0 });
  });

  it("becomes one new story with all its pages, or joins one, and is undone whole", async () => {
    const pages = [
      { url: address(), title: "First" },
      { url: address(), selectedText: "Second's words" },
    ];
    const made = await send(contributor, { pages, to: { kind: "newStory" } });
    const storyId = made.storyId ?? "";
    expect(await sourcesOf(storyId)).toEqual(pages.map((page) => page.url));
    expect(await db().story.findUniqueOrThrow({ where: { id: storyId } })).toMatchObject({
      headline: "First",
      authorId: contributor.id,
    });
    expect(
      await db().inboxItem.findMany({ where: { storyId, selectedText: "Second's words", state: "taken" } }),
    ).toHaveLength(1);
    const joined = await send(editor, {
      pages: [...pages, { url: address() }],
      to: { kind: "story", storyId },
    });
    expect(joined).toMatchObject({ added: 1, known: 2 });
    if (!joined.undo || !made.undo) throw new Error("There is nothing to undo.");
    await bringBack(editor, joined.undo);
    expect(await sourcesOf(storyId)).toEqual(pages.map((page) => page.url));
    await bringBack(contributor, made.undo);
    expect((await db().story.findUniqueOrThrow({ where: { id: storyId } })).trashedAt).not.toBeNull();
    expect(await db().inboxItem.count()).toBe(0);
  });

  it("asks for the pages of its sources to be read, and refuses what is no address or not one's own story", async () => {
    await db().$executeRaw`TRUNCATE graphile_worker._private_jobs`;
    const story = await makeStory(db(), { authorId: editor.id });
    const to = { kind: "story", storyId: story.id } as const;
    for (const url of ["javascript:alert(1)", "https://user:secret@x.example", "words"])
      await expect(send(editor, { pages: [{ url }], to })).rejects.toMatchObject({ code: "invalid" });
    await expect(send(contributor, { pages: [{ url: address() }], to })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await db().inboxItem.count()).toBe(0);
    await send(editor, { pages: [{ url: "https://read.example/100%00%" }], to });
    expect(await db().$queryRaw`SELECT "task_identifier", "queue_name" FROM graphile_worker.jobs`).toEqual([
      { task_identifier: "fetch-source", queue_name: "host read.example" },
    ]);
  });
});

describe("the page of what was sent", () => {
  let site: TestSite;
  beforeAll(async () => {
    process.env.PLUMBLINE_URL = "https://digest.example";
    site = await startTestSite();
  });
  afterAll(() => site.stop());
  const read = (id: string) => readItem(id, { visits: site.visits, unattended: false });

  it("says what it is, or why nobody can say", async () => {
    site.pages.set("/fees", { title: "Berth fees settled" });
    const [one, two, named] = [
      await sent(`${site.url("/fees")}?n=1`, ""),
      await sent(site.url("/nothing"), ""),
      await sent(`${site.url("/fees")}?n=2`, "Fees | The Quay"),
    ];
    for (const { id } of [one, two, named]) await read(id);
    const { items } = await listInbox(editor, {});
    const of = ({ id }: { id: string }) => items.find((item) => item.id === id);
    expect(of(one)).toMatchObject({
      title: "Berth fees settled",
      publisher: "The Quay",
      byline: "Ada Marsh",
    });
    expect(of(two)).toMatchObject({ summary: expect.stringMatching(/404|gone|nothing/i) });
    expect(of(named)).toMatchObject({ title: "Fees | The Quay", publisher: "The Quay" });
    const { storyId } = await takeAsStory(editor, item2(one));
    expect(await db().story.findUniqueOrThrow({ where: { id: storyId } })).toMatchObject({
      headline: "Berth fees settled",
    });
  });

  it("names source and story once it is read, unless somebody typed the name", async () => {
    site.pages.set("/sent", { title: "Berth fees settled" });
    const of = async (query: string, title: string, isTyped = false) => {
      const url = `${site.url("/sent")}?${query}&utm_source=letter`;
      const { storyId } = await send(editor, { pages: [{ url, title, isTyped }], to: { kind: "newStory" } });
      const story = { id: storyId ?? "" };
      const link = await db().storySource.findFirstOrThrow({ where: { storyId: story.id } });
      const before = await db().story.findUniqueOrThrow({ where: story });
      await lookAtSource(link.sourceId, { visits: site.visits, unattended: false });
      const { origins, title: name, url: kept } = await getSource(editor, { id: link.sourceId });
      const { headline, version } = await db().story.findUniqueOrThrow({ where: story });
      return { name, origin: origins.title, kept, headline, saves: version - before.version };
    };
    const page = { name: "Berth fees settled", origin: "the page" };
    expect(await of("a", "")).toEqual({
      ...page,
      kept: `${site.url("/sent")}?a`,
      headline: "Berth fees settled",
      saves: 1,
    });
    expect(await of("b", "Fees | The Quay")).toMatchObject({
      ...page,
      headline: "Fees | The Quay",
      saves: 0,
    });
    expect(await of("c", "Fees", true)).toMatchObject({
      name: "Fees",
      origin: editor.name,
      headline: "Fees",
    });
  });
});

it("a page is known wherever a story uses it, past issues and the backlog too, by the number it has there", async () => {
  const [url, other] = [address(), address()];
  const source = async (page: string) =>
    (await db().source.create({ data: { title: "S", url: page, canonicalUrl: page } })).id;
  const [one, two] = [{ existing: await source(url) }, { existing: await source(other) }];
  const past = await makeIssue(db(), {
    title: "Past",
    number: 12,
    sections: [{ stories: [{}, {}] }, { stories: [{ headline: "Third", sources: [one] }] }],
    createdAt: new Date("2026-01-01"),
  });
  await db().issue.update({ where: { id: past.id }, data: { publicationState: "published" } });
  await makeIssue(db(), {
    title: "Now",
    sections: [{ stories: [{ headline: "First", sources: [one, two] }] }],
  });
  await makeStory(db(), { headline: "Waiting", sources: [one] });
  const gone = await makeStory(db(), { headline: "Trashed", sources: [one] });
  await db().story.update({ where: { id: gone.id }, data: { trashedAt: new Date() } });
  const uses = await whereUsed(contributor, [url, "https://nowhere.example"]);
  expect([...uses.keys()]).toEqual([url]);
  expect(uses.get(url)).toMatchObject([
    { headline: "First", issue: { title: "Now", number: null }, number: 1 },
    { headline: "Third", issue: { id: past.id, number: 12 }, number: 3 },
    { headline: "Waiting", issue: null, number: null },
  ]);
  await sent(other);
  const known = await knownAddresses(contributor, {
    urls: [`${url}?utm_source=a`, other, "words", address()],
  });
  expect(known.map(({ waits, uses: found }) => [waits, found.length])).toEqual([
    [false, 3],
    [true, 1],
    [false, 0],
  ]);
  expect((await findStories(editor, { query: "fir" })).map((story) => story.issueName)).toEqual(["Now"]);
  expect(await findStories(editor, { query: "third" })).toMatchObject([{ issueName: "Issue 12" }]);
  expect(await findStories(contributor, { query: "first" })).toEqual([]);
});
