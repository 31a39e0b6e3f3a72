import { isoDate } from "@/lib/dates";
import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { completeLabels } from "@/lib/issues/labels";
import type { IssueWords, LeftStory, SectionDraft, StoryDraft } from "@/lib/issues/schema";
import { storedRichText } from "@/lib/rich-text/document";
import { deskSourceLine } from "@/lib/sources/lines";
import { work, workParts } from "@/lib/workflow/read-work";

/** Everything the desk shows of a story. */
export const storyParts = {
  ...workParts,
  author: { select: { name: true } },
  sources: { orderBy: { position: "asc" }, include: { source: true } },
} as const satisfies Prisma.StoryInclude;

/** Everything the desk shows of an issue. */
export const issueParts = {
  ...workParts,
  highlights: {
    orderBy: { position: "asc" },
    include: { stories: { orderBy: { position: "asc" } } },
  },
  sections: {
    orderBy: { position: "asc" },
    include: { stories: { orderBy: { position: "asc" }, include: storyParts } },
  },
  editions: { orderBy: { number: "desc" }, take: 1, select: { number: true, publishedAt: true, hash: true } },
} as const satisfies Prisma.IssueInclude;

export type StoryRow = Prisma.StoryGetPayload<{ include: typeof storyParts }>;
export type IssueRow = Prisma.IssueGetPayload<{ include: typeof issueParts }>;

/** The row as the desk's story; `number` comes from the order, so the caller gives it. */
export function storyDraft(row: StoryRow, number: number | null): StoryDraft {
  return {
    id: row.id,
    anchor: row.anchor,
    number,
    headline: row.headline,
    body: storedRichText(row.body),
    whyItMatters: storedRichText(row.whyItMatters),
    authorId: row.authorId,
    authorName: row.author?.name ?? null,
    ...work(row),
    version: row.version,
    followsId: row.followsId,
    sources: row.sources.map(deskSourceLine),
  };
}

/** Sections in order, their stories numbered through the whole issue. */
export function sectionDrafts(rows: IssueRow["sections"]): SectionDraft[] {
  let number = 0;
  return rows.map((section) => ({
    id: section.id,
    title: section.title,
    version: section.version,
    stories: section.stories.map((story) => {
      number += 1;
      return storyDraft(story, number);
    }),
  }));
}

/** The stories that highlights of the issue point at and that do not stand in it, by headline. */
export async function readLeftStories(
  db: Db,
  issue: Pick<IssueRow, "id" | "highlights">,
): Promise<LeftStory[]> {
  const linked = issue.highlights.flatMap((highlight) => highlight.stories.map((link) => link.storyId));
  if (linked.length === 0) return [];
  const rows = await db.story.findMany({
    where: { id: { in: linked }, OR: [{ sectionId: null }, { section: { issueId: { not: issue.id } } }] },
    orderBy: { headline: "asc" },
    select: { id: true, headline: true, trashedAt: true, section: { select: { issueId: true } } },
  });
  return rows.map(({ id, headline, trashedAt, section }) => ({
    id,
    headline,
    where: section ? "elsewhere" : trashedAt ? "trash" : "backlog",
    issueId: section?.issueId ?? null,
  }));
}

/** The issue's own words, labels completed by the publication's (`houseLabels`, as stored). */
export function issueWords(
  row: Omit<IssueRow, "sections" | "editions" | keyof typeof workParts>,
  houseLabels: unknown,
): IssueWords {
  return {
    title: row.title,
    number: row.number,
    slug: row.slug,
    standfirst: row.standfirst,
    week: { from: isoDate(row.weekFrom), to: isoDate(row.weekTo) },
    labels: completeLabels(houseLabels, row.labels),
    introduction: storedRichText(row.introduction),
    highlights: row.highlights.map((highlight) => ({
      id: highlight.id,
      text: highlight.text,
      storyIds: highlight.stories.map((link) => link.storyId),
    })),
    thesis: row.thesis,
    closing: storedRichText(row.closing),
    feedbackPrompt: row.feedbackPrompt,
    version: row.version,
  };
}

/** The issue's row with all its parts. Throws AppError "not-found", also for one in the trash. */
export async function readIssue(db: Db, id: string): Promise<IssueRow> {
  const row = await db.issue.findFirst({ where: { id, trashedAt: null }, include: issueParts });
  if (row === null) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  return row;
}

/** Settings until somebody changes them: those of the schema. */
const UNTOUCHED = { name: "Plumbline", tagline: "", language: "en", labels: {} };

/** What the publication is called and how it words its fixed parts. */
export async function readPublication(db: Db) {
  const select = { name: true, tagline: true, language: true, labels: true };
  return (await db.publication.findUnique({ where: { id: 1 }, select })) ?? UNTOUCHED;
}
