import type { z } from "zod";
import { dateColumn } from "@/lib/dates";
import { type Db, transaction } from "@/lib/db";
import { equal } from "@/lib/equal";
import { AppError } from "@/lib/errors";
import { type Issue, Prisma } from "@/lib/generated/prisma/client";
import { lockIssue } from "@/lib/issues/lock";
import { readOwnWords, wordsDocument } from "@/lib/issues/own-words";
import { type IssueWords, saveIssueInput } from "@/lib/issues/schema";
import { announce } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { keepRevision } from "@/lib/revisions/keep";
import { richTextColumn } from "@/lib/rich-text/column";
import { loseIssueApproval } from "@/lib/workflow/approval";

type Input = z.output<typeof saveIssueInput>;

function columns(input: Input): Prisma.IssueUpdateInput {
  const { week, introduction, closing, highlights: _, id: __, version: ___, ...plain } = input;
  return {
    ...plain,
    ...(week && { weekFrom: dateColumn(week.from), weekTo: dateColumn(week.to) }),
    ...(introduction && { introduction: richTextColumn(introduction) }),
    ...(closing && { closing: richTextColumn(closing) }),
  };
}

/** Replaces the list; a highlight keeps its row where its id is known, and points only at existing stories. */
async function writeHighlights(tx: Db, issueId: string, highlights: NonNullable<Input["highlights"]>) {
  const wanted = [...new Set(highlights.flatMap((highlight) => highlight.storyIds))];
  const stories = await tx.story.findMany({ where: { id: { in: wanted } }, select: { id: true } });
  const known = new Set(stories.map((story) => story.id));
  const own = await tx.highlight.findMany({ where: { issueId }, select: { id: true } });
  const free = new Set(own.map((highlight) => highlight.id));
  await tx.highlight.deleteMany({ where: { issueId } });
  for (const [index, { id, text, storyIds }] of highlights.entries()) {
    const links = [...new Set(storyIds)].filter((storyId) => known.has(storyId));
    await tx.highlight.create({
      data: {
        ...(id && free.delete(id) && { id }),
        issueId,
        text,
        position: index + 1,
        stories: { create: links.map((storyId, place) => ({ storyId, position: place + 1 })) },
      },
    });
  }
}

function translate(error: unknown, input: Input): unknown {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError) || error.code !== "P2002") return error;
  const about = JSON.stringify(error.meta ?? {}) + error.message;
  if (about.includes("slug")) {
    return new AppError("invalid", `Another issue has the address “${input.slug}” already; choose another.`);
  }
  return new AppError("invalid", `There is an issue ${input.number} already; choose another number.`);
}

/** Why a write is kept: written by hand unless said otherwise. */
interface Why {
  reason: "autosave" | "restore";
  name?: string;
}

/** What readers would see of the words: neither their version nor the rows that highlights are kept in. */
function asRead({ version: _, highlights, ...words }: IssueWords) {
  return { ...words, highlights: highlights.map(({ text, storyIds }) => ({ text, storyIds })) };
}

/** `saveIssue` within the caller's transaction; the issue is locked from here on. */
export async function writeIssue(
  tx: Db,
  actor: Actor,
  input: Input,
  why: Why = { reason: "autosave" },
): Promise<{ version: number }> {
  await lockIssue(tx, input.id);
  const current = await tx.issue.findUniqueOrThrow({ where: { id: input.id } });
  if (current.version !== input.version) {
    throw new AppError("conflict", "Someone else changed this issue meanwhile; nothing was overwritten.", {
      current: await readOwnWords(tx, input.id),
      ...(await lastWriter(tx, input.id)),
    });
  }
  const published = current.publicationState !== "unpublished";
  if (published && input.slug !== undefined && input.slug !== current.slug) {
    throw new AppError(
      "invalid",
      "The address of a published issue stays: links to it are out in the world.",
    );
  }
  if (published && input.number !== undefined && input.number !== current.number) {
    throw new AppError("invalid", "The number of a published issue stays: readers may have cited it.");
  }
  const before = await readOwnWords(tx, input.id);
  const version = input.version + 1;
  await tx.issue.update({ where: { id: input.id }, data: { ...columns(input), version } });
  if (input.highlights) await writeHighlights(tx, input.id, input.highlights);
  const words = await readOwnWords(tx, input.id);
  const isApproved = current.workflowState === "approved";
  if (isApproved && !equal(asRead(before), asRead(words))) await loseIssueApproval(tx, actor, input.id);
  const kept = { version, document: wordsDocument(words), ...why };
  await keepRevision(tx, actor, { issueId: input.id }, kept, standing(current, before));
  await announce(tx, { what: "words", issueId: input.id, storyId: null, by: actor.id, version });
  return { version };
}

/** The words that stand before a save; the first ones are those of who made the issue. */
function standing({ version, createdById, updatedAt: at }: Issue, before: IssueWords) {
  return { version, document: wordsDocument(before), authorId: version === 1 ? createdById : null, at };
}

/** Who saved the issue's own words last, as far as its revisions say. */
async function lastWriter(tx: Db, issueId: string) {
  const last = await tx.revision.findFirst({
    where: { issueId },
    orderBy: { updatedAt: "desc" },
    include: { author: { select: { id: true, name: true } } },
  });
  return { savedBy: last?.author?.name ?? null, savedById: last?.author?.id ?? null };
}

/**
 * Saves those of the issue's own words that are given, on top of the version they were based on.
 * Throws AppError "conflict" with `{ current: IssueWords, savedBy, savedById }` when that is not the latest, and "invalid" for an
 * address or number that another issue has, or that readers already know.
 */
export async function saveIssue(
  actor: Actor,
  input: z.input<typeof saveIssueInput>,
): Promise<{ version: number }> {
  authorize(actor, "issue.edit");
  const parsed = saveIssueInput.parse(input);
  try {
    return await transaction((tx) => writeIssue(tx, actor, parsed));
  } catch (error) {
    throw translate(error, parsed);
  }
}
