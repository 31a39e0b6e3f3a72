import type { z } from "zod";
import { record } from "@/lib/audit";
import { raise, TAGS } from "@/lib/cache";
import { type Db, transaction } from "@/lib/db";
import { compileEdition, readsTheSame } from "@/lib/editions/build";
import { takeNextIssueNumber } from "@/lib/editions/number";
import { type PublishableIssue, readPublishable } from "@/lib/editions/read-issue";
import type { Edition } from "@/lib/editions/schema";
import { ensureSpeakers } from "@/lib/entities/ensure";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { lockIssue } from "@/lib/issues/lock";
import { ownWordsDocument } from "@/lib/issues/own-words";
import { readPublication } from "@/lib/issues/read-draft";
import { announce } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
import { preflightOf } from "@/lib/preflight/queries";
import { type Override, publishIssueInput } from "@/lib/preflight/schema";
import { keepRevision } from "@/lib/revisions/keep";
import { richTextColumn } from "@/lib/rich-text/column";
import { storedRichText } from "@/lib/rich-text/document";

/** Where readers find what was published. */
export interface Published {
  slug: string;
  /** 1 for the first publication of the issue. */
  edition: number;
  hash: string;
}

type Wish = z.output<typeof publishIssueInput>;

/** Locks every story of the issue, so that no save lands between two reads of the edition. */
async function lockStories(tx: Db, issueId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT "Story"."id" FROM "Story" JOIN "Section" ON "Section"."id" = "Story"."sectionId"
    WHERE "Section"."issueId" = ${issueId}::uuid ORDER BY "Story"."id" FOR SHARE OF "Story"`;
}

/** The words of the issue and of every story as they were published, so that a later autosave does not take their place. */
async function keepPublished(tx: Db, actor: Actor, issue: PublishableIssue, edition: Edition): Promise<void> {
  const name = `edition ${edition.edition}`;
  for (const { id, version, headline, body, whyItMatters } of issue.sections.flatMap(
    (section) => section.stories,
  )) {
    const document = {
      headline,
      body: richTextColumn(storedRichText(body)),
      whyItMatters: richTextColumn(storedRichText(whyItMatters)),
    };
    await keepRevision(tx, actor, { storyId: id }, { version, document, reason: "publish", name });
  }
  const document = await ownWordsDocument(tx, issue.id);
  const kept = { version: issue.version, document, reason: "publish", name } as const;
  await keepRevision(tx, actor, { issueId: issue.id }, kept);
}

/**
 * What blocks the issue, as an edition keeps it under the reason it was overridden with. Without a reason, or where no reason helps,
 * throws AppError "invalid" with the blocking lines as details: { lines }.
 */
async function overridden(tx: Db, id: string, reason: string | null): Promise<Override[]> {
  const lines = (await preflightOf(tx, id)).filter(({ level }) => level === "blocking");
  const final = lines.filter((line) => line.final);
  const [first, ...others] = final.length > 0 || reason !== null ? final : lines;
  if (first) {
    const more = others.length === 0 ? "" : ` And ${others.length} more.`;
    throw new AppError("invalid", `Preflight blocks this issue. ${first.sentence}${more}`, { lines });
  }
  return lines.map(({ rule, key, sentence }) => ({ rule, key, sentence, reason: reason ?? "" }));
}

async function publish(tx: Db, actor: Actor, { id, override }: Wish, at: Date): Promise<Published> {
  await lockIssue(tx, id);
  await lockStories(tx, id);
  const issue = await readPublishable(tx, id);
  const publication = await readPublication(tx);
  const [latest] = issue.editions;
  // A second click, or a second editor: the same words are the same edition.
  if (latest && issue.number !== null && readsTheSame(issue, publication, latest)) {
    return { slug: issue.slug, edition: latest.number, hash: latest.hash };
  }
  const overrides = await overridden(tx, id, override?.reason ?? null);
  const number = issue.number ?? (await takeNextIssueNumber(tx));
  // A number that is given here is one of the issue's own words: open desks take it over with the new version.
  const version = issue.version + (issue.number === null ? 1 : 0);
  const stamp = { edition: (latest?.number ?? 0) + 1, publishedAt: at, number };
  const edition = compileEdition(issue, publication, stamp);
  await tx.edition.create({
    data: {
      issueId: id,
      number: edition.edition,
      document: edition as Edition & Prisma.InputJsonObject,
      hash: edition.hash,
      publishedAt: at,
      publishedById: actor.id,
      overrides: overrides as (Override & Prisma.InputJsonObject)[],
    },
  });
  const published = { number, version, publicationState: "published", updatedAt: at } as const;
  await tx.issue.update({ where: { id }, data: published });
  await keepPublished(tx, actor, { ...issue, version }, edition);
  await record(tx, actor, "issue.publish", "Issue", id, {
    edition: edition.edition,
    hash: edition.hash,
    ...(overrides.length > 0 && { overrides: overrides as (Override & Prisma.InputJsonObject)[] }),
  });
  await ensureSpeakers(tx, actor);
  await raise(tx, [TAGS.editions]);
  await announce(tx, { what: "words", issueId: id, storyId: null, by: actor.id });
  return { slug: issue.slug, edition: edition.edition, hash: edition.hash };
}

/**
 * Publishes the issue as it stands: compiles the next edition and makes it what readers get, all in one transaction.
 * Publishing again without a change answers the edition that is there. Preflight is read in the same transaction: what blocks
 * refuses publishing with AppError "invalid" and details { lines }, unless `override` gives a reason, which the audit log and
 * the edition keep with the lines it overrode. `at` is for trusted callers (the demo); by default now.
 */
export async function publishIssue(
  actor: Actor,
  input: z.input<typeof publishIssueInput>,
  { at = new Date() }: { at?: Date } = {},
): Promise<Published> {
  authorize(actor, "issue.publish");
  const wish = publishIssueInput.parse(input);
  return transaction((tx) => publish(tx, actor, wish, at));
}
