import { z } from "zod";
import { record } from "@/lib/audit";
import { dateColumn } from "@/lib/dates";
import { type Db, db, transaction } from "@/lib/db";
import { importedIssue } from "@/lib/importers/imported-issue";
import { makeSources, writeHighlights, writeSections } from "@/lib/importers/write-parts";
import { ownWordsDocument } from "@/lib/issues/own-words";
import { freeSlug } from "@/lib/issues/slug";
import { parse } from "@/lib/parse";
import { type Actor, authorize } from "@/lib/policy";
import { keepRevision } from "@/lib/revisions/keep";
import { richTextColumn } from "@/lib/rich-text/column";

const importReport = z.strictObject({
  format: z.enum(["text", "markdown"]),
  titleFrom: z.enum(["text", "fileName"]),
  wordsIn: z.int().nonnegative(),
  wordsOut: z.int().nonnegative(),
  unplaced: z.array(z.strictObject({ text: z.string(), where: z.string(), line: z.int() })),
});

/** What reading a file gave, corrected or not by an editor. `sha256` is of the file's bytes. */
export const importIssueInput = z.strictObject({
  fileName: z.string().trim().min(1).max(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  issue: importedIssue,
  report: importReport,
});

export interface Imported {
  issueId: string;
  slug: string;
  /** True when this very file had become an issue before; nothing was written then. */
  alreadyImported: boolean;
  /** The number that the file gave and another issue has: this one came in without. */
  numberTaken: number | null;
}

/** The issue that a file with these bytes became, unless it is in the trash; null for a new file. */
export async function findImported(actor: Actor, sha256: string, tx: Db = db()): Promise<Imported | null> {
  authorize(actor, "issue.import");
  const file = await tx.importedFile.findFirst({
    where: { sha256, issue: { trashedAt: null } },
    include: { issue: { select: { id: true, slug: true } } },
  });
  return file && { issueId: file.issue.id, slug: file.issue.slug, alreadyImported: true, numberTaken: null };
}

/** Every number that an issue has, those in the trash included: a number is given once. */
export async function takenNumbers(actor: Actor): Promise<number[]> {
  authorize(actor, "issue.import");
  const issues = await db().issue.findMany({ where: { number: { not: null } }, select: { number: true } });
  return issues.flatMap(({ number }) => number ?? []);
}

async function write(tx: Db, actor: Actor, input: z.output<typeof importIssueInput>): Promise<Imported> {
  const { issue, fileName, sha256, report } = input;
  // Two imports of one file at once: the second waits here, and then finds the first one's issue.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${sha256}))`;
  const known = await findImported(actor, sha256, tx);
  if (known) return known;
  const isTaken = issue.number !== null && (await tx.issue.count({ where: { number: issue.number } })) > 0;
  const { id, slug } = await tx.issue.create({
    data: {
      title: issue.title,
      number: isTaken ? null : issue.number,
      slug: await freeSlug(tx, issue.title),
      standfirst: issue.standfirst,
      weekFrom: dateColumn(issue.week.from),
      weekTo: dateColumn(issue.week.to),
      labels: issue.labels,
      introduction: richTextColumn(issue.introduction),
      thesis: issue.thesis,
      closing: richTextColumn(issue.closing),
      feedbackPrompt: issue.feedbackPrompt,
      createdById: actor.id,
    },
  });
  await makeSources(tx, issue);
  const storyIds = await writeSections(tx, actor, id, issue);
  await writeHighlights(tx, id, issue, storyIds);
  const file = { fileName, issueId: id, report, importedById: actor.id, importedAt: new Date() };
  await tx.importedFile.upsert({ where: { sha256 }, create: { sha256, ...file }, update: file });
  const document = await ownWordsDocument(tx, id);
  await keepRevision(tx, actor, { issueId: id }, { version: 1, document, reason: "import", name: fileName });
  await record(tx, actor, "issue.import", "Issue", id, { fileName, sha256 });
  return { issueId: id, slug, alreadyImported: false, numberTaken: isTaken ? issue.number : null };
}

/**
 * Makes a draft issue of what a file said, in one transaction. The same bytes again answer the issue they became
 * before, unless that is in the trash.
 */
export async function importIssue(actor: Actor, input: z.input<typeof importIssueInput>): Promise<Imported> {
  authorize(actor, "issue.import");
  const parsed = parse(importIssueInput, input);
  return transaction((tx) => write(tx, actor, parsed));
}
