import { describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { buildEdition } from "@/lib/editions/build";
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
} from "@/lib/threads/commands";
import { countThreads, listPeople, listThreads } from "@/lib/threads/queries";
import { reanchorThreads } from "@/lib/threads/reanchor";
import { refuseSuggestion } from "@/lib/threads/settle";
import { desk, TEXT, told } from "@/lib/threads/test-desk";
import { makeContributor, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

const STAMP = { edition: 1, publishedAt: new Date("2026-03-14T06:00:00Z"), number: 1 };

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

it("people who can be mentioned are those who work here now", async () => {
  const { guest } = await desk();
  const gone = await makeContributor(db(), { name: "Gone", suspendedAt: new Date() });
  const people = await listPeople(guest);
  expect(people.some(({ id }) => id === guest.id)).toBe(true);
  expect(people.some(({ id }) => id === gone.id)).toBe(false);
});
