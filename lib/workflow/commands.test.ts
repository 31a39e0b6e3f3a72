import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import type { WorkflowState } from "@/lib/issues/schema";
import { type Actor, ROLES } from "@/lib/policy";
import { assign } from "@/lib/workflow/assign";
import { approve, askForReview, sendBackToDrafting } from "@/lib/workflow/commands";
import { seenNow } from "@/lib/workflow/read-seen";
import { whyNotMove } from "@/lib/workflow/rules";
import { STATES, type StandingWork, type What } from "@/lib/workflow/schema";
import { approveAsItStands, refusal, someone, toldTo } from "@/lib/workflow/test-people";
import { makeIssue, makeStory, paragraphs } from "@/prisma/factories";
import { useFreshDatabase } from "@/prisma/test-database";

useFreshDatabase();

let first: { id: string };
beforeAll(async () => {
  // An installation always keeps one admin.
  first = await someone("admin");
});
beforeEach(async () => {
  // Whoever approves is told of a review: nobody of an earlier test.
  await db().contributor.updateMany({ where: { id: { not: first.id } }, data: { suspendedAt: new Date() } });
});

function move(
  actor: Actor,
  what: What,
  id: string,
  from: WorkflowState,
  to: WorkflowState,
): Promise<StandingWork> {
  if (to === "inReview") return askForReview(actor, { what, id, from });
  if (to === "drafting") return sendBackToDrafting(actor, { what, id, from });
  return approveAsItStands(actor, { what, id, from });
}

async function place(what: What, workflowState: WorkflowState, authorId: string | null) {
  return what === "story" ? makeStory(db(), { workflowState, authorId }) : makeIssue(db(), { workflowState });
}

const MOVES = STATES.flatMap((from) => STATES.filter((to) => to !== from).map((to) => ({ from, to })));

/** Every deed of every role in every state: what is allowed is done, what is not is refused and changes nothing. */
async function row(role: (typeof ROLES)[number], what: What, own: boolean): Promise<string[]> {
  const actor = await someone(role);
  const marks = [];
  for (const { from, to } of MOVES) {
    const ownerId = own ? actor.id : null;
    const { id } = await place(what, from, ownerId);
    const why = whyNotMove(
      actor,
      { what, workflowState: from, ownerId: what === "issue" ? null : ownerId },
      to,
    );
    const answer = await move(actor, what, id, from, to).then(
      (standing) => standing.workflowState,
      (error: { code: string }) => error.code,
    );
    expect(answer).toBe(why === null ? to : "forbidden");
    const after =
      what === "story"
        ? await db().story.findUniqueOrThrow({ where: { id } })
        : await db().issue.findUniqueOrThrow({ where: { id } });
    expect(after.workflowState).toBe(why === null ? to : from);
    expect(after.approvedById).toBe(why === null && to === "approved" ? actor.id : null);
    marks.push(`${from} → ${to}: ${why ?? "yes"}`);
  }
  return marks;
}

describe("who may move what where", () => {
  for (const role of ROLES) {
    for (const what of ["story", "issue"] as const) {
      for (const own of what === "story" ? [true, false] : [false]) {
        it(`${role}, ${own ? "own" : "any"} ${what}`, async () => {
          expect(await row(role, what, own)).toMatchSnapshot();
        });
      }
    }
  }
});

