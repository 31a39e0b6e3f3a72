import type { TableAsked } from "@/lib/claims/table/address";
import { draftRows, issueRows } from "@/lib/claims/table/drafts";
import { publishedRows } from "@/lib/claims/table/published";
import { type ClaimRow, inReadingOrder } from "@/lib/claims/table/row";
import { selectRows, sortRows } from "@/lib/claims/table/select";
import { db } from "@/lib/db";
import { knownOf, readEntities } from "@/lib/entities/names";
import { resolve } from "@/lib/entities/resolve";
import { AppError } from "@/lib/errors";
import { type Actor, authorize } from "@/lib/policy";

/** A table: the rows that were asked for, in order, and what there is to choose from. */
export interface ClaimTable {
  rows: ClaimRow[];
  /** How many there are without the filter. */
  all: number;
  /** By name, for the field of speakers. */
  speakers: string[];
  /** Titles and publishers, for the field of sources. */
  sources: string[];
  /** The issues that have rows, the newest first. */
  issues: { id: string; name: string }[];
  hasBacklog: boolean;
}

const names = (all: (string | null)[]) =>
  [...new Set(all.filter((name): name is string => name !== null && name !== ""))].sort((a, b) =>
    a.localeCompare(b, "en"),
  );

function issuesOf(rows: readonly ClaimRow[]): ClaimTable["issues"] {
  const issues = new Map(rows.flatMap(({ issue }) => (issue ? [[issue.id, issue] as const] : [])));
  return [...issues.values()].map(({ id, number, title }) => ({
    id,
    name: number === null ? title : `${number}: ${title}`,
  }));
}

async function tableOf(all: ClaimRow[], asked: TableAsked): Promise<ClaimTable> {
  const known = knownOf(await readEntities(db()));
  const asking = resolve(known, asked.speaker);
  const isTheirs = (speaker: string) => asking !== null && resolve(known, speaker)?.id === asking.id;
  return {
    rows: sortRows(selectRows(all, asked, isTheirs), asked),
    all: all.length,
    speakers: names(all.map(({ speaker }) => speaker)),
    sources: names(
      all.flatMap(({ sources }) => sources.flatMap(({ title, publisher }) => [title, publisher])),
    ),
    issues: issuesOf(all),
    hasBacklog: all.some(({ issue }) => issue === null),
  };
}

/** Every claim and analysis that was ever published, and with `asked.drafts` those that readers have not had yet. */
export async function publishedTable(actor: Actor, asked: TableAsked): Promise<ClaimTable> {
  authorize(actor, "issue.read");
  const published = await publishedRows();
  if (!asked.drafts) return tableOf(published, asked);
  const drafts = await draftRows(new Set(published.map(({ id }) => id)));
  return tableOf([...published, ...drafts].sort(inReadingOrder), asked);
}

/** The claims and analyses of an issue's draft. Throws AppError "not-found", also for one in the trash. */
export async function issueTable(
  actor: Actor,
  issueId: string,
  asked: TableAsked,
): Promise<ClaimTable & { issue: { id: string; number: number | null; title: string; slug: string } }> {
  authorize(actor, "issue.read");
  const issue = await db().issue.findFirst({
    where: { id: issueId, trashedAt: null },
    select: { id: true, number: true, title: true, slug: true },
  });
  if (issue === null) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  return { ...(await tableOf(await issueRows(issueId), { ...asked, issue: null })), issue };
}

/** Where these rows stand on the desk, by their story's anchor; one that is gone or in the trash is missing. */
export async function deskPlaces(
  actor: Actor,
  rows: readonly ClaimRow[],
): Promise<Map<string, { storyId: string; issueId: string | null }>> {
  authorize(actor, "issue.read");
  const stories = await db().story.findMany({
    where: {
      anchor: { in: rows.map(({ story }) => story.anchor) },
      trashedAt: null,
      OR: [{ sectionId: null }, { section: { issue: { trashedAt: null } } }],
    },
    select: { id: true, anchor: true, section: { select: { issueId: true } } },
  });
  return new Map(
    stories.map(({ id, anchor, section }) => [anchor, { storyId: id, issueId: section?.issueId ?? null }]),
  );
}
