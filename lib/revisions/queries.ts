import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { completeLabels } from "@/lib/issues/labels";
import { ownWordsDocument } from "@/lib/issues/own-words";
import { type Actor, authorize } from "@/lib/policy";
import { type ComparedPassage, compare, type Passage } from "@/lib/revisions/compare";
import { issueDocument, storyDocument } from "@/lib/revisions/document";
import { NEWEST_FIRST } from "@/lib/revisions/keep";
import { issuePassages, storyPassages } from "@/lib/revisions/passages";
import { AS_IT_STANDS, type RevisionLine, type RevisionTarget } from "@/lib/revisions/schema";

/** No screen lists more; older ones are kept all the same. */
const MOST_LISTED = 300;

const lineParts = {
  id: true,
  version: true,
  reason: true,
  name: true,
  updatedAt: true,
  author: { select: { name: true } },
} as const satisfies Prisma.RevisionSelect;

type LineRow = Prisma.RevisionGetPayload<{ select: typeof lineParts }>;

/** The document as it stands. Throws AppError "not-found", also for one in the trash. */
async function standing(target: RevisionTarget) {
  const isThere = { trashedAt: null };
  if ("storyId" in target) {
    const where = { id: target.storyId, ...isThere };
    const story = await db().story.findFirst({ where, include: { author: { select: { name: true } } } });
    if (story === null) throw new AppError("not-found", "This story does not exist, or it was removed.");
    return { version: story.version, updatedAt: story.updatedAt, author: story.author };
  }
  const where = { id: target.issueId, ...isThere };
  const issue = await db().issue.findFirst({ where, include: { createdBy: { select: { name: true } } } });
  if (issue === null) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  return { version: issue.version, updatedAt: issue.updatedAt, author: issue.createdBy };
}

function authorizeReading(actor: Actor, target: RevisionTarget): void {
  authorize(actor, "storyId" in target ? "story.read" : "issue.read");
}

function lineOf(row: LineRow, isCurrent: boolean): RevisionLine {
  const { id, version, reason, name, author, updatedAt } = row;
  return { id, version, reason, name, author: author?.name ?? null, at: updatedAt.toISOString(), isCurrent };
}

/**
 * The versions of a story or of an issue's own words, current first, 300 at most. Where no revision holds the words that
 * stand, they come first as AS_IT_STANDS. Throws AppError "not-found", also for what is in the trash.
 */
export async function listRevisions(actor: Actor, target: RevisionTarget): Promise<RevisionLine[]> {
  authorizeReading(actor, target);
  const [now, rows] = await Promise.all([
    standing(target),
    db().revision.findMany({
      where: target,
      orderBy: NEWEST_FIRST,
      take: MOST_LISTED,
      select: lineParts,
    }),
  ]);
  const isKept = rows[0] !== undefined && rows[0].version >= now.version;
  const lines = rows.map((row, index) => lineOf(row, isKept && index === 0));
  if (isKept) return lines;
  // Only the first version is known to be its author's.
  const author = now.version === 1 ? now.author : null;
  const unkept = { ...now, author, id: AS_IT_STANDS, reason: "autosave", name: null } as const;
  return [lineOf(unkept, true), ...lines];
}

/** The words of one version, as they were stored. Throws AppError "not-found". */
export async function getRevision(actor: Actor, target: RevisionTarget, id: string): Promise<unknown> {
  authorizeReading(actor, target);
  if (id !== AS_IT_STANDS) {
    const row = await db().revision.findFirst({ where: { ...target, id }, select: { document: true } });
    if (row === null) throw new AppError("not-found", "This version does not exist.");
    return row.document;
  }
  await standing(target);
  if ("issueId" in target) return ownWordsDocument(db(), target.issueId);
  const select = { headline: true, body: true, whyItMatters: true };
  return db().story.findUniqueOrThrow({ where: { id: target.storyId }, select });
}

/** The house's or the issue's own word for the box of a story. */
async function whyLabel(storyId: string): Promise<string> {
  const [publication, story] = await Promise.all([
    db().publication.findUnique({ where: { id: 1 }, select: { labels: true } }),
    db().story.findUnique({
      where: { id: storyId },
      select: { section: { select: { issue: { select: { labels: true } } } } },
    }),
  ]);
  return completeLabels(publication?.labels, story?.section?.issue.labels).whyItMatters;
}

/** Versions as parts that can be compared. */
async function passagesOf(target: RevisionTarget, documents: unknown[]): Promise<Passage[][]> {
  if ("storyId" in target) {
    const label = await whyLabel(target.storyId);
    return documents.map((document) => storyPassages(storyDocument.parse(document), label));
  }
  const words = documents.map((document) => issueDocument.parse(document));
  const ids = words.flatMap(({ highlights }) => highlights.flatMap(({ storyIds }) => storyIds));
  const where = { id: { in: [...new Set(ids)] } };
  const stories = await db().story.findMany({ where, select: { id: true, headline: true } });
  const headlines = new Map(stories.map((story) => [story.id, story.headline]));
  return words.map((one) => issuePassages(one, headlines));
}

/** One version beside another. */
export interface Comparison {
  shown: RevisionLine;
  /** What it is compared with; null for the first version, which has none before it. */
  base: RevisionLine | null;
  passages: ComparedPassage[];
}

/**
 * Compares a version (by default the current one) with another (by default the one before it): of the two the older one
 * is "before". `lines` are those of listRevisions. Throws AppError "not-found" for a version that is not among them.
 */
export async function compareRevisions(
  actor: Actor,
  target: RevisionTarget,
  lines: RevisionLine[],
  chosen: { shown?: string | undefined; base?: string | undefined },
): Promise<Comparison> {
  const at = (id: string) => lines.findIndex((line) => line.id === id);
  const place = chosen.shown === undefined ? 0 : at(chosen.shown);
  const other = chosen.base === undefined ? place + 1 : at(chosen.base);
  const [shown, base] = [lines[place], lines[other] ?? null];
  if (!shown || other === -1) throw new AppError("not-found", "This version does not exist.");
  const [newer, older] = other > place || base === null ? [shown, base ?? shown] : [base, shown];
  const documents = await Promise.all([older, newer].map((line) => getRevision(actor, target, line.id)));
  const [before = [], after = []] = await passagesOf(target, documents);
  return { shown, base, passages: compare(before, after) };
}