describe("asking for a review", () => {
  it("keeps the words as a revision, and tells whoever approves", async () => {
    const [author, editor, admin] = await Promise.all([
      someone("contributor", "Noor"),
      someone("editor"),
      someone("admin"),
    ]);
    const story = await makeStory(db(), {
      headline: "Elm",
      authorId: author.id,
      body: paragraphs("As it is."),
    });
    await askForReview(author, { what: "story", id: story.id, from: "drafting" });
    const revisions = await db().revision.findMany({ where: { storyId: story.id } });
    expect(revisions).toMatchObject([
      { reason: "review", version: 1, document: { body: paragraphs("As it is.") } },
    ]);
    for (const person of [editor, admin]) expect(await toldTo(person)).toEqual(["reviewAsked by Noor: Elm"]);
    expect(await toldTo(author)).toEqual([]);
  });

  it("asks the assignee alone, when that is somebody who approves", async () => {
    const [author, editor, other] = await Promise.all([
      someone("contributor", "Noor"),
      someone("editor"),
      someone("editor"),
    ]);
    const story = await makeStory(db(), { headline: "Fir", authorId: author.id });
    await db().story.update({ where: { id: story.id }, data: { assigneeId: editor.id } });
    await askForReview(author, { what: "story", id: story.id, from: "drafting" });
    expect(await toldTo(editor)).toEqual(["reviewAsked by Noor: Fir"]);
    expect(await toldTo(other)).toEqual([]);
  });

  it("keeps an issue's words too", async () => {
    const editor = await someone("editor");
    const issue = await makeIssue(db(), { title: "Trees" });
    await askForReview(editor, { what: "issue", id: issue.id, from: "drafting" });
    const revisions = await db().revision.findMany({ where: { issueId: issue.id } });
    expect(revisions).toMatchObject([{ reason: "review", document: { title: "Trees" } }]);
  });
});

describe("approving", () => {
  it("says who, when and which version, and tells author and assignee", async () => {
    const [author, editor, helper] = await Promise.all([
      someone("contributor"),
      someone("editor", "Idris"),
      someone("editor"),
    ]);
    const story = await makeStory(db(), { headline: "Oak", authorId: author.id, workflowState: "inReview" });
    await db().story.update({ where: { id: story.id }, data: { assigneeId: helper.id } });
    const before = Date.now();
    const standing = await approveAsItStands(editor, { what: "story", id: story.id, from: "inReview" });
    expect(standing).toMatchObject({ workflowState: "approved", approvedBy: "Idris", version: 1 });
    expect(Date.parse(standing.approvedAt ?? "")).toBeGreaterThanOrEqual(before - 1);
    for (const person of [author, helper]) expect(await toldTo(person)).toEqual(["approved by Idris: Oak"]);
    const log = await db().auditEvent.findMany({ where: { targetId: story.id } });
    expect(log).toMatchObject([
      { action: "story.approve", actorId: editor.id, detail: { version: 1, from: "inReview" } },
    ]);
    const kept = await db().revision.findMany({ where: { storyId: story.id } });
    expect(kept).toMatchObject([{ name: "Approved", version: 1 }]);
  });

  it("refuses words that nobody read", async () => {
    const editor = await someone("editor");
    const story = await makeStory(db(), { workflowState: "inReview" });
    const { seen } = await seenNow(db(), "story", story.id);
    await db().story.update({ where: { id: story.id }, data: { version: 2 } });
    const error = await refusal(approve(editor, { what: "story", id: story.id, from: "inReview", seen }));
    expect(error).toMatchObject({
      code: "conflict",
      details: { current: { version: 2, workflowState: "inReview" } },
    });
  });

  it("asks about an issue's stories that are not approved, and takes yes for an answer", async () => {
    const editor = await someone("editor");
    const issue = await makeIssue(db(), {
      sections: [{ stories: [{ headline: "a", workflowState: "approved" }, { headline: "b" }] }],
    });
    const input = { what: "issue", id: issue.id, from: "drafting" } as const;
    const error = await refusal(approveAsItStands(editor, input));
    expect(error).toMatchObject({
      code: "invalid",
      message: "One of its stories is not approved. Approve the issue all the same?",
      details: { open: [{ number: 2, headline: "b", workflowState: "drafting" }] },
    });
    const despite = [issue.stories[1]?.id ?? ""];
    expect(await approveAsItStands(editor, { ...input, despite })).toMatchObject({
      workflowState: "approved",
    });
  });
});

