import { isoDate } from "@/lib/dates";
import { db } from "@/lib/db";
import { differsFromEdition } from "@/lib/editions/build";
import { AppError } from "@/lib/errors";
import {
  issueWords,
  readIssue,
  readLeftStories,
  readPublication,
  sectionDrafts,
} from "@/lib/issues/read-draft";
import type { IssueDraft, IssueSummary, LatestEdition } from "@/lib/issues/schema";
import { type Actor, authorize } from "@/lib/policy";
import { work } from "@/lib/workflow/read-work";

function latest(editions: { number: number; publishedAt: Date }[]): LatestEdition | null {
  const [edition] = editions;
  return edition ? { number: edition.number, publishedAt: edition.publishedAt.toISOString() } : null;
}

/** Every issue that is not in the trash: unpublished first, then by number and age, newest first. */
export async function listIssues(actor: Actor): Promise<IssueSummary[]> {
  authorize(actor, "issue.read");
  const rows = await db().issue.findMany({
    where: { trashedAt: null },
    orderBy: [{ number: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    include: {
      editions: { orderBy: { number: "desc" }, take: 1, select: { number: true, publishedAt: true } },
      sections: { select: { stories: { select: { updatedAt: true } } } },
    },
  });
  return Promise.all(
    rows.map(async (row) => {
      const stories = row.sections.flatMap((section) => section.stories);
      const touched = Math.max(Number(row.updatedAt), ...stories.map((story) => Number(story.updatedAt)));
      const edition = latest(row.editions);
      // Comparing with what readers see means building the whole issue, so only where something was saved since.
      const maybeChanged = edition !== null && touched > Date.parse(edition.publishedAt);
      return {
        id: row.id,
        number: row.number,
        slug: row.slug,
        title: row.title,
        week: { from: isoDate(row.weekFrom), to: isoDate(row.weekTo) },
        workflowState: row.workflowState,
        publicationState: row.publicationState,
        stories: stories.length,
        updatedAt: new Date(touched).toISOString(),
        latestEdition: edition,
        changedSincePublished: maybeChanged && (await differsFromEdition(db(), row.id)),
      };
    }),
  );
}

/** The whole draft of an issue. Throws AppError "not-found". */
export async function getIssue(actor: Actor, id: string): Promise<IssueDraft> {
  authorize(actor, "issue.read");
  const [row, publication] = await Promise.all([readIssue(db(), id), readPublication(db())]);
  return {
    ...issueWords(row, publication.labels),
    id: row.id,
    ...work(row),
    publicationState: row.publicationState,
    orderVersion: row.orderVersion,
    latestEdition: latest(row.editions),
    changedSincePublished: row.editions.length > 0 && (await differsFromEdition(db(), row.id)),
    sections: sectionDrafts(row.sections),
    leftStories: await readLeftStories(db(), row),
  };
}

/** What an issue is called on the way to it: "Issue 12", or its title. Throws AppError "not-found", also in the trash. */
export async function getIssueName(actor: Actor, id: string): Promise<string> {
  authorize(actor, "issue.read");
  const row = await db().issue.findFirst({
    where: { id, trashedAt: null },
    select: { number: true, title: true },
  });
  if (row === null) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  return row.number === null ? row.title : `Issue ${row.number}`;
}
