import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { publishIssue } from "@/lib/editions/commands";
import { arrangeStories } from "@/lib/issues/commands";
import { getIssue } from "@/lib/issues/queries";
import { saveIssue } from "@/lib/issues/save";
import type { IssueDraft, StoryDraft } from "@/lib/issues/schema";
import { addSection, renameSection } from "@/lib/issues/section-commands";
import type { Actor } from "@/lib/policy";
import { restoreRevision } from "@/lib/revisions/commands";
import { addSource, arrangeSources, removeSource, restoreSource } from "@/lib/sources/commands";
import { editSource } from "@/lib/sources/edit";
import { addStory, removeStory, restoreStory, unplaceStory } from "@/lib/stories/commands";
import { setFollows } from "@/lib/stories/follows";
import { saveStory } from "@/lib/stories/save";
import { startThread, suggestChange } from "@/lib/threads/commands";
import { acceptSuggestion, refuseSuggestion } from "@/lib/threads/settle";
import { approve, askForReview, sendBackToDrafting } from "@/lib/workflow/commands";
import { listMyWork, readBoard } from "@/lib/workflow/queries";
import { seenNow } from "@/lib/workflow/read-seen";
import { seenIssue, seenStory } from "@/lib/workflow/seen";
import { approveAsItStands, refusal, someone, toldTo } from "@/lib/workflow/test-people";
import { makeIssue, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let approver: Actor & { id: string };
let writer: Actor & { id: string };
let issueId: string;

const read = () => getIssue(writer, issueId);
const states = async () => {
  const issue = await read();
  return [
    issue.workflowState,
    ...issue.sections.flatMap((s) => s.stories).map((story) => story.workflowState),
  ];
};
const storyIn = (issue: IssueDraft, index = 0): StoryDraft => {
  const story = issue.sections.flatMap((section) => section.stories)[index];
  if (!story) throw new Error("There is no such story.");
  return story;
};

/** An approved issue of two approved stories; the first has two sources, the second shares one of them. */
beforeEach(async () => {
  [approver, writer] = await Promise.all([someone("editor", "Idris"), someone("editor", "Maud")]);
  const source = { title: "A page", url: `https://example.org/${crypto.randomUUID()}` };
  const issue = await makeIssue(db(), {
    sections: [
      {
        title: "One",
        stories: [{ headline: "Alder", body: paragraphs("Words."), sources: [source, { title: "B" }] }],
      },
      { title: "Two", stories: [{ headline: "Birch" }] },
    ],
  });
  issueId = issue.id;
  const [first, second] = issue.stories.map(({ id }) => id);
  const shared = await db().storySource.findFirstOrThrow({ where: { storyId: first, position: 1 } });
  await db().storySource.create({ data: { storyId: second ?? "", sourceId: shared.sourceId, position: 1 } });
  for (const id of [first, second]) {
    await approveAsItStands(approver, { what: "story", id: id ?? "", from: "drafting" });
  }
  await approveAsItStands(approver, { what: "issue", id: issueId, from: "drafting" });
  expect(await states()).toEqual(["approved", "approved", "approved"]);
});

describe("a changed story asks for approval again, and so does its issue", () => {
  const LOST = ["inReview", "inReview", "approved"];

  it("when words changed; whoever approved it is told", async () => {
    const story = storyIn(await read());
    await saveStory(writer, { id: story.id, version: story.version, body: paragraphs("Other words.") });
    expect(await states()).toEqual(LOST);
    expect(storyIn(await read())).toMatchObject({ approvedBy: null, approvedAt: null });
    expect(await toldTo(approver)).toEqual(["approvalLost by Maud: Alder", "approvalLost by Maud"]);
  });

  it("not when the same words are saved", async () => {
    const { id, version, headline, body, whyItMatters } = storyIn(await read());
    await saveStory(writer, { id, version, headline, body, whyItMatters });
    expect(await states()).toEqual(["approved", "approved", "approved"]);
    expect(await toldTo(approver)).toEqual([]);
  });

  it("not when the save is refused", async () => {
    const { id } = storyIn(await read());
    await expect(saveStory(writer, { id, version: 9, headline: "Elm" })).rejects.toThrow("meanwhile");
    expect(await states()).toEqual(["approved", "approved", "approved"]);
  });

  it("when a source is added, removed or brought back", async () => {
    const { id: storyId, sources } = storyIn(await read(), 1);
    await addSource(writer, { storyId, title: "C", byline: "", publisher: "", url: null });
    expect(await states()).toEqual(["inReview", "approved", "inReview"]);
    const again = () => approveAsItStands(approver, { what: "story", id: storyId, from: "inReview" });
    await again();
    const { undo } = await removeSource(writer, { storyId, sourceId: sources[0]?.id ?? "" });
    expect(await states()).toEqual(["inReview", "approved", "inReview"]);
    await again();
    await restoreSource(writer, undo);
    expect(await states()).toEqual(["inReview", "approved", "inReview"]);
  });

  it("when its sources are put in another order, not when in the same", async () => {
    const { id: storyId, sources } = storyIn(await read());
    const base = sources.map(({ id }) => id);
    await arrangeSources(writer, { storyId, base, sourceIds: base });
    expect(await states()).toEqual(["approved", "approved", "approved"]);
    await arrangeSources(writer, { storyId, base, sourceIds: base.toReversed() });
    expect(await states()).toEqual(LOST);
  });

  it("when a source is corrected, in every story that shows it so, not when nothing is", async () => {
    const [shared] = storyIn(await read()).sources;
    if (!shared) throw new Error("a source");
    await editSource(writer, { id: shared.id, version: 1, title: shared.title });
    expect(await states()).toEqual(["approved", "approved", "approved"]);
    await editSource(writer, { id: shared.id, version: 2, publisher: "Somebody" });
    expect(await states()).toEqual(["inReview", "inReview", "inReview"]);
  });

  it("when an earlier version is restored", async () => {
    const { id, version } = storyIn(await read());
    await saveStory(writer, { id, version, headline: "Elm" });
    await approveAsItStands(approver, { what: "story", id, from: "inReview" });
    const first = await db().revision.findFirstOrThrow({ where: { storyId: id, version } });
    await restoreRevision(writer, { id: first.id, version: version + 1 });
    expect(await states()).toEqual(LOST);
  });

  it("when a suggestion is accepted, not when one is made, commented or refused", async () => {
    const { id: storyId } = storyIn(await read());
    const selector = { exact: "Alder", prefix: "", suffix: "", start: 0 };
    const suggestion = { storyId, part: "headline", selector, replacement: "Elm", text: "" } as const;
    const [one, two] = [await suggestChange(writer, suggestion), await suggestChange(writer, suggestion)];
    await startThread(writer, { storyId, about: null, text: "Is this so?" });
    await refuseSuggestion(writer, { id: one.id });
    expect(await states()).toEqual(["approved", "approved", "approved"]);
    await acceptSuggestion(writer, { id: two.id });
    expect(await states()).toEqual(LOST);
  });

  it("when it follows up another story, not when it goes on following the same", async () => {
    const earlier = await makeIssue(db(), { sections: [{ stories: [{ headline: "Before" }] }] });
    await publishIssue(writer, { id: earlier.id });
    const { id } = storyIn(await read());
    await setFollows(writer, { id, followsId: null });
    expect(await states()).toEqual(["approved", "approved", "approved"]);
    await setFollows(writer, { id, followsId: earlier.stories[0]?.id ?? "" });
    expect(await states()).toEqual(LOST);
  });

  it("when its approval is taken back by hand", async () => {
    const story = storyIn(await read());
    await sendBackToDrafting(writer, { what: "story", id: story.id, from: "approved" });
    expect(await states()).toEqual(["inReview", "drafting", "approved"]);
  });
});

describe("a changed issue asks for approval again, its stories do not", () => {
  const LOST = ["inReview", "approved", "approved"];

  it("when its own words changed, not when the same are saved", async () => {
    const { title, version, introduction, thesis } = await read();
    await saveIssue(writer, { id: issueId, version, title, introduction, thesis });
    expect(await states()).toEqual(["approved", "approved", "approved"]);
    await saveIssue(writer, { id: issueId, version: version + 1, standfirst: "New." });
    expect(await states()).toEqual(LOST);
    expect(await toldTo(approver)).toEqual(["approvalLost by Maud"]);
  });

  it("when its order changed, not when the same order is sent", async () => {
    const { orderVersion: baseVersion, sections } = await read();
    const order = sections.map(({ id, stories }) => ({ sectionId: id, storyIds: stories.map((s) => s.id) }));
    const same = await arrangeStories(writer, { issueId, baseVersion, order });
    expect(await states()).toEqual(["approved", "approved", "approved"]);
    await arrangeStories(writer, { issueId, baseVersion: same.orderVersion, order: order.toReversed() });
    expect(await states()).toEqual(LOST);
  });

  it("when its sections changed", async () => {
    const [section] = (await read()).sections;
    await renameSection(writer, { id: section?.id ?? "", version: 1, title: "First" });
    expect(await states()).toEqual(LOST);
    await approveAsItStands(approver, { what: "issue", id: issueId, from: "inReview" });
    await addSection(writer, { issueId, title: "Three" });
    expect(await states()).toEqual(LOST);
  });

  it("when a story came, left or came back; the story keeps its own", async () => {
    const { id } = storyIn(await read());
    const { undo } = await unplaceStory(writer, { id });
    expect(await states()).toEqual(["inReview", "approved"]);
    await approveAsItStands(approver, { what: "issue", id: issueId, from: "inReview" });
    await restoreStory(writer, undo);
    expect(await states()).toEqual(LOST);
    await approveAsItStands(approver, { what: "issue", id: issueId, from: "inReview" });
    await removeStory(writer, { id });
    expect(await states()).toEqual(["inReview", "approved"]);
    const [section] = (await read()).sections;
    await approveAsItStands(approver, { what: "issue", id: issueId, from: "inReview" });
    await addStory(writer, { sectionId: section?.id ?? "", headline: "Cedar" });
    expect(await states()).toEqual(["inReview", "drafting", "approved"]);
  });
});

describe("an approval is of what was read", () => {
  const changes: [string, RegExp, RegExp, (story: StoryDraft, issue: IssueDraft) => Promise<unknown>][] = [
    [
      "words",
      /^The words of this story/,
      /^“Alder” changed/,
      ({ id, version }) => saveStory(writer, { id, version, body: paragraphs("Other words.") }),
    ],
    [
      "a source of its own",
      /^The sources/,
      /^“Alder” changed/,
      ({ id }) => addSource(writer, { storyId: id, title: "C", byline: "", publisher: "", url: null }),
    ],
    [
      "the order of its sources",
      /^The sources/,
      /^“Alder” changed/,
      ({ id, sources }) => {
        const base = sources.map((source) => source.id);
        return arrangeSources(writer, { storyId: id, base, sourceIds: base.toReversed() });
      },
    ],
    [
      "a source that it shares",
      /^The sources/,
      /^“Alder” changed/,
      ({ sources }) => editSource(writer, { id: sources[0]?.id ?? "", version: 1, publisher: "Somebody" }),
    ],
    [
      "what it calls a source",
      /^The sources/,
      /^“Alder” changed/,
      async ({ id, sources }) => {
        const { undo } = await removeSource(writer, { storyId: id, sourceId: sources[0]?.id ?? "" });
        await restoreSource(writer, { ...undo, cited: { title: "Another name" } });
      },
    ],
    [
      "what it follows up",
      /^What this story follows up/,
      /^“Alder” changed/,
      async ({ id }) => {
        const earlier = await makeIssue(db(), { sections: [{ stories: [{ headline: "Before" }] }] });
        await publishIssue(writer, { id: earlier.id });
        await setFollows(writer, { id, followsId: earlier.stories[0]?.id ?? "" });
      },
    ],
  ];
  it.each(changes)("not when %s changed since", async (_, forStory, forIssue, change) => {
    const issue = await read();
    const story = storyIn(issue);
    await sendBackToDrafting(approver, { what: "story", id: story.id, from: "approved" });
    const moves = [
      { what: "story", id: story.id, from: "drafting" },
      { what: "issue", id: issueId, from: "inReview", despite: [story.id, storyIn(issue, 1).id] },
    ] satisfies Parameters<typeof approveAsItStands>[1][];
    const seen = await Promise.all(moves.map(({ what, id }) => seenNow(db(), what, id)));
    await change(story, issue);
    for (const [index, move] of moves.entries()) {
      const old = seen[index]?.seen;
      if (!old) throw new Error("nothing seen");
      const error = await refusal(approve(approver, { ...move, seen: old }));
      expect(error).toMatchObject({ code: "conflict", details: { unread: true } });
      expect(error.message).toMatch([forStory, forIssue][index] ?? /never/);
      expect(await approveAsItStands(approver, move)).toMatchObject({ workflowState: "approved" });
    }
  });

  const ofIssue: [string, RegExp, (issue: IssueDraft) => Promise<unknown>][] = [
    [
      "own words",
      /^The words of this issue/,
      ({ id, version }) => saveIssue(writer, { id, version, standfirst: "New." }),
    ],
    [
      "a section's title",
      /^The order or a section/,
      ({ sections }) => renameSection(writer, { id: sections[0]?.id ?? "", version: 1, title: "First" }),
    ],
    [
      "the order",
      /^The order or a section/,
      ({ id, orderVersion: baseVersion, sections }) => {
        const order = sections.map((section) => ({
          sectionId: section.id,
          storyIds: section.stories.map((story) => story.id),
        }));
        return arrangeStories(writer, { issueId: id, baseVersion, order: order.toReversed() });
      },
    ],
  ];
  it.each(ofIssue)("an issue's not when %s changed since", async (_, message, change) => {
    const move = { what: "issue", id: issueId, from: "inReview" } as const;
    await askForReview(approver, { ...move, from: "approved" });
    const { seen } = await seenNow(db(), "issue", issueId);
    await change(await read());
    const error = await refusal(approve(approver, { ...move, seen }));
    expect(error).toMatchObject({ code: "conflict", details: { unread: true } });
    expect(error.message).toMatch(message);
    expect(await approveAsItStands(approver, move)).toMatchObject({ workflowState: "approved" });
  });

  it("and the screen shows exactly what the command finds", async () => {
    const { version, sections } = await read();
    const order = sections.map(({ id, stories }) => ({ sectionId: id, storyIds: stories.map((s) => s.id) }));
    expect((await seenNow(db(), "issue", issueId)).seen).toEqual(seenIssue(version, sections, order));
    const { cards } = await readBoard(writer, { issueId });
    const story = storyIn(await read());
    expect([cards[0]?.seen, seenStory(story)]).toEqual(
      Array(2).fill((await seenNow(db(), "story", story.id)).seen),
    );
  });
});

it("readers see nothing of the workflow: the edition and its hash stay, and publishing changes no state", async () => {
  const { hash } = await publishIssue(writer, { id: issueId });
  expect(await states()).toEqual(["approved", "approved", "approved"]);
  const story = storyIn(await read());
  await askForReview(writer, { what: "story", id: story.id, from: "approved" });
  await sendBackToDrafting(writer, { what: "issue", id: issueId, from: "inReview" });
  expect((await read()).changedSincePublished).toBe(false);
  expect(await publishIssue(writer, { id: issueId })).toMatchObject({ edition: 1, hash });
  expect(await states()).toEqual(["drafting", "inReview", "approved"]);
});

it("two editors saving two stories of an approved issue at once both get through", async () => {
  const issue = await read();
  const saves = [0, 1].map((index) => {
    const { id, version } = storyIn(issue, index);
    return saveStory(writer, { id, version, headline: `New ${index}` });
  });
  const shared = storyIn(issue).sources[0];
  await Promise.all([...saves, editSource(writer, { id: shared?.id ?? "", version: 1, publisher: "P" })]);
  expect(await states()).toEqual(["inReview", "inReview", "inReview"]);
});

describe("the board and my work", () => {
  it("lists an issue's stories with their numbers and what is open", async () => {
    const { cards, issue } = await readBoard(writer, { issueId });
    expect(issue).toMatchObject({ id: issueId, workflowState: "approved", approvedBy: "Idris" });
    expect(
      cards.map(({ number, headline, sectionTitle, open }) => ({ number, headline, sectionTitle, open })),
    ).toEqual([
      {
        number: 1,
        headline: "Alder",
        sectionTitle: "One",
        open: { hasText: true, sources: 2, sourcesWithoutAddress: 1, threads: 0 },
      },
      {
        number: 2,
        headline: "Birch",
        sectionTitle: "Two",
        open: { hasText: false, sources: 1, sourcesWithoutAddress: 0, threads: 0 },
      },
    ]);
  });

  it("lists for everything what readers do not have yet, and the backlog", async () => {
    await unplaceStory(writer, { id: storyIn(await read(), 1).id });
    const { cards } = await readBoard(writer, { issueId: null });
    expect(cards.filter((card) => card.issueId === issueId).map((card) => card.headline)).toEqual(["Alder"]);
    expect(cards.at(-1)).toMatchObject({ headline: "Birch", issueName: null, number: null });
    await publishIssue(writer, { id: issueId });
    const after = await readBoard(writer, { issueId: null });
    expect(after.cards.filter((card) => card.issueId === issueId)).toEqual([]);
  });

  it("lists what is mine and not approved, by due date", async () => {
    const stories = (await read()).sections.flatMap((section) => section.stories);
    const give = (index: number, dueOn: string | null, workflowState: "drafting" | "approved" = "drafting") =>
      db().story.update({
        where: { id: stories[index]?.id ?? "" },
        data: { assigneeId: writer.id, dueOn: dueOn && new Date(dueOn), workflowState },
      });
    await give(0, null);
    await give(1, "2026-03-14");
    expect((await listMyWork(writer)).map(({ title, dueOn }) => [title, dueOn])).toEqual([
      ["Birch", "2026-03-14"],
      ["Alder", null],
    ]);
    await give(1, "2026-03-14", "approved");
    expect((await listMyWork(writer)).map(({ title }) => title)).toEqual(["Alder"]);
    expect(await listMyWork(approver)).toEqual([]);
  });
});
