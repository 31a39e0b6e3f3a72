import type { IncomingMessage, ServerResponse } from "node:http";
import { addMinutes, differenceInMinutes } from "date-fns";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { editFeed, importOpml, removeFeed, restoreFeed, subscribe } from "@/lib/feeds/commands";
import { nextTry } from "@/lib/feeds/pace";
import { exportOpml, listFeeds } from "@/lib/feeds/queries";
import { queueDueFeeds, readFeed } from "@/lib/feeds/read";
import { rss } from "@/lib/feeds/test-feeds";
import type { Door } from "@/lib/fetch/door";
import { serveSite, type TestServer, testDoor } from "@/lib/fetch/test-web";
import type { Actor } from "@/lib/policy";
import { makeContributor } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let site: TestServer;
let door: Door;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: IncomingMessage[];

beforeAll(async () => {
  const person = await makeContributor(db());
  editor = { id: person.id, role: "editor", name: person.name };
  site = await serveSite((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  door = testDoor([site]);
});
afterAll(() => site.stop());
beforeEach(async () => {
  asked = [];
  await db().inboxItem.deleteMany();
  await db().feed.deleteMany();
});

const at = (path: string) => `http://pier.example:${site.port}${path}`;
const page = (n: number) => ({
  id: `n${n}`,
  link: `https://news.example/${n}`,
  title: `News ${n}`,
  date: new Date(Date.UTC(2026, 0, 1, 0, n)).toUTCString(),
});
const pages = (...numbers: number[]) => numbers.map(page);
const says = (text: string, headers: Record<string, string> = {}) => {
  answer = (_, response) =>
    response.writeHead(200, { "content-type": "application/rss+xml", ...headers }).end(text);
};
const added = async (path = "/feed") => (await subscribe(editor, { url: at(path) })).id;
const read = (id: string) => readFeed(id, { door });
const feedOf = (id: string) => db().feed.findUniqueOrThrow({ where: { id } });
const waiting = async () => {
  const rows = await db().inboxItem.findMany({
    where: { state: "waiting" },
    orderBy: { receivedAt: "desc" },
  });
  return rows.map((row) => row.title);
};

describe("a reading", () => {
  it("brings the newest 20 at first, later what is new, each once", async () => {
    const all = Array.from({ length: 30 }, (_, n) => page(n));
    says(rss("Pier", all), { etag: '"one"' });
    const id = await added();
    await read(id);
    expect(await waiting()).toEqual(Array.from({ length: 20 }, (_, n) => `News ${29 - n}`));
    expect(await feedOf(id)).toMatchObject({ title: "Pier", etag: '"one"', remark: "", failuresInRow: 0 });
    says(rss("Pier, renamed", [...all, page(30), { ...page(3), id: "another id" }]));
    await read(id);
    expect(asked.at(-1)?.headers["if-none-match"]).toBe('"one"');
    expect((await waiting()).slice(0, 2)).toEqual(["News 30", "News 29"]);
    expect(await waiting()).toHaveLength(21);
    expect((await feedOf(id)).title).toBe("Pier");
    answer = (_, response) => response.writeHead(304).end();
    await read(id);
    expect(differenceInMinutes((await feedOf(id)).nextFetchAt, new Date())).toBeGreaterThan(57);
  });

  it("does not bring a page that another feed or a decision brought before", async () => {
    says(rss("One", pages(1, 2)));
    await read(await added("/one"));
    await db().inboxItem.updateMany({
      where: { title: "News 1" },
      data: { state: "dismissed", decidedAt: new Date() },
    });
    const two = pages(1, 2, 3).map((item) => ({
      ...item,
      link: `${item.link}?utm_medium=feed`,
      id: `two ${item.id}`,
    }));
    says(rss("Two", two));
    const second = await added("/two");
    await Promise.all([read(second), read(second)]);
    expect(await waiting()).toEqual(["News 3", "News 2"]);
  });

  it("finds the feed that a page names, and says when there is none", async () => {
    answer = (request, response) => {
      const html =
        '<!doctype html><link rel="alternate" type="application/rss+xml" href="/real.xml"><p>Hello';
      const isFeed = request.url === "/real.xml";
      response.writeHead(200, { "content-type": isFeed ? "text/xml" : "text/html" });
      response.end(isFeed ? rss("Found", pages(1)) : request.url === "/page" ? html : "<p>Nothing");
    };
    const id = await added("/page");
    await read(id);
    expect(await feedOf(id)).toMatchObject({ url: at("/real.xml"), title: "Found" });
    const again = await added("/page");
    await read(again);
    expect(await feedOf(again)).toMatchObject({ remark: expect.stringContaining("same feed as “Found”") });
    const none = await added("/none");
    await read(none);
    expect(await feedOf(none)).toMatchObject({
      failure: "unreadable",
      remark: expect.stringContaining("names none"),
    });
    expect((await feedOf(none)).pausedAt).not.toBeNull();
  });

  it("follows a permanent redirect for good and a temporary one for now", async () => {
    answer = (request, response) => {
      if (request.url === "/moved") response.writeHead(301, { location: "/for-now" }).end();
      else if (request.url === "/for-now") response.writeHead(302, { location: "/feed" }).end();
      else response.writeHead(200, { "content-type": "text/xml" }).end(rss("Pier", pages(1)));
    };
    const id = await added("/moved");
    await read(id);
    expect((await feedOf(id)).url).toBe(at("/for-now"));
  });

  it("waits longer after each failure, as long as the site asks, and pauses what is gone", async () => {
    const id = await added();
    answer = (_, response) => response.writeHead(500).end();
    for (const hours of [2, 4, 8]) {
      await read(id);
      expect(differenceInMinutes((await feedOf(id)).nextFetchAt, new Date())).toBeCloseTo(hours * 60, -1);
    }
    expect(await feedOf(id)).toMatchObject({ failuresInRow: 3, remark: expect.stringContaining("500") });
    answer = (_, response) => response.writeHead(429, { "retry-after": String(3 * 86_400) }).end();
    await read(id);
    expect(differenceInMinutes((await feedOf(id)).nextFetchAt, new Date())).toBeGreaterThan(3 * 1_440 - 3);
    says("no feed at all");
    await read(id);
    expect(await feedOf(id)).toMatchObject({ failure: "unreadable", pausedAt: null });
    answer = (_, response) => response.writeHead(410).end();
    await read(id);
    const { version, pausedAt, remark } = await feedOf(id);
    expect([pausedAt === null, remark]).toEqual([false, expect.stringContaining("for good")]);
    const before = asked.length;
    await read(id);
    expect(asked).toHaveLength(before);
    await editFeed(editor, { id, version, paused: false });
    says(rss("Back", pages(1)));
    await read(id);
    expect(await feedOf(id)).toMatchObject({ failure: null, remark: "", failuresInRow: 0 });
  });
});

it("doubles the wait up to a day", () => {
  const now = new Date("2026-03-01T00:00:00Z");
  const waits = [1, 2, 3, 4, 5, 500].map((n) => differenceInMinutes(nextTry(now, 60, n), now) / 60);
  expect(waits).toEqual([2, 4, 8, 16, 24, 24]);
  expect(nextTry(now, 10_080, 3)).toEqual(addMinutes(now, 10_080));
});

it("queues what is due, and each feed once", async () => {
  await db().$executeRaw`TRUNCATE graphile_worker._private_jobs`;
  const [due, later, paused] = [await added("/a"), await added("/b"), await added("/c")];
  await db().$executeRaw`TRUNCATE graphile_worker._private_jobs`;
  await db().feed.update({ where: { id: later }, data: { nextFetchAt: addMinutes(new Date(), 5) } });
  await db().feed.update({ where: { id: paused }, data: { pausedAt: new Date() } });
  const now = new Date();
  expect([await queueDueFeeds(now), await queueDueFeeds(now)]).toEqual([1, 0]);
  const jobs = await db().$queryRaw`SELECT "key", "queue_name" FROM graphile_worker.jobs`;
  expect(jobs).toEqual([{ key: `feed ${due}`, queue_name: "host pier.example" }]);
});

describe("the list of feeds", () => {
  it("refuses what is there already, and contributors", async () => {
    await added("/feed");
    await expect(subscribe(editor, { url: at("/feed?utm_source=x") })).rejects.toThrow("here already");
    await expect(subscribe(editor, { url: "ftp://pier.example" })).rejects.toMatchObject({ code: "invalid" });
    const contributor: Actor = { ...editor, role: "contributor" };
    await expect(subscribe(contributor, { url: at("/x") })).rejects.toMatchObject({ code: "forbidden" });
    expect(await listFeeds(contributor)).toHaveLength(1);
  });

  it("lets a feed be renamed, removed with its items staying, and brought back with them", async () => {
    says(rss("Pier", pages(1, 2)));
    const id = await added();
    await read(id);
    const { version } = await feedOf(id);
    await editFeed(editor, { id, version, title: "Our pier", everyMinutes: 15 });
    await expect(editFeed(editor, { id, version, title: "Late" })).rejects.toMatchObject({
      code: "conflict",
    });
    const { undo } = await removeFeed(editor, { id });
    expect(await waiting()).toHaveLength(2);
    await restoreFeed(editor, undo);
    await expect(restoreFeed(editor, undo)).rejects.toMatchObject({ code: "conflict" });
    expect(await listFeeds(editor)).toMatchObject([{ id, title: "Our pier", everyMinutes: 15, waiting: 2 }]);
  });

  it("goes out and comes in again, telling what was known", async () => {
    await added("/a");
    await added("/b");
    const text = await exportOpml(editor);
    await db().feed.deleteMany({ where: { url: at("/b") } });
    const report = await importOpml(editor, { text });
    expect(report).toMatchObject({ added: [{ url: at("/b") }], known: [{ url: at("/a") }], refused: [] });
    await expect(importOpml(editor, { text: `<!DOCTYPE x [<!ENTITY a "b">]>${text}` })).rejects.toThrow(
      "Nothing was taken in",
    );
    expect(await listFeeds(editor)).toHaveLength(2);
  });
});
