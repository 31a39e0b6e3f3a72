import { z } from "zod";
import { record } from "@/lib/audit";
import { raise, TAGS } from "@/lib/cache";
import { type Db, transaction } from "@/lib/db";
import { compileEdition } from "@/lib/editions/build";
import { takeNextIssueNumber } from "@/lib/editions/number";
import { lostPictures, pictureIds, undescribedPictures } from "@/lib/editions/pictures";
import { type PublishableIssue, readPublishable } from "@/lib/editions/read-issue";
import type { Edition } from "@/lib/editions/schema";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { lockIssue } from "@/lib/issues/lock";
import { ownWordsDocument } from "@/lib/issues/own-words";
import { readPublication } from "@/lib/issues/read-draft";
import { issueIdInput } from "@/lib/issues/schema";
import { announce } from "@/lib/live/announce";
import { type Actor, authorize } from "@/lib/policy";
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

/** Readers get no picture that some of them cannot see or hear of. Throws AppError "invalid" that names where it stands. */
async function checkPictures(tx: Db, edition: Edition): Promise<void> {
  // An id that is no UUID comes from a damaged text; the column would refuse the question.
  const ids = pictureIds(edition).filter((id) => z.uuid().safeParse(id).success);
  const kept = ids.length
    ? await tx.image.findMany({ where: { id: { in: ids } }, select: { id: true } })
    : [];
  const lost = lostPictures(edition, new Set(kept.map((image) => image.id)));
  if (lost.length > 0) {
    throw new AppError("invalid", lost.map((fault) => fault.sentence).join(" "));
  }
  const undescribed = undescribedPictures(edition);
  if (undescribed.length === 0) return;
  const sentences = undescribed.map((fault) => fault.sentence).join(" ");
  throw new AppError("invalid", `${sentences} Say what it shows, for those who cannot see it; then publish.`);
}

async function publish(tx: Db, actor: Actor, id: string, at: Date): Promise<Published> {
  await lockIssue(tx, id);
  await lockStories(tx, id);
  const issue = await readPublishable(tx, id);
  const publication = await readPublication(tx);
  if (issue.sections.every((section) => section.stories.length === 0)) {
    throw new AppError("invalid", "An issue needs at least one story before it can be published.");
  }
  const number = issue.number ?? (await takeNextIssueNumber(tx));
  const [latest] = issue.editions;
  if (latest) {
    const stamp = { edition: latest.number, publishedAt: latest.publishedAt, number };
    const isUnchanged = compileEdition(issue, publication, stamp).hash === latest.hash;
    // A second click, or a second editor: the same words are the same edition.
    if (isUnchanged) return { slug: issue.slug, edition: latest.number, hash: latest.hash };
  }
  const stamp = { edition: (latest?.number ?? 0) + 1, publishedAt: at, number };
  const edition = compileEdition(issue, publication, stamp);
  await checkPictures(tx, edition);
  await tx.edition.create({
    data: {
      issueId: id,
      number: edition.edition,
      document: edition as Edition & Prisma.InputJsonObject,
      hash: edition.hash,
      publishedAt: at,
      publishedById: actor.id,
    },
  });
  await tx.issue.update({ where: { id }, data: { number, publicationState: "published", updatedAt: at } });
  await keepPublished(tx, actor, issue, edition);
  await record(tx, actor, "issue.publish", "Issue", id, { edition: edition.edition, hash: edition.hash });
  await raise(tx, [TAGS.editions]);
  await announce(tx, { what: "words", issueId: id, storyId: null, by: actor.id });
  return { slug: issue.slug, edition: edition.edition, hash: edition.hash };
}

/**
 * Publishes the issue as it stands: compiles the next edition and makes it what readers get, all in one transaction.
 * Publishing again without a change answers the edition that is there. `at` is for trusted callers (the demo);
 * by default now. Throws AppError "invalid" for an issue without a story, and for one with a picture
 * that has no alternative text.
 */
export async function publishIssue(
  actor: Actor,
  input: z.input<typeof issueIdInput>,
  { at = new Date() }: { at?: Date } = {},
): Promise<Published> {
  authorize(actor, "issue.publish");
  const { id } = issueIdInput.parse(input);
  return transaction((tx) => publish(tx, actor, id, at));
}
