import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { arrangeStories, createIssue, restoreIssue, trashIssue } from "@/lib/issues/commands";
import { getIssue, listIssues } from "@/lib/issues/queries";
import { saveIssue } from "@/lib/issues/save";
import type { IssueDraft, Order } from "@/lib/issues/schema";
import { addSection, removeSection, restoreSection } from "@/lib/issues/section-commands";
import { type Actor, COMMAND_LINE } from "@/lib/policy";
import { addStory, placeStory, removeStory, restoreStory, unplaceStory } from "@/lib/stories/commands";
import { makeContributor, makeIssue, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let editor: Actor;
let draft: IssueDraft;

const orderOf = (issue: IssueDraft): Order =>
  issue.sections.map(({ id, stories }) => ({ sectionId: id, storyIds: stories.map((story) => story.id) }));
const headlines = (issue: IssueDraft) =>
  issue.sections.map((section) => section.stories.map((story) => `${story.number} ${story.headline}`));
const read = () => getIssue(editor, draft.id);

/** The refusal itself, so that its code and details can be looked at. */
async function refusal(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => new Error("it was accepted"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw error;
  return error;
}

beforeEach(async () => {
  const person = await makeContributor(db());
  editor = { id: person.id, role: "editor", name: person.name };
  const issue = await makeIssue(db(), {
    sections: [
      { title: "One", stories: [{ headline: "a" }, { headline: "b" }] },
      { title: "Two", stories: [{ headline: "c" }] },
      { title: "Three" },
    ],
  });
  draft = await getIssue(editor, issue.id);
});

describe("arrangeStories", () => {
  it("moves stories within, between and into empty sections, and renumbers", async () => {
    const [one, two, three] = orderOf(draft);
    if (!one || !two || !three) throw new Error("three sections");
    const order = [
      { ...three, storyIds: [one.storyIds[1] ?? ""] },
      { ...one, storyIds: [two.storyIds[0] ?? "", one.storyIds[0] ?? ""] },
      { ...two, storyIds: [] },
    ];
    await arrangeStories(editor, { issueId: draft.id, baseVersion: draft.orderVersion, order });
    expect(headlines(await read())).toEqual([["1 b"], ["2 c", "3 a"], []]);
  });

  it("refuses an order based on a stale version and gives the standing one", async () => {
    const order = orderOf(draft);
    const base = { issueId: draft.id, baseVersion: draft.orderVersion };
    await arrangeStories(editor, { ...base, order: order.toReversed() });
    const error = await refusal(arrangeStories(editor, { ...base, order }));
    expect(error.code).toBe("conflict");
    expect(error.details).toMatchObject({
      sections: [{ title: "Three" }, { title: "Two" }, { title: "One" }],
    });
    expect(headlines(await read())).toEqual([[], ["1 c"], ["2 a", "3 b"]]);
  });

  it("refuses an order that lost, doubled or smuggled in a story", async () => {
    const other = await makeIssue(db(), { sections: [{ stories: [{ headline: "elsewhere" }] }] });
    const [one, ...rest] = orderOf(draft);
    if (!one) throw new Error("a section");
    const stranger = other.stories[0]?.id ?? "";
    for (const storyIds of [
      one.storyIds.slice(1),
      [...one.storyIds, ...one.storyIds],
      [...one.storyIds, stranger],
    ]) {
      const order = [{ ...one, storyIds }, ...rest];
      const input = { issueId: draft.id, baseVersion: draft.orderVersion, order };
      expect((await refusal(arrangeStories(editor, input))).code).toBe("conflict");
    }
    expect(await read()).toEqual(draft);
  });
});

describe("stories and sections come and go", () => {
  it("takes a removal back to the same place", async () => {
    const [story] = draft.sections[0]?.stories ?? [];
    const { undo } = await removeStory(editor, { id: story?.id ?? "" });
    expect(headlines(await read())).toEqual([["1 b"], ["2 c"], []]);
    await restoreStory(editor, undo);
    expect(headlines(await read())).toEqual(headlines(draft));
  });

  it("moves a story to the backlog and on to another section", async () => {
    const id = draft.sections[0]?.stories[0]?.id ?? "";
    await unplaceStory(editor, { id });
    await placeStory(editor, { id, sectionId: draft.sections[2]?.id ?? "" });
    expect(headlines(await read())).toEqual([["1 b"], ["2 c"], ["3 a"]]);
    expect((await refusal(placeStory(editor, { id, sectionId: draft.sections[1]?.id ?? "" }))).code).toBe(
      "conflict",
    );
  });

  it("gives a removed section's stories to its neighbour, and back", async () => {
    const { undo } = await removeSection(editor, { id: draft.sections[0]?.id ?? "" });
    expect(headlines(await read())).toEqual([["1 a", "2 b", "3 c"], []]);
    await restoreSection(editor, undo);
    expect(headlines(await read())).toEqual(headlines(draft));
  });

  it("adds a section at the end", async () => {
    await addSection(editor, { issueId: draft.id, title: "Four" });
    expect((await read()).sections.map((section) => section.title)).toEqual(["One", "Two", "Three", "Four"]);
  });

  it("keeps the only section while it holds stories", async () => {
    const { id } = await createIssue(editor, { title: "Small" });
    const section = (await getIssue(editor, id)).sections[0]?.id ?? "";
    await addStory(editor, { sectionId: section, headline: "only" });
    expect((await refusal(removeSection(editor, { id: section }))).code).toBe("invalid");
  });
});

describe("saveIssue", () => {
  it("refuses a stale save and gives the words that stand", async () => {
    await saveIssue(editor, { id: draft.id, version: draft.version, title: "First" });
    const error = await refusal(saveIssue(editor, { id: draft.id, version: draft.version, title: "Second" }));
    expect(error).toMatchObject({ code: "conflict", details: { current: { title: "First" } } });
    expect((await read()).title).toBe("First");
  });

  it("saves every field and keeps the highlights' order and links", async () => {
    const storyIds = draft.sections.flatMap((section) => section.stories.map((story) => story.id));
    const words = {
      title: "A title",
      number: 41,
      slug: "an-address-of-its-own",
      standfirst: "Said in short.",
      week: { from: "2026-03-14", to: "2026-03-20" },
      introduction: paragraphs("Hello."),
      thesis: ["One.", "Two."],
      closing: paragraphs("Goodbye."),
      feedbackPrompt: "Well?",
    };
    const highlights = [
      { text: "x", storyIds: storyIds.slice(1, 3) },
      { text: "y", storyIds: [] },
    ];
    await saveIssue(editor, { id: draft.id, version: draft.version, ...words, highlights });
    const saved = await read();
    expect(saved).toMatchObject({ ...words, highlights });
    const swapped = saved.highlights.toReversed();
    await saveIssue(editor, { id: draft.id, version: saved.version, highlights: swapped });
    expect((await read()).highlights).toEqual(swapped);
  });

  it("keeps a highlight's link to a story that left, and says where that one is", async () => {
    const [first, second, third] = draft.sections.flatMap((section) => section.stories);
    if (!first || !second || !third) throw new Error("The draft has three stories.");
    const highlights = [{ text: "All three", storyIds: [first.id, second.id, third.id] }];
    await saveIssue(editor, { id: draft.id, version: draft.version, highlights });
    const { undo } = await unplaceStory(editor, { id: second.id });
    await removeStory(editor, { id: third.id });
    const left = await read();
    expect(left.highlights).toMatchObject(highlights);
    expect(left.leftStories.toSorted((a, b) => a.where.localeCompare(b.where))).toEqual([
      { id: second.id, headline: second.headline, where: "backlog", issueId: null },
      { id: third.id, headline: third.headline, where: "trash", issueId: null },
    ]);
    const other = await makeIssue(db(), { sections: [{}] });
    await placeStory(editor, { id: second.id, sectionId: other.sections[0]?.id ?? "" });
    expect((await read()).leftStories).toContainEqual(
      expect.objectContaining({ id: second.id, where: "elsewhere", issueId: other.id }),
    );
    await saveIssue(editor, { id: draft.id, version: left.version, highlights: left.highlights });
    expect((await read()).highlights).toMatchObject(highlights);
    await unplaceStory(editor, { id: second.id });
    await restoreStory(editor, undo);
    expect((await read()).leftStories.map((story) => story.id)).toEqual([third.id]);
  });

  it("says which address or number is taken", async () => {
    const other = await makeIssue(db(), { number: 77 });
    const base = { id: draft.id, version: draft.version };
    await expect(saveIssue(editor, { ...base, number: 77 })).rejects.toThrow("There is an issue 77 already");
    await expect(saveIssue(editor, { ...base, slug: other.slug })).rejects.toThrow(other.slug);
  });

  it("takes no field that is not on its list", async () => {
    const smuggled = { id: draft.id, version: draft.version, publicationState: "published" };
    await expect(saveIssue(editor, smuggled)).rejects.toThrow("publicationState");
  });
});

describe("the trash", () => {
  it("holds an issue until it is restored", async () => {
    await trashIssue(editor, { id: draft.id });
    expect((await refusal(read())).code).toBe("not-found");
    expect((await listIssues(editor)).map((issue) => issue.id)).not.toContain(draft.id);
    await restoreIssue(editor, { id: draft.id });
    expect(headlines(await read())).toEqual(headlines(draft));
  });
});

describe("a contributor", () => {
  it("reads, but neither arranges, edits nor trashes an issue", async () => {
    const contributor: Actor = { ...editor, role: "contributor" };
    await expect(getIssue(contributor, draft.id)).resolves.toMatchObject({ id: draft.id });
    const deeds = [
      arrangeStories(contributor, { issueId: draft.id, baseVersion: 1, order: orderOf(draft).toReversed() }),
      saveIssue(contributor, { id: draft.id, version: 1, title: "Mine" }),
      addStory(contributor, { sectionId: draft.sections[0]?.id ?? "", headline: "Mine" }),
      removeStory(contributor, { id: draft.sections[0]?.stories[0]?.id ?? "" }),
      trashIssue(contributor, { id: draft.id }),
      createIssue(contributor, { title: "Mine" }),
    ];
    const refused = await Promise.all(deeds.map(refusal));
    expect(refused.map((error) => error.code)).toEqual(deeds.map(() => "forbidden"));
    expect(await read()).toEqual(draft);
  });

  it("adds stories to the backlog and removes only their own", async () => {
    const contributor: Actor = { ...editor, role: "contributor" };
    const { id } = await addStory(contributor, { sectionId: null, headline: "Mine" });
    await expect(removeStory(contributor, { id })).resolves.toMatchObject({ orderVersion: null });
    const theirs = await addStory(COMMAND_LINE, { sectionId: null, headline: "Theirs" });
    expect((await refusal(removeStory(contributor, { id: theirs.id }))).code).toBe("forbidden");
  });
});
