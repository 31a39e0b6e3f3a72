import type { z } from "zod";
import { mirrorMarks } from "@/lib/claims/anchoring";
import { type Db, transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Story } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";
import { keepRevision } from "@/lib/revisions/keep";
import { richTextColumn } from "@/lib/rich-text/column";
import { storedRichText } from "@/lib/rich-text/document";
import { type StandingStory, saveStoryInput } from "@/lib/stories/schema";

type Input = z.output<typeof saveStoryInput>;

/**
 * The story, locked until the transaction ends, when it can be changed by the actor.
 * Throws AppError "not-found" (also in the trash) or "forbidden".
 */
export async function lockStory(tx: Db, actor: Actor, id: string): Promise<Story> {
  await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ${id}::uuid FOR UPDATE`;
  const story = await tx.story.findFirst({ where: { id, trashedAt: null } });
  if (story === null) throw new AppError("not-found", "This story was removed; restore it to go on writing.");
  authorize(actor, "story.write", { ownerId: story.authorId });
  return story;
}

async function standing(tx: Db, story: Story): Promise<StandingStory> {
  const last = await tx.revision.findFirst({
    where: { storyId: story.id },
    orderBy: { updatedAt: "desc" },
    include: { author: { select: { id: true, name: true } } },
  });
  return {
    current: {
      version: story.version,
      headline: story.headline,
      body: storedRichText(story.body),
      whyItMatters: storedRichText(story.whyItMatters),
      savedBy: last?.author?.name ?? null,
      savedById: last?.author?.id ?? null,
      savedAt: story.updatedAt.toISOString(),
    },
  };
}

/** `saveStory` in the caller's transaction. */
export async function saveWords(
  tx: Db,
  actor: Actor,
  input: Input,
): Promise<{ version: number; savedAt: string }> {
  const story = await lockStory(tx, actor, input.id);
  if (story.version !== input.version) {
    const message = "Someone else changed this story meanwhile; nothing was overwritten.";
    throw new AppError("conflict", message, await standing(tx, story));
  }
  const { headline = story.headline } = input;
  const body = input.body ?? storedRichText(story.body);
  const whyItMatters = input.whyItMatters ?? storedRichText(story.whyItMatters);
  const version = story.version + 1;
  const words = { headline, body: richTextColumn(body), whyItMatters: richTextColumn(whyItMatters) };
  const saved = await tx.story.update({ where: { id: story.id }, data: { ...words, version } });
  await mirrorMarks(tx, story.id, [body, whyItMatters]);
  await keepRevision(tx, actor, { storyId: story.id }, { version, document: words, reason: "autosave" });
  return { version, savedAt: saved.updatedAt.toISOString() };
}

/**
 * Saves those of a story's words that are given, on top of the version they were based on; keeps a revision.
 * Throws AppError "conflict" with StandingStory when that version is not the latest.
 */
export async function saveStory(
  actor: Actor,
  input: z.input<typeof saveStoryInput>,
): Promise<{ version: number; savedAt: string }> {
  const parsed = saveStoryInput.parse(input);
  return transaction((tx) => saveWords(tx, actor, parsed));
}
