import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type Actor, authorize } from "@/lib/policy";
import { lockThread, storyOfThread } from "@/lib/threads/lock";
import {
  commentIdInput,
  editCommentInput,
  replyInput,
  restoreCommentInput,
  startThreadInput,
  suggestChangeInput,
  threadIdInput,
} from "@/lib/threads/schema";
import { announceThreads, peopleIn, tellOf, writeMentions } from "@/lib/threads/tell";

// Threads lie beside the text: no command here writes to a story or an issue, whatever its state.

/** Begins a conversation about some words of a story, or about all of it. The story's author and who is mentioned are told. */
export async function startThread(
  actor: Actor,
  input: z.input<typeof startThreadInput>,
): Promise<{ id: string }> {
  authorize(actor, "comment.write");
  const { storyId, about, text, mentions } = startThreadInput.parse(input);
  return transaction(async (tx) => {
    const story = await storyOfThread(tx, storyId);
    const place = about ? { part: about.part, ...about.selector } : {};
    const { id } = await tx.thread.create({
      data: { storyId, kind: "comment", authorId: actor.id, ...place },
    });
    const mentioned = await writeComment(tx, actor, id, text, mentions);
    const others = story.authorId ? [story.authorId] : [];
    await tellOf(tx, actor, { threadId: id, story, mentioned, others, kind: "reply" });
    await announceThreads(tx, actor, story);
    return { id };
  });
}

/** Suggests other words, to be accepted or refused (lib/threads/settle.ts). The story's author is told. */
export async function suggestChange(
  actor: Actor,
  input: z.input<typeof suggestChangeInput>,
): Promise<{ id: string }> {
  authorize(actor, "comment.write");
  const { storyId, part, selector, replacement, text, mentions } = suggestChangeInput.parse(input);
  return transaction(async (tx) => {
    const story = await storyOfThread(tx, storyId);
    const { id } = await tx.thread.create({
      data: { storyId, kind: "suggestion", authorId: actor.id, part, ...selector, replacement },
    });
    const mentioned = text === "" ? [] : await writeComment(tx, actor, id, text, mentions);
    const others = story.authorId ? [story.authorId] : [];
    await tellOf(tx, actor, { threadId: id, story, mentioned, others, kind: "suggestion" });
    await announceThreads(tx, actor, story);
    return { id };
  });
}

async function writeComment(tx: Db, actor: Actor, threadId: string, text: string, mentions: string[]) {
  const { id } = await tx.comment.create({ data: { threadId, authorId: actor.id, text } });
  return writeMentions(tx, { id, text }, mentions);
}

/** Says something in a thread, settled or not. Everybody in it is told. */
export async function reply(actor: Actor, input: z.input<typeof replyInput>): Promise<{ id: string }> {
  authorize(actor, "comment.write");
  const { threadId, text, mentions } = replyInput.parse(input);
  return transaction(async (tx) => {
    const thread = await lockThread(tx, threadId);
    const story = await storyOfThread(tx, thread.storyId);
    const others = await peopleIn(tx, threadId, story);
    const { id } = await tx.comment.create({ data: { threadId, authorId: actor.id, text } });
    const mentioned = await writeMentions(tx, { id, text }, mentions);
    await tellOf(tx, actor, { threadId, story, mentioned, others, kind: "reply" });
    await announceThreads(tx, actor, story);
    return { id };
  });
}

async function lockComment(tx: Db, id: string) {
  const found = await tx.comment.findUnique({ where: { id }, select: { threadId: true } });
  if (found === null) throw new AppError("not-found", "This comment does not exist any more.");
  const thread = await lockThread(tx, found.threadId);
  const comment = await tx.comment.findUniqueOrThrow({ where: { id } });
  return { comment, thread, story: await storyOfThread(tx, thread.storyId) };
}

const isOwn = (actor: Actor, comment: { authorId: string | null }) =>
  actor.id !== null && comment.authorId === actor.id;

function refuseOthers(actor: Actor, comment: { authorId: string | null }): void {
  if (isOwn(actor, comment)) return;
  throw new AppError("forbidden", "Only who wrote a comment can change its words.");
}