describe("when somebody else was first", () => {
  it("names them, and carries what stands", async () => {
    const [editor, other] = await Promise.all([someone("editor", "Idris"), someone("editor")]);
    const story = await makeStory(db(), { workflowState: "inReview" });
    const input = { what: "story", id: story.id, from: "inReview" } as const;
    await approveAsItStands(editor, input);
    const error = await refusal(sendBackToDrafting(other, { what: "story", id: story.id, from: "inReview" }));
    expect(error.code).toBe("conflict");
    expect(error.message).toBe("Idris approved this story meanwhile; look again.");
    expect(error.details).toMatchObject({ current: { workflowState: "approved", approvedBy: "Idris" } });
  });

  it("lets one of two editors at the same moment through", async () => {
    const [one, two] = await Promise.all([someone("editor"), someone("editor")]);
    const story = await makeStory(db(), { workflowState: "inReview" });
    const both = await Promise.allSettled([
      approveAsItStands(one, { what: "story", id: story.id, from: "inReview" }),
      sendBackToDrafting(two, { what: "story", id: story.id, from: "inReview" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not there any more when it went to the trash", async () => {
    const editor = await someone("editor");
    const story = await makeStory(db());
    await db().story.update({ where: { id: story.id }, data: { trashedAt: new Date() } });
    const error = await refusal(askForReview(editor, { what: "story", id: story.id, from: "drafting" }));
    expect(error.code).toBe("not-found");
  });
});

describe("assigning", () => {
  const nobody = { assigneeId: null, dueOn: null };

  it("gives a story a person and a day, and tells the person", async () => {
    const [editor, helper] = await Promise.all([someone("editor", "Idris"), someone("contributor", "Noor")]);
    const story = await makeStory(db(), { headline: "Yew" });
    const input = {
      what: "story",
      id: story.id,
      base: nobody,
      assigneeId: helper.id,
      dueOn: "2026-03-14",
    } as const;
    expect(await assign(editor, input)).toMatchObject({ assignee: { name: "Noor" }, dueOn: "2026-03-14" });
    expect(await toldTo(helper)).toEqual(["assigned by Idris: Yew"]);
  });

  it("merges a day and a person set by two, and refuses two persons", async () => {
    const [one, two] = await Promise.all([someone("editor", "Ana"), someone("editor")]);
    const { id } = await makeStory(db());
    await assign(one, { what: "story", id, base: nobody, assigneeId: one.id, dueOn: null });
    const day = { what: "story", id, base: nobody, assigneeId: null, dueOn: "2026-03-14" } as const;
    expect(await assign(two, day)).toMatchObject({ assignee: { name: "Ana" }, dueOn: "2026-03-14" });
    const error = await refusal(
      assign(two, { what: "story", id, base: nobody, assigneeId: two.id, dueOn: null }),
    );
    expect(error).toMatchObject({ code: "conflict", details: { current: { assignee: { name: "Ana" } } } });
  });

  it("lets contributors take and give back their own free story, and nothing else", async () => {
    const [me, other] = await Promise.all([someone("contributor"), someone("contributor")]);
    const { id } = await makeStory(db(), { authorId: me.id });
    const mine = { assigneeId: me.id, dueOn: null };
    const give = (
      actor: Actor,
      base: typeof nobody | typeof mine,
      next: { assigneeId: string | null; dueOn: string | null },
    ) => assign(actor, { what: "story", id, base, ...next });
    expect((await refusal(give(me, nobody, { assigneeId: other.id, dueOn: null }))).code).toBe("forbidden");
    expect((await refusal(give(me, nobody, { assigneeId: me.id, dueOn: "2026-03-14" }))).code).toBe(
      "forbidden",
    );
    expect((await refusal(give(other, nobody, { assigneeId: other.id, dueOn: null }))).code).toBe(
      "forbidden",
    );
    expect(await give(me, nobody, mine)).toMatchObject({ assignee: { id: me.id } });
    expect(await give(me, mine, nobody)).toMatchObject({ assignee: null });
    await db().story.update({ where: { id }, data: { assigneeId: other.id } });
    const theirs = { assigneeId: other.id, dueOn: null };
    expect((await refusal(assign(me, { what: "story", id, base: theirs, ...mine }))).code).toBe("forbidden");
  });

  it("refuses somebody who is suspended", async () => {
    const [editor, gone] = await Promise.all([someone("editor"), someone("editor", "Gil")]);
    await db().contributor.update({ where: { id: gone.id }, data: { suspendedAt: new Date() } });
    const { id } = await makeIssue(db());
    const error = await refusal(
      assign(editor, { what: "issue", id, base: nobody, assigneeId: gone.id, dueOn: null }),
    );
    expect(error).toMatchObject({ code: "invalid", message: "Gil is suspended: choose somebody else." });
  });
});
