import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import type { Actor } from "@/lib/policy";
import { addSource, arrangeSources, removeSource, restoreSource } from "@/lib/sources/commands";
import { editSource } from "@/lib/sources/edit";
import { getSource } from "@/lib/sources/overview";
import { editSourceInput } from "@/lib/sources/schema";
import { getStory } from "@/lib/stories/queries";
import { makeContributor, makeIssue, makeStory } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let one: string;
let two: string;

beforeEach(async () => {
  const person = await makeContributor(db());
  editor = { id: person.id, role: "editor", name: person.name };
  const issue = await makeIssue(db(), {
    sections: [{ stories: [{ headline: "One" }, { headline: "Two" }] }],
  });
  [one, two] = issue.stories.map((story) => story.id) as [string, string];
});

const sourcesOf = async (storyId: string) => (await getStory(editor, storyId)).sources;
const address = () => `https://example.org/${crypto.randomUUID()}`;

describe("a story's sources", () => {
  it("are added, put in another order, removed and brought back to their place", async () => {
    const lines = [];
    for (const title of ["a", "b", "c"])
      lines.push(await addSource(editor, { storyId: one, title, publisher: "P" }));
    const [a = "", b = "", c = ""] = lines.map((line) => line.id);
    await arrangeSources(editor, { storyId: one, base: [a, b, c], sourceIds: [c, a, b] });
    const { undo } = await removeSource(editor, { storyId: one, sourceId: a });
    expect((await sourcesOf(one)).map((line) => line.title)).toEqual(["c", "b"]);
    await restoreSource(editor, undo);
    expect((await sourcesOf(one)).map((line) => line.title)).toEqual(["c", "a", "b"]);
  });

  it("refuse an order that was made from another one", async () => {
    const [a, b] = [
      await addSource(editor, { storyId: one, title: "a" }),
      await addSource(editor, { storyId: one, title: "b" }),
    ];
    const base = [a.id, b.id];
    await arrangeSources(editor, { storyId: one, base, sourceIds: base.toReversed() });
    const stale = arrangeSources(editor, { storyId: one, base, sourceIds: base.toReversed() });
    await expect(stale).rejects.toMatchObject({
      code: "conflict",
      details: { sourceIds: base.toReversed() },
    });
    const smuggled = arrangeSources(editor, { storyId: one, base: base.toReversed(), sourceIds: [a.id] });
    await expect(smuggled).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuse the same page twice, whatever brought a reader there", async () => {
    const url = address();
    await addSource(editor, { storyId: one, title: "a", url });
    const again = addSource(editor, { storyId: one, title: "b", url: `${url}?utm_source=mail` });
    await expect(again).rejects.toThrow("already");
  });
});

describe("one row per address", () => {
  it("holds when two stories bring one address at the same moment", async () => {
    for (let n = 0; n < 10; n += 1) {
      const url = address();
      const lines = await Promise.all(
        [one, two].map((storyId) => addSource(editor, { storyId, title: `by ${storyId}`, url })),
      );
      expect(new Set(lines.map((line) => line.id)).size).toBe(1);
      expect(lines.map((line) => line.title)).toEqual([`by ${one}`, `by ${two}`]);
    }
  });

  it("lets an edit change only what was changed, for every story", async () => {
    const url = address();
    const line = await addSource(editor, { storyId: one, title: "First name", publisher: "Old", url });
    await addSource(editor, { storyId: two, title: "Second name", publisher: "Old", url });
    await editSource(editor, { id: line.id, version: line.version, publisher: "New" });
    expect(await sourcesOf(one)).toMatchObject([{ title: "First name", publisher: "New" }]);
    expect(await sourcesOf(two)).toMatchObject([{ title: "Second name", publisher: "New" }]);
    const stale = editSource(editor, { id: line.id, version: line.version, title: "Late" });
    await expect(stale).rejects.toMatchObject({ code: "conflict", details: { publisher: "New" } });
  });

  it("takes a day, a type, a language and a description by hand, and what is emptied is not said", async () => {
    const line = await addSource(editor, { storyId: one, title: "By hand", url: address() });
    const facts = { publishedAt: "2026-03-14", sourceType: "primary", language: "pt-BR" } as const;
    const first = await editSource(editor, { id: line.id, version: line.version, ...facts });
    expect(await getSource(editor, { id: line.id })).toMatchObject({
      ...facts,
      origins: { publishedAt: expect.any(String), language: expect.any(String) },
    });
    const emptied = { publishedAt: "", sourceType: "", language: "", accessNote: "login" };
    const input = editSourceInput.parse({ id: line.id, version: first.version, ...emptied });
    await editSource(editor, input);
    expect(await getSource(editor, { id: line.id })).toMatchObject({
      ...{ publishedAt: null, sourceType: null, language: null, accessNote: "login" },
    });
    for (const wrong of [{ publishedAt: "14.3.2026" }, { language: "Portuguese (Brazil)" }])
      expect(editSourceInput.safeParse({ id: line.id, version: 1, ...wrong }).success).toBe(false);
  });

  it("refuses an edit to another source's address", async () => {
    const [url, other] = [address(), address()];
    await addSource(editor, { storyId: one, title: "a", url });
    const line = await addSource(editor, { storyId: one, title: "b", url: other });
    await expect(editSource(editor, { id: line.id, version: line.version, url })).rejects.toThrow(
      "address already",
    );
  });
});

describe("a contributor", () => {
  it("sources their own stories, and edits only sources that no other's story rests on", async () => {
    const person = await makeContributor(db(), { role: "contributor" });
    const contributor: Actor = { id: person.id, role: "contributor", name: person.name };
    const own = await makeStory(db(), { authorId: person.id });
    const url = address();
    const line = await addSource(contributor, { storyId: own.id, title: "Mine", url });
    const edited = await editSource(contributor, {
      id: line.id,
      version: line.version,
      title: "Mine, better",
    });
    expect(edited.title).toBe("Mine, better");
    const foreign = addSource(contributor, { storyId: one, title: "Not mine" });
    await expect(foreign).rejects.toMatchObject({ code: "forbidden" });
    await addSource(editor, { storyId: one, title: "Shared", url });
    const shared = editSource(contributor, { id: line.id, version: edited.version, title: "Mine alone" });
    await expect(shared).rejects.toMatchObject({ code: "forbidden" });
  });
});
