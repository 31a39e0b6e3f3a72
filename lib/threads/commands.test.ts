import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildEdition } from "@/lib/editions/build";
import { markAllRead, markRead } from "@/lib/notifications/commands";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
import { storedRichText } from "@/lib/rich-text/document";
import { bold, claimMark, doc, p } from "@/lib/rich-text/test-words";
import { saveStory } from "@/lib/stories/save";
import { selectorAt } from "@/lib/threads/anchor";
import {
  editComment,
  removeComment,
  reopenThread,
  reply,
  resolveThread,
  restoreComment,
  startThread,
  suggestChange,
} from "@/lib/threads/commands";
import { countThreads, listPeople, listThreads } from "@/lib/threads/queries";
import { reanchorThreads } from "@/lib/threads/reanchor";
import { acceptSuggestion, refuseSuggestion } from "@/lib/threads/settle";
import { makeContributor, makeIssue, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const TEXT = "The port charges by the hour from May, and nobody asked the pilots.";
const STAMP = { edition: 1, publishedAt: new Date("2026-03-14T06:00:00Z"), number: 1 };

async function desk() {
  const [editor, author, guest] = await Promise.all(
    (["editor", "contributor", "contributor"] as const).map((role) =>
      makeContributor(db(), { role, name: `${role} ${crypto.randomUUID().slice(0, 6)}` }),
    ),
  );
  if (!editor || !author || !guest) throw new Error("Nobody is there.");
  const story = { headline: "Harbour — by the hour", body: paragraphs(TEXT), authorId: author.id };
  const issue = await makeIssue(db(), { sections: [{ stories: [story] }] });
  const storyId = issue.stories[0]?.id ?? "";
  const about = (words: string) => {
    const start = TEXT.indexOf(words);
    return { part: "body" as const, selector: selectorAt(TEXT, start, start + words.length) };
  };
  const suggest = (words: string, replacement: string, by = guest) =>
    suggestChange(by, { storyId, ...about(words), replacement, text: "" });
  const standing = async () => {
    const row = await db().story.findUniqueOrThrow({ where: { id: storyId } });
    return { version: row.version, text: storedRichText(row.body) };
  };
  return { editor, author, guest, issue, storyId, about, suggest, standing };
}

const told = async (person: { id: string; role: "editor" | "contributor" | "admin"; name: string }) =>
  (await listNotifications(person)).lines.map(({ kind }) => kind);

describe("comments", () => {
  it("are written by anybody, tell whom they mention and everybody in the thread, and are settled", async () => {
    const { editor, author, guest, issue, storyId, about } = await desk();
    const { id } = await startThread(guest, {
      storyId,
      about: about("by the hour"),
      text: `Since when, @${editor.name}?`,
      mentions: [editor.id, author.id],
    });
    expect(await told(editor)).toEqual(["mention"]);
    // Not mentioned by name, whatever the list says; told as the story's author.
    expect(await told(author)).toEqual(["reply"]);
    await reply(editor, { threadId: id, text: "Since May.", mentions: [] });
    expect(await told(guest)).toEqual(["reply"]);
    expect(await told(editor)).toEqual(["mention"]);
    expect(await countThreads(guest, issue.id)).toEqual({ [storyId]: 1 });
    await resolveThread(author, { id });
    await expect(resolveThread(author, { id })).rejects.toMatchObject({ code: "conflict" });
    expect(await countThreads(guest, issue.id)).toEqual({});
    await reopenThread(guest, { id });
    const [thread] = await listThreads(guest, storyId);
    expect(thread).toMatchObject({ state: "open", settledBy: null, author: { id: guest.id } });
    expect(thread?.comments.map(({ text }) => text)).toEqual([`Since when, @${editor.name}?`, "Since May."]);
    expect(thread?.comments[0]?.mentions).toEqual([{ id: editor.id, name: editor.name }]);
  });

  it("are changed and removed by who wrote them; editors may remove any", async () => {
    const { editor, author, guest, storyId } = await desk();
    const { id: threadId } = await startThread(guest, { storyId, about: null, text: "One", mentions: [] });
    const { id } = await reply(guest, { threadId, text: "Two", mentions: [] });
    await expect(editComment(editor, { id, text: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
    await editComment(guest, { id, text: `Two, @${author.name}`, mentions: [author.id] });
    expect((await told(author))[0]).toBe("mention");
    await editComment(guest, { id, text: `Two then, @${author.name}`, mentions: [author.id] });
    expect(await told(author)).toHaveLength(3);
    await expect(removeComment(author, { id })).rejects.toMatchObject({ code: "forbidden" });
    await removeComment(guest, { id });
    const words = async () => (await listThreads(guest, storyId))[0]?.comments.map((each) => each.text);
    expect(await words()).toEqual(["One", ""]);
    await restoreComment(guest, { id, text: "Two again" });
    expect(await words()).toEqual(["One", "Two again"]);
    await removeComment(editor, { id });
    await expect(restoreComment(editor, { id, text: "Forged" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(editComment(guest, { id, text: "Back" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("suggestions", () => {
  it("put in, take out and change words when they are accepted, each by itself", async () => {
    const { editor, author, guest, about, storyId, suggest, standing } = await desk();
    const place = about("charges");
    const at = selectorAt(TEXT, place.selector.start, place.selector.start);
    const insertion = await suggestChange(guest, {
      storyId,
      part: "body",
      selector: at,
      replacement: "now ",
      text: "",
    });
    const deletion = await suggest(" from May", "");
    const change = await suggest("nobody", "somebody");
    const refused = await suggest("pilots", "captains");
    expect((await told(author)).every((kind) => kind === "suggestion")).toBe(true);
    await acceptSuggestion(author, insertion);
    await acceptSuggestion(editor, change);
    await refuseSuggestion(author, refused);
    const { version } = await acceptSuggestion(author, deletion);
    expect(await standing()).toEqual({
      version,
      text: paragraphs("The port now charges by the hour, and somebody asked the pilots."),
    });
    expect(version).toBe(4);
    expect(await told(guest)).toHaveLength(4);
    await expect(acceptSuggestion(author, refused)).rejects.toMatchObject({ code: "conflict" });
    await expect(reopenThread(author, change)).rejects.toMatchObject({ code: "invalid" });
    await reopenThread(author, refused);
    await acceptSuggestion(author, refused);
  });

  it("are settled by the story's author and editors; who made one may take it back", async () => {
    const { guest, suggest, standing } = await desk();
    const mine = await suggest("nobody", "somebody");
    await expect(acceptSuggestion(guest, mine)).rejects.toMatchObject({ code: "forbidden" });
    const other = await makeContributor(db(), { role: "contributor", name: "Other" });
    await expect(refuseSuggestion(other, mine)).rejects.toMatchObject({ code: "forbidden" });
    await refuseSuggestion(guest, mine);
    expect((await standing()).version).toBe(1);
  });

  it("are refused with a sentence when the words have changed, and fit when only others did", async () => {
    const { author, storyId, suggest } = await desk();
    const stale = await suggest("nobody asked", "everybody asked");
    const fits = await suggest("by the hour", "by the minute");
    const body = paragraphs("A new beginning.", TEXT.replace("nobody asked", "no one had asked"));
    await saveStory(author, { id: storyId, version: 1, body });
    await expect(acceptSuggestion(author, stale)).rejects.toThrow(/no longer fits/);
    await acceptSuggestion(author, fits);
  });

  it("change a headline, but never to nothing", async () => {
    const { author, guest, storyId } = await desk();
    const line = "Harbour — by the hour";
    const make = (start: number, end: number, replacement: string) =>
      suggestChange(guest, {
        storyId,
        part: "headline",
        selector: selectorAt(line, start, end),
        replacement,
        text: "",
      });
    const all = await make(0, line.length, "");
    await expect(acceptSuggestion(author, all)).rejects.toMatchObject({ code: "invalid" });
    const { headline } = await acceptSuggestion(author, await make(0, 7, "Port"));
    expect(headline).toBe("Port — by the hour");
  });

  it("mirror claims as any save does, and leave a revision", async () => {
    const { author, guest, storyId } = await desk();
    const claim = await db().claim.create({ data: { storyId, text: "charges four euros" } });
    const words = doc(p("It ", claimMark(claim.id, "charges ", bold("four euros")), " now."));
    await saveStory(author, { id: storyId, version: 1, body: words });
    const text = "It charges four euros now.";
    const start = text.indexOf("four");
    const selector = selectorAt(text, start, start + 4);
    const made = await suggestChange(guest, {
      storyId,
      part: "body",
      selector,
      replacement: "five",
      text: "",
    });
    await acceptSuggestion(author, made);
    expect(await db().claim.findUnique({ where: { id: claim.id } })).toMatchObject({
      text: "charges five euros",
      anchored: true,
    });
    const last = await db().revision.findFirst({ where: { storyId }, orderBy: { updatedAt: "desc" } });
    expect(last?.version).toBe(3);
  });
});

describe("anchors", () => {
  it("follow a save as far as the stored words bear them out, and no version", async () => {
    const { author, guest, storyId, about, suggest } = await desk();
    const { id: comment } = await startThread(guest, {
      storyId,
      about: about("nobody asked"),
      text: "Who?",
      mentions: [],
    });
    const { id: suggestion } = await suggest("by the hour", "by the minute");
    const now = TEXT.replace("nobody asked", "no one asked").replace("the hour", "one hour");
    await saveStory(author, { id: storyId, version: 1, body: paragraphs(now) });
    const at = (words: string) => selectorAt(now, now.indexOf(words), now.indexOf(words) + words.length);
    const anchors = [
      { id: comment, selector: at("no one asked") },
      { id: suggestion, selector: at("by one hour") },
    ];
    expect(await reanchorThreads(author, { storyId, anchors })).toEqual({ moved: 1 });
    await expect(reanchorThreads(guest, { storyId, anchors })).rejects.toMatchObject({ code: "forbidden" });
    const wrong = { ...at("no one asked"), start: 0 };
    expect(await reanchorThreads(author, { storyId, anchors: [{ id: comment, selector: wrong }] })).toEqual({
      moved: 0,
    });
    const threads = await listThreads(author, storyId);
    expect(threads.map(({ about: place }) => place?.selector.exact)).toEqual(["no one asked", "by the hour"]);
    expect(await db().story.findUnique({ where: { id: storyId } })).toMatchObject({ version: 2 });
  });
});

it("nothing said or suggested changes what readers see, nor any state or version", async () => {
  const { editor, author, guest, issue, storyId, about, suggest } = await desk();
  const picture = async () => ({
    hash: (await buildEdition(db(), issue.id, STAMP)).hash,
    issue: await db().issue.findUnique({ where: { id: issue.id } }),
    story: await db().story.findUnique({ where: { id: storyId } }),
    revisions: await db().revision.count({ where: { storyId } }),
  });
  await db().story.update({ where: { id: storyId }, data: { workflowState: "approved" } });
  const before = await picture();
  const { id } = await startThread(guest, { storyId, about: about("port"), text: "Which?", mentions: [] });
  const { id: said } = await reply(author, {
    threadId: id,
    text: `That one, @${editor.name}`,
    mentions: [editor.id],
  });
  await editComment(author, { id: said, text: "This one", mentions: [] });
  await removeComment(author, { id: said });
  await restoreComment(author, { id: said, text: "This one" });
  await resolveThread(author, { id });
  await reopenThread(author, { id });
  const made = await suggest("nobody", "somebody");
  await refuseSuggestion(author, made);
  await suggest("pilots", "captains");
  await reanchorThreads(author, { storyId, anchors: [{ id, selector: about("port").selector }] });
  expect(await picture()).toEqual(before);
});

it("notifications are each person's own, counted and marked as read", async () => {
  const { editor, author, guest, storyId } = await desk();
  await startThread(guest, { storyId, about: null, text: `@${editor.name}, look`, mentions: [editor.id] });
  await startThread(guest, { storyId, about: null, text: `@${editor.name}, again`, mentions: [editor.id] });
  const { lines, unread } = await listNotifications(editor);
  expect(unread).toBe(2);
  expect(lines[0]).toMatchObject({ kind: "mention", actor: guest.name, read: false, story: { id: storyId } });
  const ids = lines.slice(0, 1).map(({ id }) => id);
  expect(await markRead(author, { ids })).toEqual({ marked: 0 });
  expect(await markRead(editor, { ids })).toEqual({ marked: 1 });
  expect(await countUnread(editor)).toBe(1);
  expect(await countUnread(author)).toBe(2);
  await markAllRead(editor);
  expect(await countUnread(editor)).toBe(0);
  await db().story.update({
    where: { id: storyId },
    data: { trashedAt: new Date(), sectionId: null, position: null },
  });
  expect(await listNotifications(author)).toEqual({ lines: [], unread: 0 });
});

it("people who can be mentioned are those who work here now", async () => {
  const { guest } = await desk();
  const gone = await makeContributor(db(), { name: "Gone", suspendedAt: new Date() });
  const people = await listPeople(guest);
  expect(people.some(({ id }) => id === guest.id)).toBe(true);
  expect(people.some(({ id }) => id === gone.id)).toBe(false);
});
