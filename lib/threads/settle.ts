import type { z } from "zod";
import { record } from "@/lib/audit";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Story, Thread } from "@/lib/generated/prisma/client";
import { notify } from "@/lib/notifications/notify";
import { type Actor, authorize } from "@/lib/policy";
import { type RichText, storedRichText } from "@/lib/rich-text/document";
import { lockStory, writeStory } from "@/lib/stories/save";
import { type Anchor, findAnchor } from "@/lib/threads/anchor";
import { applyReplacement } from "@/lib/threads/apply";
import { settle } from "@/lib/threads/commands";
import { lockThread, type StoryOfThread, storyOfThread } from "@/lib/threads/lock";
import { textOfPart } from "@/lib/threads/part-text";
import { threadIdInput } from "@/lib/threads/schema";
import { announceThreads } from "@/lib/threads/tell";

/** The words of a story as an accepted suggestion left them. `savedAt` is an ISO moment. */
export interface AcceptedWords {
  storyId: string;
  version: number;
  savedAt: string;
  headline: string;
  body: RichText;
  whyItMatters: RichText;
}

type Words = Pick<AcceptedWords, "headline" | "body" | "whyItMatters">;

const CHANGED =
  "The words have changed since this was suggested, so that it no longer fits. Change them by hand, or refuse it.";

/**
 * Takes a suggestion into the story's words as they stand now: one more version, by the same path as any save. Throws AppError
 * "conflict" when the words have changed so that it no longer fits, or when it was settled already.
 */
export async function acceptSuggestion(
  actor: Actor,
  input: z.input<typeof threadIdInput>,
): Promise<AcceptedWords> {
  authorize(actor, "comment.write");
  const { id } = threadIdInput.parse(input);
  return transaction(async (tx) => {
    const { storyId } = await lockThreadless(tx, id);
    // The story before the thread, as everywhere.
    const story = await lockStory(tx, actor, storyId);
    authorize(actor, "suggestion.settle", { ownerId: story.authorId });
    const thread = await lockOpenSuggestion(tx, id);
    const changed = changedWords(story, thread);
    const saved = await writeStory(tx, actor, { id: storyId, version: story.version, ...changed });
    await settle(tx, actor, id, "accepted");
    await record(tx, actor, "suggestion.accept", "Thread", id, { storyId, version: saved.version });
    const about = await storyOfThread(tx, storyId);
    await tellSettled(tx, actor, thread, about);
    return { storyId, ...saved, ...wordsOf(story), ...changed };
  });
}

/** Turns a suggestion down; whoever made it may take it back. The words stay as they are. */
export async function refuseSuggestion(actor: Actor, input: z.input<typeof threadIdInput>): Promise<void> {
  authorize(actor, "comment.write");
  const { id } = threadIdInput.parse(input);
  await transaction(async (tx) => {
    const thread = await lockOpenSuggestion(tx, id);
    const story = await storyOfThread(tx, thread.storyId);
    const isOwn = actor.id !== null && thread.authorId === actor.id;
    if (!isOwn) authorize(actor, "suggestion.settle", { ownerId: story.authorId });
    await settle(tx, actor, id, "refused");
    await tellSettled(tx, actor, thread, story);
  });
}

/** Which story a thread is about: that never changes, so it may be read before the locks. */
async function lockThreadless(tx: Db, id: string): Promise<{ storyId: string }> {
  const thread = await tx.thread.findUnique({ where: { id }, select: { storyId: true } });
  if (thread === null) throw new AppError("not-found", "This suggestion does not exist any more.");
  return thread;
}

async function lockOpenSuggestion(tx: Db, id: string): Promise<Thread> {
  const thread = await lockThread(tx, id);
  if (thread.kind !== "suggestion") throw new AppError("invalid", "This is a comment: resolve it instead.");
  if (thread.state === "open") return thread;
  const done = thread.state === "accepted" ? "accepted" : "refused";
  throw new AppError("conflict", `Someone else ${done} this suggestion meanwhile.`);
}

async function tellSettled(tx: Db, actor: Actor, thread: Thread, story: StoryOfThread): Promise<void> {
  const about = { issueId: story.issueId, storyId: story.id, threadId: thread.id };
  const recipients = thread.authorId === null ? [] : [thread.authorId];
  await notify(tx, actor, recipients, { ...about, kind: "suggestionSettled" });
  await announceThreads(tx, actor, story);
}

function wordsOf(story: Story): Words {
  const { headline, body, whyItMatters } = story;
  return { headline, body: storedRichText(body), whyItMatters: storedRichText(whyItMatters) };
}

/** The one part that the suggestion changes, with the change made. */
function changedWords(story: Story, thread: Thread): Partial<Words> {
  const words = wordsOf(story);
  const { part, exact, prefix, suffix, replacement } = thread;
  if (part === null || replacement === null) throw new AppError("invalid", "This suggestion names no words.");
  const anchor = findAnchor(textOfPart(words, part), { exact, prefix, suffix, start: thread.start ?? 0 });
  if (anchor?.certainty !== "exact") throw new AppError("conflict", CHANGED);
  if (part === "headline") return { headline: changedLine(words.headline, anchor, replacement) };
  const changed = applyReplacement(words[part], anchor, replacement);
  if (changed === null) {
    throw new AppError(
      "conflict",
      "These words lie in several paragraphs now. Change them by hand, or refuse it.",
    );
  }
  return { [part]: changed };
}

function changedLine(line: string, { start, end }: Anchor, replacement: string): string {
  const changed = (line.slice(0, start) + replacement.replace(/\s+/g, " ") + line.slice(end)).trim();
  if (changed === "") throw new AppError("invalid", "A story needs a headline: this would leave none.");
  return changed;
}
