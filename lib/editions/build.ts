import type { Db } from "@/lib/db";
import { buildStory, standingClaims } from "@/lib/editions/build-story";
import { hashEdition } from "@/lib/editions/hash";
import { nextIssueNumber } from "@/lib/editions/number";
import { type PublishableIssue, readPublishable } from "@/lib/editions/read-issue";
import { type Edition, type EditionClaim, edition as editionSchema } from "@/lib/editions/schema";
import { issueWords, readPublication } from "@/lib/issues/read-draft";
import { unsettled } from "@/lib/ledger/outcome";
import { plainText } from "@/lib/rich-text/plain-text";

/** What publishing adds to the draft. */
export interface Stamp {
  /** 1 for the first publication of the issue. */
  edition: number;
  publishedAt: Date;
  /** The issue's number, where the draft has none yet. */
  number: number;
}

type Publication = Awaited<ReturnType<typeof readPublication>>;

/**
 * Compiles a draft to the immutable document that readers get: a pure function of what it is given.
 * Highlights keep only stories that are in the issue; claims only those whose mark is in the text.
 * Throws a ZodError when the result is not an Edition: that is a bug, since drafts are validated when saved.
 */
export function compileEdition(issue: PublishableIssue, publication: Publication, stamp: Stamp): Edition {
  const words = issueWords(issue, publication.labels);
  const standing = new Set(issue.sections.flatMap(({ stories }) => stories.flatMap(standingClaims)));
  let number = 0;
  const sections = issue.sections
    .filter((section) => section.stories.length > 0)
    .map((section) => ({
      title: section.title,
      stories: section.stories.map((story) => {
        number += 1;
        const followed = issue.followed.get(story.followsId ?? "");
        return buildStory(story, { number, standing, followed, around: issue.around });
      }),
    }));
  const anchors = new Map(issue.sections.flatMap((section) => section.stories.map((s) => [s.id, s.anchor])));
  const document = {
    publication: { name: publication.name, tagline: publication.tagline, language: publication.language },
    number: issue.number ?? stamp.number,
    slug: issue.slug,
    title: words.title,
    standfirst: words.standfirst,
    week: words.week,
    edition: stamp.edition,
    publishedAt: stamp.publishedAt.toISOString(),
    labels: words.labels,
    introduction: words.introduction,
    introductionText: plainText(words.introduction),
    highlights: words.highlights.map(({ text, storyIds }) => ({
      text,
      // In the issue's order, so that the numbers readers see after a highlight count up.
      stories: [...anchors].filter(([id]) => storyIds.includes(id)).map(([, anchor]) => anchor),
    })),
    thesis: words.thesis,
    sections,
    closing: words.closing,
    closingText: plainText(words.closing),
    feedbackPrompt: words.feedbackPrompt,
    corrections: issue.corrections.map((correction) => ({
      storyAnchor: correction.story?.anchor ?? null,
      claim: correction.claimId,
      before: correction.before,
      after: correction.after,
      reason: correction.reason,
      severity: correction.severity,
      publishedAt: correction.publishedAt.toISOString(),
    })),
  };
  return editionSchema.parse({ ...document, hash: hashEdition(document) });
}

/** `compileEdition` of the issue as it stands in `db` (a transaction, when publishing). Throws AppError "not-found". */
export async function buildEdition(db: Db, issueId: string, stamp: Stamp): Promise<Edition> {
  return compileEdition(await readPublishable(db, issueId), await readPublication(db), stamp);
}

/** What publishing the issue now would give readers, made by the same code. Throws AppError "not-found". */
export async function buildPreview(db: Db, issueId: string): Promise<Edition> {
  const editions = await db.edition.count({ where: { issueId } });
  const number = await nextIssueNumber(db);
  return buildEdition(db, issueId, { edition: editions + 1, publishedAt: new Date(), number });
}

/**
 * An edition without what alone makes none of them old: the sentences around passages and the pages of PDFs, which editions from
 * before they were kept lack, and how forecasts came out, which readers are told beside it.
 */
function comparable(edition: Edition): string {
  const bare = (claim: EditionClaim) => ({
    ...claim,
    evidence: claim.evidence.map(({ around: _around, page: _page, ...item }) => item),
  });
  const { hash: _, ...document } = unsettled(edition);
  const sections = document.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => ({ ...story, claims: story.claims.map(bare) })),
  }));
  return hashEdition({ ...document, sections });
}

/** Whether an issue, compiled now, says what this edition of it says. */
export function readsTheSame(
  issue: PublishableIssue,
  publication: Publication,
  latest: PublishableIssue["editions"][number],
): boolean {
  const stamp = { edition: latest.number, publishedAt: latest.publishedAt, number: issue.number ?? 1 };
  const now = compileEdition(issue, publication, stamp);
  if (now.hash === latest.hash) return true;
  const then = editionSchema.safeParse(latest.document);
  return then.success && comparable(now) === comparable(then.data);
}

/** Whether publishing now would give readers something else than the latest edition. True without an edition. */
export async function differsFromEdition(db: Db, issueId: string): Promise<boolean> {
  const issue = await readPublishable(db, issueId);
  const [latest] = issue.editions;
  return !latest || !readsTheSame(issue, await readPublication(db), latest);
}
