import type { z } from "zod";
import { mirrorMarks } from "@/lib/claims/anchoring";
import { type Db, transaction } from "@/lib/db";
import { equal } from "@/lib/equal";
import { AppError } from "@/lib/errors";
import type { Prisma, Story } from "@/lib/generated/prisma/client";
import { announceStory } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { keepRevision } from "@/lib/revisions/keep";
import { richTextColumn } from "@/lib/rich-text/column";
import { storedRichText } from "@/lib/rich-text/document";
import { type StandingStory, saveStoryInput } from "@/lib/stories/schema";
import { lockIssueAround, loseApproval } from "@/lib/workflow/approval";

type Input = z.output<typeof saveStoryInput>;

/** Neither the story nor the issue around it is in the trash. */
export const notTrashed = {
  trashedAt: null,
  OR: [{ sectionId: null }, { section: { issue: { trashedAt: null } } }],
} satisfies Prisma.StoryWhereInput;

/**
 * The story, locked after the issue around it until the transaction ends, when it can be changed by the actor.
 * Throws AppError "not-found" (also in the trash) or "forbidden".
 */
export async function lockStory(tx: Db, actor: Actor, id: string): Promise<Story> {
  await lockIssueAround(tx, id);
  await tx.$queryRaw`SELECT 1 FROM "Story" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const story = await tx.story.findFirst({ where: { id, ...notTrashed } });
  if (story === null)
    throw new AppError("not-found", "This story or its issue was removed; restore it to go on writing.");
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

/** Why a write is kept: written by hand unless said otherwise. */
interface Why {
  reason: "autosave" | "restore";
  name?: string;
}

/** `saveStory` within the caller's transaction; the story is locked from here on. */
export async function writeStory(
  tx: Db,
  actor: Actor,
  input: Input,
  why: Why = { reason: "autosave" },
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
  const isOtherwise = await mirrorMarks(tx, story.id, [body, whyItMatters]);
  if (isOtherwise) await announceStory(tx, "claims", story.id, actor.id);
  const { headline: was, body: wasBody, whyItMatters: wasWhy } = story;
  if (!equal(words, { headline: was, body: wasBody, whyItMatters: wasWhy }))
    await loseApproval(tx, actor, story.id);
  await keepRevision(tx, actor, { storyId: story.id }, { version, document: words, ...why }, before(story));
  await announceStory(tx, "story", story.id, actor.id, version);
  return { version, savedAt: saved.updatedAt.toISOString() };
}

/** The words that stand before a save; the first ones are their author's. */
function before(story: Story) {
  const { version, headline, authorId, updatedAt: at } = story;
  const body = richTextColumn(storedRichText(story.body));
  const whyItMatters = richTextColumn(storedRichText(story.whyItMatters));
  return {
    version,
    document: { headline, body, whyItMatters },
    authorId: version === 1 ? authorId : null,
    at,
  };
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
  return transaction((tx) => writeStory(tx, actor, parsed));
}