/** Changes the words of one's own comment; people it newly mentions are told. */
export async function editComment(actor: Actor, input: z.input<typeof editCommentInput>): Promise<void> {
  authorize(actor, "comment.write");
  const { id, text, mentions } = editCommentInput.parse(input);
  await transaction(async (tx) => {
    const { comment, thread, story } = await lockComment(tx, id);
    refuseOthers(actor, comment);
    if (comment.removedAt !== null) throw new AppError("conflict", "This comment was removed meanwhile.");
    await tx.comment.update({ where: { id }, data: { text, editedAt: new Date() } });
    const mentioned = await writeMentions(tx, { id, text }, mentions);
    await tellOf(tx, actor, { threadId: thread.id, story, mentioned, others: [], kind: "reply" });
    await announceThreads(tx, actor, story);
  });
}

/** Takes the words of a comment away: one's own, or with leave to moderate anybody's. Its place in the thread stays. */
export async function removeComment(actor: Actor, input: z.input<typeof commentIdInput>): Promise<void> {
  authorize(actor, "comment.write");
  const { id } = commentIdInput.parse(input);
  await transaction(async (tx) => {
    const { comment, story } = await lockComment(tx, id);
    if (!isOwn(actor, comment)) authorize(actor, "comment.moderate");
    await tx.comment.update({ where: { id }, data: { text: "", removedAt: new Date() } });
    if (!isOwn(actor, comment)) await record(tx, actor, MODERATED, "Comment", id, { text: comment.text });
    await announceThreads(tx, actor, story);
  });
}

/** How the audit log names the removal of somebody else's comment; such a one does not come back. */
const MODERATED = "comment.moderate";

/** Undoes removeComment of one's own words: whoever removed them hands them back. */
export async function restoreComment(
  actor: Actor,
  input: z.input<typeof restoreCommentInput>,
): Promise<void> {
  authorize(actor, "comment.write");
  const { id, text } = restoreCommentInput.parse(input);
  await transaction(async (tx) => {
    const { comment, story } = await lockComment(tx, id);
    refuseOthers(actor, comment);
    if (comment.removedAt === null) throw new AppError("conflict", "This comment is there already.");
    const moderated = await tx.auditEvent.count({
      where: { target: "Comment", targetId: id, action: MODERATED },
    });
    if (moderated > 0)
      throw new AppError("forbidden", "An editor removed this comment, so it stays removed.");
    await tx.comment.update({ where: { id }, data: { text, removedAt: null } });
    await announceThreads(tx, actor, story);
  });
}

/** Closes a conversation, as anybody may who can take part in it. Suggestions are accepted or refused instead. */
export async function resolveThread(actor: Actor, input: z.input<typeof threadIdInput>): Promise<void> {
  authorize(actor, "comment.write");
  const { id } = threadIdInput.parse(input);
  await transaction(async (tx) => {
    const thread = await lockThread(tx, id);
    const story = await storyOfThread(tx, thread.storyId);
    if (thread.kind === "suggestion") {
      throw new AppError("invalid", "A suggestion is accepted or refused.");
    }
    if (thread.state !== "open") throw new AppError("conflict", "This thread was resolved already.");
    await settle(tx, actor, id, "resolved");
    await announceThreads(tx, actor, story);
  });
}

/** Opens a resolved conversation again, or a refused suggestion; one that was accepted stands in the text. */
export async function reopenThread(actor: Actor, input: z.input<typeof threadIdInput>): Promise<void> {
  authorize(actor, "comment.write");
  const { id } = threadIdInput.parse(input);
  await transaction(async (tx) => {
    const thread = await lockThread(tx, id);
    const story = await storyOfThread(tx, thread.storyId);
    if (thread.state === "open") throw new AppError("conflict", "This thread is open already.");
    if (thread.state === "accepted") {
      throw new AppError("invalid", "This suggestion stands in the text; change the text instead.");
    }
    const data = { state: "open", settledById: null, settledAt: null, version: { increment: 1 } } as const;
    await tx.thread.update({ where: { id }, data });
    await announceThreads(tx, actor, story);
  });
}

/** Marks a thread as settled by the actor; the caller holds its lock. */
export async function settle(
  tx: Db,
  actor: Actor,
  id: string,
  state: "resolved" | "accepted" | "refused",
): Promise<void> {
  const data = { state, settledById: actor.id, settledAt: new Date(), version: { increment: 1 } } as const;
  await tx.thread.update({ where: { id }, data });
}
