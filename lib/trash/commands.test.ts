import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { AppError } from "@/lib/errors";
import { restoreIssue, trashIssue } from "@/lib/issues/commands";
import { getIssue } from "@/lib/issues/queries";
import { addSection, removeSection } from "@/lib/issues/section-commands";
import type { Actor } from "@/lib/policy";
import { addStory, placeStory, removeStory, restoreStory, unplaceStory } from "@/lib/stories/commands";
import { eraseIssue, eraseStory, restoreTrashedStory } from "@/lib/trash/commands";
import { listTrash } from "@/lib/trash/queries";
import { isNameOf, nameToType } from "@/lib/trash/schema";
import { makeContributor, makeIssue, makeStory, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let admin: Actor;
let editor: Actor;
let writer: Actor;
let issue: Awaited<ReturnType<typeof makeIssue>>;

const story = (index: number) => issue.stories[index]?.id ?? "";
const inTrash = async (actor: Actor, id: string) => (await listTrash(actor)).find((one) => one.id === id);

async function places(): Promise<string[][]> {
  const { sections } = await getIssue(editor, issue.id);
  return sections.map(({ stories }) => stories.map(({ headline }) => headline));
}

/** Every deed either succeeds or is refused in words; a database error would fly through. */
async function outcomes(...deeds: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(deeds);
  return settled.map((one) => {
    if (one.status === "fulfilled") return "done";
    if (one.reason instanceof AppError) return one.reason.code;
    throw one.reason;
  });
}

beforeEach(async () => {
  admin = await makeContributor(db(), { role: "admin", name: "Ada" });
  editor = await makeContributor(db(), { role: "editor", name: "Edgar" });
  writer = await makeContributor(db(), { role: "contributor", name: "Wanda" });
  issue = await makeIssue(db(), {
    title: "Woods",
    sections: [
      { title: "North", stories: [{ headline: "Alder" }, { headline: "Birch", authorId: writer.id }] },
      { title: "South", stories: [{ headline: "Cedar" }] },
    ],
  });
});

describe("a story in the trash", () => {
  it("says who removed it from where, and comes back to the end of its section", async () => {
    await removeStory(editor, { id: story(0) });
    expect(await inTrash(editor, story(0))).toMatchObject({
      title: "Alder",
      by: "Edgar",
      from: { issueTitle: "Woods", sectionTitle: "North" },
      returnsTo: "section",
      canRestore: true,
      erasable: "no",
    });
    const { orderVersion } = await getIssue(editor, issue.id);
    const { place } = await restoreTrashedStory(editor, { id: story(0) });
    expect(place).toMatchObject({ issueId: issue.id, sectionTitle: "North" });
    expect(await places()).toEqual([["Birch", "Alder"], ["Cedar"]]);
    expect((await getIssue(editor, issue.id)).orderVersion).toBe(orderVersion + 1);
    expect(await inTrash(editor, story(0))).toBeUndefined();
    const row = await db().story.findUniqueOrThrow({ where: { id: story(0) } });
    expect([row.trashedById, row.trashedFromId]).toEqual([null, null]);
  });

  it("comes back to the backlog when its section is gone, or its issue is in the trash too", async () => {
    await removeStory(editor, { id: story(0) });
    await removeSection(editor, { id: issue.sections[0]?.id ?? "" });
    expect(await inTrash(editor, story(0))).toMatchObject({ from: null, returnsTo: "backlog" });
    expect(await restoreTrashedStory(editor, { id: story(0) })).toEqual({ place: null });

    await removeStory(editor, { id: story(2) });
    await trashIssue(editor, { id: issue.id });
    expect(await inTrash(editor, story(2))).toMatchObject({
      from: { sectionTitle: "South" },
      returnsTo: "backlog",
    });
    expect(await restoreTrashedStory(editor, { id: story(2) })).toEqual({ place: null });
  });

  it("is restored by a contributor only where it is their own, and then to the backlog", async () => {
    await removeStory(editor, { id: story(0) });
    await removeStory(editor, { id: story(1) });
    expect((await inTrash(writer, story(0)))?.canRestore).toBe(false);
    expect(await outcomes(restoreTrashedStory(writer, { id: story(0) }))).toEqual(["forbidden"]);
    expect(await inTrash(writer, story(1))).toMatchObject({ canRestore: true, returnsTo: "backlog" });
    expect(await restoreTrashedStory(writer, { id: story(1) })).toEqual({ place: null });
    expect(await places()).toEqual([[], ["Cedar"]]);
  });

  it("forgets what is noted of the trash when the removal is undone or it goes on", async () => {
    const { undo } = await removeStory(editor, { id: story(0) });
    await restoreStory(editor, undo);
    await unplaceStory(editor, { id: story(0) });
    const row = await db().story.findUniqueOrThrow({ where: { id: story(0) } });
    expect([row.trashedAt, row.trashedById, row.trashedFromId]).toEqual([null, null, null]);
  });

  it("of two people at once is restored by one", async () => {
    for (let n = 0; n < 10; n += 1) {
      await removeStory(editor, { id: story(0) });
      const both = await outcomes(
        restoreTrashedStory(editor, { id: story(0) }),
        restoreTrashedStory(admin, { id: story(0) }),
      );
      expect(both.toSorted()).toEqual(["conflict", "done"]);
      expect(await places()).toEqual([["Birch", "Alder"], ["Cedar"]]);
    }
  });

  it("keeps one order while its section is removed, its issue trashed and it is erased at the same moment", async () => {
    for (let n = 0; n < 10; n += 1) {
      const { id: sectionId } = await addSection(editor, { issueId: issue.id, title: `Short-lived ${n}` });
      const { id } = await addStory(editor, { sectionId, headline: `Wanted ${n}` });
      await removeStory(editor, { id });
      await outcomes(
        restoreTrashedStory(editor, { id }),
        removeSection(editor, { id: sectionId }),
        eraseStory(admin, { id, typed: `wanted ${n}` }),
        placeStory(editor, { id, sectionId: issue.sections[0]?.id ?? "" }),
        n % 2 === 0 ? trashIssue(editor, { id: issue.id }) : Promise.resolve(),
      );
      await restoreIssue(editor, { id: issue.id });
    }
    const rows = await db().section.findMany({ where: { issueId: issue.id }, include: { stories: true } });
    for (const { stories } of rows) {
      const positions = stories.map(({ position }) => Number(position)).sort((a, b) => a - b);
      expect(positions).toEqual(stories.map((_, index) => index + 1));
    }
  });
});

describe("an issue in the trash", () => {
  it("comes back with all its sections and stories", async () => {
    await trashIssue(editor, { id: issue.id });
    expect(await inTrash(editor, issue.id)).toMatchObject({ by: "Edgar", stories: 3, canRestore: true });
    expect((await inTrash(writer, issue.id))?.canRestore).toBe(false);
    await restoreIssue(editor, { id: issue.id });
    expect(await places()).toEqual([["Alder", "Birch"], ["Cedar"]]);
    const row = await db().issue.findUniqueOrThrow({ where: { id: issue.id } });
    expect([row.trashedAt, row.trashedById]).toEqual([null, null]);
  });

  it("is never one that was published", async () => {
    await publishIssue(editor, { id: issue.id });
    expect(await outcomes(trashIssue(editor, { id: issue.id }))).toEqual(["invalid"]);
  });
});

describe("erasing", () => {
  it("is for admins, who type the name, and takes the story's rows with it; sources stay", async () => {
    const { id } = await makeStory(db(), { headline: "Elm — felled", sources: [{ title: "On elms" }] });
    await db().thread.create({ data: { storyId: id, kind: "comment" } });
    await db().claim.create({ data: { storyId: id, text: "Elms fall." } });
    const typed = "elm  —  Felled";
    expect(await outcomes(eraseStory(admin, { id, typed }))).toEqual(["conflict"]);
    await removeStory(editor, { id });
    expect((await inTrash(admin, id))?.erasable).toBe("yes");
    expect(await outcomes(eraseStory(editor, { id, typed }))).toEqual(["forbidden"]);
    expect(await outcomes(eraseStory(admin, { id, typed: "Elm" }))).toEqual(["invalid"]);
    await eraseStory(admin, { id, typed });
    expect(await db().story.count({ where: { id } })).toBe(0);
    expect(await db().thread.count({ where: { storyId: id } })).toBe(0);
    expect(await db().source.count({ where: { title: "On elms" } })).toBe(1);
    const event = await db().auditEvent.findFirstOrThrow({ where: { targetId: id, action: "story.erase" } });
    expect([event.actorId, event.detail]).toEqual([admin.id, { headline: "Elm — felled" }]);
    expect(await outcomes(restoreTrashedStory(editor, { id }))).toEqual(["not-found"]);
  });

  it("keeps what readers have had: a story that was published, and an issue in which one stands", async () => {
    await publishIssue(editor, { id: issue.id });
    await removeStory(editor, { id: story(0) });
    expect((await inTrash(admin, story(0)))?.erasable).toBe("published");
    expect(await outcomes(eraseStory(admin, { id: story(0), typed: "Alder" }))).toEqual(["invalid"]);

    const other = await makeIssue(db(), { title: "Fields", sections: [{ title: "Edge" }] });
    await unplaceStory(editor, { id: story(2) });
    await placeStory(editor, { id: story(2), sectionId: other.sections[0]?.id ?? "" });
    await trashIssue(editor, { id: other.id });
    expect((await inTrash(admin, other.id))?.erasable).toBe("published");
    expect(await outcomes(eraseIssue(admin, { id: other.id, typed: "Fields" }))).toEqual(["invalid"]);
  });

  it("takes an issue with its sections and stories, and leaves what was removed from it before", async () => {
    await removeStory(editor, { id: story(0) });
    await trashIssue(editor, { id: issue.id });
    await eraseIssue(admin, { id: issue.id, typed: "Woods" });
    const left = await db().story.findMany({ where: { id: { in: issue.stories.map(({ id }) => id) } } });
    expect(left.map(({ id, trashedFromId }) => [id, trashedFromId])).toEqual([[story(0), null]]);
    expect(await inTrash(editor, story(0))).toMatchObject({ returnsTo: "backlog" });
  });
});

describe("the list", () => {
  it("says how a story begins, last removed first", async () => {
    const { id } = await makeStory(db(), { headline: "Fir", body: paragraphs("Firs\nare ".repeat(40)) });
    await removeStory(editor, { id: story(0) });
    await removeStory(editor, { id });
    const [first, second] = await listTrash(editor);
    expect([first?.title, second?.title]).toEqual(["Fir", "Alder"]);
    expect(first?.beginning).toMatch(/^Firs are Firs are .*…$/);
  });

  it("asks to type a name of whole words that is not too long", () => {
    expect(nameToType("Woods")).toBe("Woods");
    const long = "A headline that goes on and on until nobody wants to type it";
    expect(nameToType(long)).toBe("A headline that goes on and on until");
    expect(isNameOf(long, " a HEADLINE that goes  on and on until ")).toBe(true);
    expect(isNameOf(long, "A headline")).toBe(false);
  });
});
