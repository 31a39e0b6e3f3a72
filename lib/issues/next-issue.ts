import { addDays, format } from "date-fns";
import { record } from "@/lib/audit";
import { dateColumn, isoDate } from "@/lib/dates";
import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockIssue } from "@/lib/issues/lock";
import type { Week } from "@/lib/issues/schema";
import { freeSlug } from "@/lib/issues/slug";
import { type Actor, authorize } from "@/lib/policy";
import { richTextColumn } from "@/lib/rich-text/column";
import { EMPTY } from "@/lib/rich-text/document";

/** What tells which of two issues comes first. `weekFrom` is midnight UTC of the week's first day. */
interface Dated {
  id: string;
  number: number | null;
  weekFrom: Date | null;
  createdAt: Date;
}

/** Negative when `one` comes before `other`: by week where both have one, else by number, else by age. */
export function byWeek(one: Dated, other: Dated): number {
  if (one.weekFrom && other.weekFrom && Number(one.weekFrom) !== Number(other.weekFrom)) {
    return Number(one.weekFrom) - Number(other.weekFrom);
  }
  if (one.number !== null && other.number !== null) return one.number - other.number;
  return Number(one.createdAt) - Number(other.createdAt);
}

/** The seven days after `week`; unknown where the week is. */
export function weekAfter(week: Week): Week {
  const end = week.to ?? (week.from && day(week.from, 6));
  return end ? { from: day(end, 1), to: day(end, 7) } : { from: null, to: null };
}

/** `iso` and so many days more. Noon, so that no change of the clocks moves the day. */
function day(iso: string, more: number): string {
  return format(addDays(new Date(`${iso}T12:00:00`), more), "yyyy-MM-dd");
}

/** "Week of 21 March 2026"; "Next week" while nobody has said which. */
export function titleOf(week: Week): string {
  return week.from ? `Week of ${format(new Date(`${week.from}T12:00:00`), "d MMMM yyyy")}` : "Next week";
}

/** Where stories are carried to. */
export interface NextIssue {
  id: string;
  title: string;
  /** True when it was made for this. */
  made: boolean;
}

async function makeNext(tx: Db, actor: Actor, week: Week): Promise<NextIssue> {
  authorize(actor, "issue.create");
  const title = titleOf(week);
  const { id } = await tx.issue.create({
    data: {
      title,
      slug: await freeSlug(tx, title),
      weekFrom: dateColumn(week.from),
      weekTo: dateColumn(week.to),
      introduction: richTextColumn(EMPTY),
      closing: richTextColumn(EMPTY),
      createdById: actor.id,
    },
  });
  await record(tx, actor, "issue.create", "Issue", id, { title });
  return { id, title, made: true };
}

/** Makes everybody who moves stories between issues wait for each other, before any lock on an issue is taken. */
export async function lockBetweenIssues(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plumbline between issues'))`;
}

/**
 * The first unpublished issue after this one, or a new one for the seven days after its week; the caller holds
 * `lockBetweenIssues`, so that two people who carry over at once do not make two. Throws AppError "not-found" for an issue
 * that is not there, "forbidden" where one would have to be made and the actor may not.
 */
export async function findOrMakeNext(tx: Db, actor: Actor, issueId: string): Promise<NextIssue> {
  const issue = await tx.issue.findFirst({ where: { id: issueId, trashedAt: null } });
  if (!issue) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  const drafts = await tx.issue.findMany({
    where: { publicationState: "unpublished", trashedAt: null, id: { not: issueId } },
    select: { id: true, title: true, number: true, weekFrom: true, createdAt: true },
  });
  const [next] = drafts.filter((draft) => byWeek(draft, issue) > 0).sort(byWeek);
  if (next) return { id: next.id, title: next.title, made: false };
  return makeNext(tx, actor, weekAfter({ from: isoDate(issue.weekFrom), to: isoDate(issue.weekTo) }));
}

/** Locks issues until the transaction ends, always in the sequence of their ids, so that no two commands wait for each other. */
export async function lockIssues(tx: Db, issueIds: readonly string[]): Promise<void> {
  for (const id of [...new Set(issueIds)].sort()) await lockIssue(tx, id);
}

/** The issue's section of this title, made at its end where it has none; the issue is locked. */
export async function sectionTitled(
  tx: Db,
  issueId: string,
  title: string,
): Promise<{ id: string; made: boolean }> {
  const standing = await tx.section.findFirst({ where: { issueId, title }, orderBy: { position: "asc" } });
  if (standing) return { id: standing.id, made: false };
  const position = (await tx.section.count({ where: { issueId } })) + 1;
  const { id } = await tx.section.create({ data: { issueId, title, position } });
  return { id, made: true };
}
