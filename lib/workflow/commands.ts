import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { WorkflowState } from "@/lib/issues/schema";
import { announce } from "@/lib/live/announce";
import { notify } from "@/lib/notifications/notify";
import { type Actor, authorize } from "@/lib/policy";
import { loseIssueApproval, those } from "@/lib/workflow/approval";
import { keepWords } from "@/lib/workflow/keep-words";
import { type LockedWork, lockWork, standingWork, whoWasFirst, writeWork } from "@/lib/workflow/lock";
import { seenNow } from "@/lib/workflow/read-seen";
import { APPROVERS, abilityToMove } from "@/lib/workflow/rules";
import { approveInput, moveInput, type OpenStory, type StandingWork, type What } from "@/lib/workflow/schema";
import { type Seen, unread } from "@/lib/workflow/seen";

interface Move {
  what: What;
  id: string;
  from: WorkflowState;
}

/** Locks what is to be moved, and makes sure that it is where the actor saw it and that they may move it on. */
async function begin(tx: Db, actor: Actor, { what, id, from }: Move, to: WorkflowState): Promise<LockedWork> {
  const locked = await lockWork(tx, what, id);
  authorize(actor, abilityToMove(what, from, to), { ownerId: locked.ownerId });
  if (locked.state !== from) {
    const current = await standingWork(tx, what, id);
    throw new AppError("conflict", `${await whoWasFirst(tx, locked)}; look again.`, { current });
  }
  return locked;
}

/** What follows every move: the log, the other open desks, and what stands now. */
async function end(tx: Db, actor: Actor, locked: LockedWork, deed: string): Promise<StandingWork> {
  const { what, id, issueId, storyId, version } = locked;
  const target = what === "issue" ? "Issue" : "Story";
  await record(tx, actor, `${what}.${deed}`, target, id, { version, from: locked.state });
  await announce(tx, { what: "workflow", issueId, storyId, by: actor.id });
  return standingWork(tx, what, id);
}

const about = ({ issueId, storyId }: LockedWork) => ({ issueId, storyId });

/** Takes an approval back by hand: whoever gave it, sees it through or wrote it hears of it; the issue around loses its own. */
async function withdraw(tx: Db, actor: Actor, locked: LockedWork): Promise<void> {
  const told = those(locked.approvedById, locked.assigneeId, locked.ownerId);
  await notify(tx, actor, told, { kind: "approvalLost", ...about(locked) });
  if (locked.what === "story" && locked.issueId !== null) await loseIssueApproval(tx, actor, locked.issueId);
}

/** Who is asked: the one who sees it through, if that is somebody who approves; otherwise everyone who does. */
async function reviewers(tx: Db, locked: LockedWork): Promise<string[]> {
  const approvers = await tx.contributor.findMany({
    where: { role: { in: [...APPROVERS] }, suspendedAt: null },
    select: { id: true },
  });
  const ids = approvers.map(({ id }) => id);
  return locked.assigneeId && ids.includes(locked.assigneeId) ? [locked.assigneeId] : ids;
}

/**
 * Asks for a review of a story or an issue: its words are kept as a revision, and whoever reviews is told. From "approved"
 * it takes the approval back. Throws AppError "conflict" with `{ current: StandingWork }` when it moved on meanwhile.
 */
export async function askForReview(actor: Actor, input: z.input<typeof moveInput>): Promise<StandingWork> {
  const move = moveInput.parse(input);
  return transaction(async (tx) => {
    const locked = await begin(tx, actor, move, "inReview");
    if (locked.state === "inReview") return standingWork(tx, move.what, move.id);
    await writeWork(tx, locked, { workflowState: "inReview", approvedById: null, approvedAt: null });
    await keepWords(tx, actor, locked);
    if (locked.state === "approved") await withdraw(tx, actor, locked);
    else await notify(tx, actor, await reviewers(tx, locked), { kind: "reviewAsked", ...about(locked) });
    return end(tx, actor, locked, "review");
  });
}

/** Sends a story or an issue back to drafting. Throws AppError "conflict" as `askForReview` does. */
export async function sendBackToDrafting(
  actor: Actor,
  input: z.input<typeof moveInput>,
): Promise<StandingWork> {
  const move = moveInput.parse(input);
  return transaction(async (tx) => {
    const locked = await begin(tx, actor, move, "drafting");
    if (locked.state === "drafting") return standingWork(tx, move.what, move.id);
    await writeWork(tx, locked, { workflowState: "drafting", approvedById: null, approvedAt: null });
    if (locked.state === "approved") await withdraw(tx, actor, locked);
    return end(tx, actor, locked, "draft");
  });
}

/** The stories of an issue that are not approved, in order. */
async function openStories(tx: Db, issueId: string): Promise<OpenStory[]> {
  const stories = await tx.story.findMany({
    where: { section: { issueId } },
    orderBy: [{ section: { position: "asc" } }, { position: "asc" }],
    select: { id: true, headline: true, workflowState: true },
  });
  return stories
    .map((story, index) => ({ ...story, number: index + 1 }))
    .filter((story) => story.workflowState !== "approved");
}

/** An issue may be approved with stories that are not, once the person has been told which. */
async function askAboutStories(tx: Db, issueId: string, despite: string[]): Promise<OpenStory[]> {
  const open = await openStories(tx, issueId);
  if (open.every((story) => despite.includes(story.id))) return open;
  const count = open.length === 1 ? "One of its stories is" : `${open.length} of its stories are`;
  throw new AppError("invalid", `${count} not approved. Approve the issue all the same?`, { open });
}

/** An approval is of what was read: not of words, sources or an order that changed since. */
async function refuseUnread(tx: Db, { what, id }: LockedWork, read: Seen): Promise<void> {
  const { seen, nameOf } = await seenNow(tx, what, id);
  const message = unread(what, read, seen, nameOf);
  if (message === null) return;
  throw new AppError("conflict", message, { current: await standingWork(tx, what, id), unread: true });
}

/**
 * Approves what the actor read of a story or an issue. Throws AppError "conflict" with `{ current: StandingWork }` when it
 * moved on, with `unread: true` when its words, sources or order changed meanwhile; "invalid" with `{ open: OpenStory[] }` for an issue with stories that
 * are neither approved nor named in `despite`.
 */
export async function approve(actor: Actor, input: z.input<typeof approveInput>): Promise<StandingWork> {
  const { seen, despite, ...move } = approveInput.parse(input);
  return transaction(async (tx) => {
    const locked = await begin(tx, actor, move, "approved");
    await refuseUnread(tx, locked, seen);
    if (locked.state === "approved") return standingWork(tx, move.what, move.id);
    if (move.what === "issue") await askAboutStories(tx, move.id, despite);
    const approval = { approvedById: actor.id, approvedAt: new Date() };
    await writeWork(tx, locked, { workflowState: "approved", ...approval });
    await keepWords(tx, actor, locked, "Approved");
    await notify(tx, actor, those(locked.ownerId, locked.assigneeId), { kind: "approved", ...about(locked) });
    return end(tx, actor, locked, "approve");
  });
}
