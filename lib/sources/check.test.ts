import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Actor } from "@/lib/policy";
import { selectorFor } from "@/lib/quotations/selector";
import { lookAtSource } from "@/lib/sources/check";
import { collectSource, fetchSource } from "@/lib/sources/collect";
import { addSource } from "@/lib/sources/commands";
import { checkAllSources, countBeingRead, dueSources, queueDueSources } from "@/lib/sources/due";
import { editSource } from "@/lib/sources/edit";
import { mergeSources } from "@/lib/sources/merge";
import { getSource } from "@/lib/sources/overview";
import { samePages } from "@/lib/sources/same-page";
import { PROSE, startTestSite, type TestSite } from "@/lib/sources/test-site";
import { endTask, reopenTask, takeNewAddress } from "@/lib/tasks/commands";
import { listTasks } from "@/lib/tasks/queries";
import { makeContributor, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let site: TestSite;
let editor: Actor;
beforeAll(async () => {
  process.env.PLUMBLINE_URL = "https://digest.example";
  site = await startTestSite();
  const person = await makeContributor(db());
  editor = { id: person.id, role: "editor", name: person.name };
});
afterAll(() => site.stop());
beforeEach(async () => {
  site.pages.clear();
  site.asked.length = 0;
  site.robots = "";
  await db().task.deleteMany();
});

const at = (path: string) => site.url(path);
const look = (id: string, unattended = true) => lookAtSource(id, { visits: site.visits, unattended });
const open = async () => (await listTasks(editor)).map((task) => task.kind);

/** A source that a story cites, read once. */
async function readSource(path: string): Promise<string> {
  site.pages.set(path, {});
  const story = await makeStory(db(), { authorId: editor.id });
  const { id } = await addSource(editor, { storyId: story.id, url: at(path) });
  expect((await look(id))?.state).toBe("live");
  return id;
}

/** A claim of some story that rests on a passage of the source's newest text. */
async function restOn(sourceId: string, exact: string): Promise<string> {
  const snapshot = await db().sourceSnapshot.findFirstOrThrow({
    where: { sourceId },
    orderBy: { id: "desc" },
  });
  const text = snapshot.extractedText ?? "";
  const start = text.indexOf(exact);
  expect(start).toBeGreaterThanOrEqual(0);
  const selector = selectorFor(text, start, start + exact.length);
  const story = await makeStory(db());
  const claim = await db().claim.create({ data: { storyId: story.id, text: exact } });
  const { id } = await db().evidence.create({
    data: { ...selector, claimId: claim.id, snapshotId: snapshot.id, matchStatus: "verified", position: 1 },
  });
  return id;
}

describe("an address alone", () => {
  it("becomes a source with what its page says, and keeps what a person typed", async () => {
    site.pages.set("/fees", { title: "Berth fees settled" });
    const { id } = await collectSource(editor, { url: `${at("/fees")}?utm_source=x` });
    expect((await getSource(editor, { id })).url).toBe(at("/fees"));
    expect(await collectSource(editor, { url: at("/fees") })).toMatchObject({ id, known: true });
    expect((await look(id, false))?.state).toBe("live");
    const read = await getSource(editor, { id });
    expect(read).toMatchObject({ title: "Berth fees settled", publisher: "The Quay", byline: "Ada Marsh" });
    expect(read).toMatchObject({
      publishedAt: "2026-03-14",
      origins: { title: "the page" },
      fetchAskedAt: null,
    });
    await editSource(editor, { id, version: read.version, title: "The fees" });
    site.pages.set("/fees", { title: "Another headline" });
    await look(id);
    expect(await getSource(editor, { id })).toMatchObject({
      title: "The fees",
      origins: { title: "The editor" },
    });
  });

  it("is a source all the same when its page cannot be read, and says why", async () => {
    site.pages.set("/locked", { status: 401 });
    const { id } = await collectSource(editor, { url: at("/locked") });
    expect((await look(id, false))?.sentence).toMatch(/sign in/);
    const read = await getSource(editor, { id });
    expect(read).toMatchObject({
      state: "blocked",
      lastFailure: "login",
      title: expect.stringContaining("/locked"),
    });
    expect(read.history).toMatchObject([{ failure: "login", remark: expect.stringMatching(/sign in/) }]);
    expect(await open()).toEqual([]); // whoever added it sees it
  });

  it("is refused where it is none", async () => {
    await expect(collectSource(editor, { url: "javascript:alert(1)" })).rejects.toThrow(/begins with https/);
    const story = await makeStory(db(), { authorId: editor.id });
    await expect(addSource(editor, { storyId: story.id })).rejects.toThrow(
      "A source needs a title or an address.",
    );
  });
});

describe("a snapshot", () => {
  it("is made when the text is new, and not when it is the same", async () => {
    const id = await readSource("/same");
    await look(id);
    site.pages.set("/same", { etag: '"1"', paragraphs: [...PROSE, "And a word that was added."] });
    await look(id);
    site.pages.set("/same", { etag: '"1"', title: "Never sent: the server says that nothing changed" });
    expect((await look(id))?.snapshotId).toBeNull();
    const rows = await db().sourceSnapshot.findMany({ where: { sourceId: id }, orderBy: { id: "asc" } });
    expect(rows).toHaveLength(2);
    expect(rows[1]?.supersedesId).toBe(rows[0]?.id);
    expect(rows[0]?.extractedText).toContain("boats under twelve metres");
    expect(rows[0]?.extractedText).not.toContain("Home");
    expect(rows[0]?.rawKept).toBeLessThan(rows[0]?.rawSize ?? 0);
  });

  it("never changes, but for its raw bytes, which may be given up", async () => {
    const id = await readSource("/kept");
    const where = { sourceId: id };
    await expect(db().sourceSnapshot.updateMany({ where, data: { extractedText: "x" } })).rejects.toThrow();
    await expect(db().sourceSnapshot.deleteMany({ where })).rejects.toThrow();
    const { pruneRaw, readRaw } = await import("@/lib/snapshots/raw");
    const { id: snapshotId } = await db().sourceSnapshot.findFirstOrThrow({ where });
    expect(new TextDecoder().decode((await readRaw(snapshotId)) ?? undefined)).toContain("<article>");
    const now = new Date();
    expect(await pruneRaw(new Date(now.getTime() + 1), now)).toBeGreaterThan(0);
    expect(await readRaw(snapshotId)).toBeNull();
    expect(await db().sourceSnapshot.findFirst({ where })).toMatchObject({
      rawPrunedAt: now,
      textSha256: expect.any(String),
    });
  });
});

describe("a check", () => {
  it("finds a text that changed, which stays a task until a person has looked", async () => {
    const id = await readSource("/drift");
    site.pages.set("/drift", { paragraphs: PROSE.map((text) => text.replaceAll("’", "'")) });
    expect((await look(id))?.state).toBe("live"); // typography is no change
    site.pages.set("/drift", { paragraphs: [...PROSE, "The board has taken the fee back since."] });
    expect((await look(id))?.state).toBe("drifted");
    expect((await look(id))?.state).toBe("drifted");
    expect(await open()).toEqual(["sourceDrifted"]);
    const [task] = await listTasks(editor);
    await endTask(editor, { id: task?.id ?? "" });
    expect((await getSource(editor, { id })).state).toBe("live");
    expect((await look(id))?.state).toBe("live");
    await reopenTask(editor, { id: task?.id ?? "" });
    expect(await open()).toEqual(["sourceDrifted"]);
    expect((await getSource(editor, { id })).state).toBe("drifted");
  });

  it("finds nothing to look at once a text is again what it was before it changed", async () => {
    const id = await readSource("/there-and-back");
    site.pages.set("/there-and-back", { paragraphs: [...PROSE, "A line that was taken back."] });
    expect((await look(id))?.state).toBe("drifted");
    site.pages.set("/there-and-back", { paragraphs: [...PROSE, "And another one."] });
    expect((await look(id))?.state).toBe("drifted");
    site.pages.set("/there-and-back", {});
    expect((await look(id))?.state).toBe("live");
    expect(await open()).toEqual([]);
    const { changes } = await getSource(editor, { id });
    expect(changes.map(({ became }) => became)).toEqual(["live", "drifted", "live"]);
  });

  it("finds a quotation that is gone, and clears the task when it is back", async () => {
    const id = await readSource("/gone");
    const evidenceId = await restOn(id, "pay a fifth less");
    site.pages.set("/gone", {
      paragraphs: PROSE.map((text) => text.replace("a fifth less", "a tenth less")),
    });
    expect((await look(id))?.state).toBe("quotationGone");
    expect(await listTasks(editor)).toMatchObject([
      { kind: "quotationGone", claim: { exact: "pay a fifth less" } },
    ]);
    expect((await db().evidence.findUniqueOrThrow({ where: { id: evidenceId } })).goneSince).not.toBeNull();
    // With its words back in another text there is still something to look at; with the very text that was read there is not.
    site.pages.set("/gone", { paragraphs: [...PROSE, "And a word more."] });
    expect((await look(id))?.state).toBe("drifted");
    expect(await open()).toEqual(["sourceDrifted"]);
    site.pages.set("/gone", {});
    expect((await look(id))?.state).toBe("live");
    expect(await open()).toEqual([]);
  });

  it("finds that a page moved, and a person takes the new address over", async () => {
    const id = await readSource("/old");
    site.pages.set("/old", { location: at("/new") });
    site.pages.set("/new", {});
    expect((await look(id))?.state).toBe("moved");
    const [task] = await listTasks(editor);
    await takeNewAddress(editor, { id: task?.id ?? "", version: task?.source.version ?? 0 });
    expect(await getSource(editor, { id })).toMatchObject({ url: at("/new"), state: "unchecked" });
    expect(await open()).toEqual([]);
    expect((await look(id))?.state).toBe("live");
  });

  it("finds a dead page, notes it once, and clears the task when it lives again", async () => {
    const id = await readSource("/dead");
    site.pages.delete("/dead");
    expect((await look(id))?.state).toBe("dead");
    await look(id);
    expect(await open()).toEqual(["sourceDead"]);
    expect(await db().sourceSnapshot.count({ where: { sourceId: id, failure: "dead" } })).toBe(1);
    site.pages.set("/dead", {});
    expect((await look(id))?.state).toBe("live");
    expect(await open()).toEqual([]);
    const { changes } = await getSource(editor, { id });
    expect(changes.map(({ became }) => became)).toEqual(["live", "dead", "live"]);
  });

  it("opens a task when what is cited cannot be read at the first look, or when it is cited only then", async () => {
    const story = await makeStory(db(), { authorId: editor.id });
    const { id } = await addSource(editor, { storyId: story.id, url: at("/never-there") });
    expect((await look(id, false))?.state).toBe("dead");
    expect(await open()).toEqual(["sourceDead"]);
    const [task] = await listTasks(editor);
    await endTask(editor, { id: task?.id ?? "" });
    await look(id);
    expect(await open()).toEqual([]); // somebody has seen it
    site.pages.set("/shut", { status: 403 });
    const later = await collectSource(editor, { url: at("/shut") });
    await look(later.id);
    expect(await open()).toEqual([]);
    await addSource(editor, { storyId: story.id, url: at("/shut") });
    await look(later.id);
    expect(await open()).toEqual(["sourceBlocked"]);
  });

  it("offers no new address that leads to nothing", async () => {
    const id = await readSource("/led");
    site.pages.set("/led", { location: at("/on") });
    site.pages.set("/on", {});
    expect((await look(id))?.state).toBe("moved");
    site.pages.delete("/on");
    expect((await look(id))?.state).toBe("dead");
    expect((await getSource(editor, { id })).movedTo).toBeNull();
  });

  it("waits out failures of the moment", async () => {
    const id = await readSource("/trouble");
    site.pages.set("/trouble", { status: 503 });
    expect([await look(id), await look(id), await look(id)].map((one) => one?.state)).toEqual([
      "live",
      "live",
      "dead",
    ]);
  });

  it("keeps away from where machines are not wanted, unless a person asks", async () => {
    site.robots = "User-agent: *\nDisallow: /private";
    site.visits.robots.clear();
    site.pages.set("/private/a", {});
    const { id } = await collectSource(editor, { url: at("/private/a") });
    expect((await look(id))?.state).toBe("blocked");
    expect(site.asked).toEqual([]);
    expect((await look(id, false))?.state).toBe("live");
  });

  it("asks each site that a redirect leads to for its leave, too", async () => {
    site.robots = "User-agent: *\nDisallow: /private";
    site.visits.robots.clear();
    site.pages.set("/open", { location: site.url("/private/b", "isle.example.com") });
    site.pages.set("/private/b", {});
    const { id } = await collectSource(editor, { url: at("/open") });
    expect(await look(id)).toMatchObject({
      state: "blocked",
      sentence: expect.stringMatching(/robots\.txt/),
    });
    expect(site.asked).toEqual(["quay.example.com/open"]);
    const [attempt] = (await getSource(editor, { id })).history;
    expect(attempt).toMatchObject({
      failure: "robots",
      finalUrl: site.url("/private/b", "isle.example.com"),
    });
    expect((await look(id, false))?.state).toBe("moved");
  });

  it("knows one page under two addresses, and puts both together with all that rests on them", async () => {
    const paragraphs = PROSE.map((text) => `${text} Told once.`);
    site.pages.set("/old-terns", { location: at("/terns"), paragraphs });
    site.pages.set("/terns", { paragraphs });
    site.pages.set("/terns-copy", { paragraphs });
    const story = await makeStory(db(), { authorId: editor.id });
    const [old, terns, copy] = [
      (await addSource(editor, { storyId: story.id, url: at("/old-terns") })).id,
      (await addSource(editor, { storyId: story.id, url: at("/terns") })).id,
      (await collectSource(editor, { url: at("/terns-copy") })).id,
    ];
    for (const id of [old, terns, copy]) await look(id);
    const seenNow = (id: string) =>
      db().source.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
    const same = async (id: string) => (await samePages(editor, id)).map((page) => page.id);
    // What nothing rests on is no other source to cite.
    expect([await same(old), await same(terns), await same(copy)]).toEqual([[terns], [old], [old, terns]]);
    const evidenceId = await restOn(old, "pay a fifth less");
    const { claimId } = await db().evidence.findUniqueOrThrow({ where: { id: evidenceId } });
    const alone = await makeStory(db(), { authorId: editor.id });
    await addSource(editor, { storyId: alone.id, url: at("/old-terns") });
    await addSource(editor, { storyId: alone.id, url: at("/elsewhere") });
    const [seen, into] = [await seenNow(old), await seenNow(terns)];
    await expect(
      mergeSources(editor, { ...seen, into: { id: old.toUpperCase(), version: 1 } }),
    ).rejects.toThrow("with itself");
    await expect(mergeSources(editor, { ...seen, version: 99, into })).rejects.toMatchObject({
      code: "conflict",
    });
    await mergeSources(editor, { ...seen, into });
    // Who looked at it before, and would put the other into it, is told.
    await expect(mergeSources(editor, { ...into, into: seen })).rejects.toThrow("was put together with");
    const cited = async (storyId: string) =>
      (await db().storySource.findMany({ where: { storyId }, orderBy: { position: "asc" } })).map((link) => [
        link.position,
        link.sourceId,
      ]);
    expect(await cited(story.id)).toEqual([[1, terns]]);
    expect((await cited(alone.id))[0]).toEqual([1, terns]);
    const moved = await db().evidence.findFirstOrThrow({ where: { claimId }, include: { snapshot: true } });
    expect(moved.snapshot.sourceId).toBe(terns);
    expect(moved.snapshot.extractedText?.slice(moved.start, moved.end)).toBe("pay a fifth less");
    expect(await same(terns)).toEqual([]);
    // With a text that the other source never had, the passage takes a copy of its snapshot along.
    site.pages.set("/terns-copy", { paragraphs: [...paragraphs, "A line of its own."] });
    await look(copy);
    const own = await restOn(copy, "A line of its own.");
    await mergeSources(editor, { ...(await seenNow(copy)), into: await seenNow(terns) });
    const kept = await db().evidence.findUniqueOrThrow({ where: { id: own }, include: { snapshot: true } });
    expect(kept.snapshot).toMatchObject({ sourceId: terns, origin: "fetched" });
    expect(kept.snapshot.extractedText).toContain("A line of its own.");
    const { id } = await makeContributor(db(), { role: "contributor" });
    const contributor: Actor = { id, role: "contributor", name: "Somebody" };
    const late = { ...(await seenNow(copy)), into: await seenNow(terns) };
    await expect(mergeSources(contributor, late)).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("is told by a page which source it is, believes it of nothing, and asks", async () => {
    const named = `${at("/loons")}?utm_source=mail`;
    site.pages.set("/loons", { paragraphs: [...PROSE, "Of loons."] });
    site.pages.set("/loons-print", { paragraphs: [...PROSE, "Of loons, to be printed."], canonical: named });
    const foreign = site.url("/loons", "elsewhere.example.net");
    site.pages.set("/thief", { paragraphs: [...PROSE, "Of something else."], canonical: foreign });
    const story = await makeStory(db(), { authorId: editor.id });
    const add = async (url: string) => (await addSource(editor, { storyId: story.id, url })).id;
    const [loons, print, thief] = [
      await add(at("/loons")),
      await add(at("/loons-print")),
      await add(at("/thief")),
    ];
    await add(foreign);
    for (const id of [loons, print, thief]) await look(id);
    const told = async (id: string) => (await samePages(editor, id)).map((page) => [page.id, page.because]);
    expect(await told(print)).toEqual([[loons, "says"]]);
    expect(await told(loons)).toEqual([[print, "said"]]);
    // Of another site's pages nothing is believed, not even as a question.
    expect(await told(thief)).toEqual([]);
    expect(
      await db().source.count({ where: { mergedIntoId: { not: null }, id: { in: [loons, print] } } }),
    ).toBe(0);
    site.pages.set("/loons-print", { paragraphs: [...PROSE, "Of loons, on their own."] });
    await look(print);
    expect([await told(print), await told(loons)]).toEqual([[], []]);
  });

  it("takes up what is cited and due, and nothing else", async () => {
    const id = await readSource("/due");
    const { id: uncited } = await collectSource(editor, { url: at("/uncited") });
    const now = new Date();
    const due = async (time: Date) => (await dueSources(time)).map((source) => source.id);
    expect(await due(now)).not.toContain(id);
    const tomorrow = new Date(now.getTime() + 25 * 3_600_000);
    expect(await due(tomorrow)).toContain(id);
    expect(await due(tomorrow)).not.toContain(uncited);
    await queueDueSources(tomorrow);
    // Due again the day after, so that a job that fails is not tried every few minutes.
    expect(await due(tomorrow)).not.toContain(id);
    await queueDueSources(tomorrow);
    const jobs = await db().$queryRaw<
      { key: string }[]
    >`SELECT key FROM graphile_worker.jobs WHERE key = ${`check ${id}`}`;
    expect(jobs).toHaveLength(1);
    const { asked } = await checkAllSources(editor);
    expect(asked).toBe((await dueSources(now, true)).length);
    expect((await getSource(editor, { id })).fetchAskedAt).not.toBeNull();
    expect((await db().source.findUniqueOrThrow({ where: { id: uncited } })).nextCheckAt).not.toBeNull();
    const being = await countBeingRead(editor);
    await look(id);
    expect(await countBeingRead(editor)).toBe(being - 1);
  });
});

it("a source whose address is another is looked at anew; one without is not looked at", async () => {
  const id = await readSource("/first");
  const { version } = await getSource(editor, { id });
  site.pages.set("/first", { etag: '"1"' });
  await look(id);
  // Another page, of which the server would say that nothing changed, were it asked for changes of the first one.
  site.pages.set("/second", { etag: '"1"', paragraphs: PROSE.map((text) => text.toUpperCase()) });
  await editSource(editor, { id, version, url: at("/second") });
  expect(await getSource(editor, { id })).toMatchObject({
    state: "unchecked",
    fetchAskedAt: expect.any(String),
  });
  expect(await look(id)).toMatchObject({ state: "live", snapshotId: expect.any(String) });
  const story = await makeStory(db(), { authorId: editor.id });
  const bare = await addSource(editor, { storyId: story.id, title: "Heard at the quay" });
  await expect(fetchSource(editor, { id: bare.id })).rejects.toThrow(AppError);
  expect(await look(bare.id)).toBeNull();
});
