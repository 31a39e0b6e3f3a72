import { z } from "zod";
import { claimDraft, claimParts } from "@/lib/claims/read";
import type { Db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { issueParts, issueWords, readLeftStories, storyParts } from "@/lib/issues/read-draft";
import type {
  EarlierStory,
  KnownPage,
  PreflightDraft,
  PreflightSource,
  PreflightStory,
} from "@/lib/preflight/draft";
import { storedRichText } from "@/lib/rich-text/document";
import { imagesOf } from "@/lib/rich-text/images";
import { sourceLine } from "@/lib/sources/lines";

const parts = {
  ...issueParts,
  sections: {
    orderBy: { position: "asc" },
    include: {
      stories: {
        orderBy: { position: "asc" },
        include: {
          ...storyParts,
          claims: { orderBy: { createdAt: "asc" }, include: claimParts },
          threads: { where: { state: "open" }, select: { kind: true } },
          analyses: {
            where: { anchored: true },
            orderBy: { createdAt: "asc" },
            include: {
              premises: {
                orderBy: { claimId: "asc" },
                include: { claim: { select: { text: true, status: true } } },
              },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.IssueInclude;

type Row = Prisma.IssueGetPayload<{ include: typeof parts }>;
type StoryRow = Row["sections"][number]["stories"][number];

/** UTF-16 units of a source's text that are read: names that matter to a page stand near its beginning. */
const TEXT_READ = 20_000;

/** The beginning of the text that was kept last, by source. */
async function readTexts(db: Db, sourceIds: string[]): Promise<Map<string, string>> {
  const rows = await db.$queryRaw<{ sourceId: string; text: string }[]>`
    SELECT DISTINCT ON ("sourceId") "sourceId", left("extractedText", ${TEXT_READ}) AS "text"
    FROM "SourceSnapshot" WHERE "sourceId" = ANY(${sourceIds}::uuid[]) AND "extractedText" IS NOT NULL
    ORDER BY "sourceId", "fetchedAt" DESC`;
  return new Map(rows.map(({ sourceId, text }) => [sourceId, text]));
}

/** Pages, of which names of products and their owners are learned. */
const PAGES_READ = 1_000;

function readPages(db: Db): Promise<KnownPage[]> {
  return db.source.findMany({
    where: { publisher: { not: "" }, stories: { some: {} } },
    orderBy: { createdAt: "desc" },
    take: PAGES_READ,
    select: { publisher: true, title: true },
  });
}

/** Stories that other issues published before this one, by the sources that they share with it. */
async function readEarlier(db: Db, issueId: string, sourceIds: string[]): Promise<EarlierStory[]> {
  const own = await db.edition.findFirst({ where: { issueId, number: 1 }, select: { publishedAt: true } });
  const editions = { some: { number: 1, ...(own && { publishedAt: { lt: own.publishedAt } }) } };
  const links = await db.storySource.findMany({
    where: {
      sourceId: { in: sourceIds },
      source: { canonicalUrl: { not: null } },
      story: { section: { issue: { id: { not: issueId }, trashedAt: null, editions } } },
    },
    orderBy: [{ storyId: "asc" }, { sourceId: "asc" }],
    select: {
      sourceId: true,
      storyId: true,
      story: {
        select: {
          headline: true,
          section: { select: { issue: { select: { number: true, title: true } } } },
        },
      },
    },
  });
  return links.map(({ sourceId, storyId, story }) => ({
    sourceId,
    storyId,
    headline: story.headline,
    issue: story.section?.issue ?? { number: null, title: "" },
  }));
}

function source(link: StoryRow["sources"][number], texts: Map<string, string>): PreflightSource {
  const { id, title, byline, publisher, url } = sourceLine(link);
  const text = texts.get(id) ?? "";
  return { id, title, byline, publisher, url, state: link.source.state, hasText: text !== "", text };
}

interface ReadOfSources {
  texts: Map<string, string>;
  earlier: EarlierStory[];
}

function story(row: StoryRow, number: number, { texts, earlier }: ReadOfSources): PreflightStory {
  const sourceIds = new Set(row.sources.map((link) => link.sourceId));
  return {
    id: row.id,
    number,
    headline: row.headline,
    body: storedRichText(row.body),
    whyItMatters: storedRichText(row.whyItMatters),
    workflowState: row.workflowState,
    sources: row.sources.map((link) => source(link, texts)),
    claims: row.claims.map((claim) => ({ ...claimDraft(claim), status: claim.status })),
    analyses: row.analyses.map(({ id, scope, text, premises }) => ({
      ...{ id, scope, text },
      premises: premises.map(({ claimId, claim }) => ({ claimId, ...claim })),
    })),
    coveredBefore: earlier.filter(
      (each) => sourceIds.has(each.sourceId) && each.storyId !== row.followsId && each.storyId !== row.id,
    ),
    open: {
      comments: row.threads.filter(({ kind }) => kind === "comment").length,
      suggestions: row.threads.filter(({ kind }) => kind === "suggestion").length,
    },
  };
}

/** Which of the pictures of these texts are kept. */
async function readPictures(db: Db, row: Row, stories: StoryRow[]): Promise<string[]> {
  const texts = [row.introduction, row.closing, ...stories.flatMap((each) => [each.body, each.whyItMatters])];
  const ids = texts.flatMap((text) => imagesOf(storedRichText(text)).map(({ imageId }) => imageId));
  // An id that is no UUID comes from a damaged text; the column would refuse the question.
  const askable = ids.filter((id) => z.uuid().safeParse(id).success);
  if (askable.length === 0) return [];
  const kept = await db.image.findMany({ where: { id: { in: askable } }, select: { id: true } });
  return kept.map(({ id }) => id);
}

/** An issue as preflight reads it. Throws AppError "not-found", also for one in the trash. */
export async function readPreflight(db: Db, issueId: string): Promise<PreflightDraft> {
  const row = await db.issue.findFirst({ where: { id: issueId, trashedAt: null }, include: parts });
  if (row === null) throw new AppError("not-found", "This issue does not exist, or it was removed.");
  const publication = await db.publication.findUnique({ where: { id: 1 }, select: { labels: true } });
  const rows = row.sections.flatMap(({ stories }) => stories);
  const sourceIds = rows.flatMap(({ sources }) => sources.map((link) => link.sourceId));
  const around = {
    texts: await readTexts(db, sourceIds),
    earlier: await readEarlier(db, issueId, sourceIds),
  };
  const { week, labels, standfirst, introduction, highlights, thesis, closing } = issueWords(
    row,
    publication?.labels,
  );
  return {
    ...{ id: row.id, week, labels, standfirst, introduction, highlights, thesis, closing },
    workflowState: row.workflowState,
    leftStories: await readLeftStories(db, row),
    stories: rows.map((each, index) => story(each, index + 1, around)),
    knownPages: await readPages(db),
    keptPictures: await readPictures(db, row, rows),
  };
}
