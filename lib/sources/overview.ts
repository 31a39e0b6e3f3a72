import { z } from "zod";
import { isoDate } from "@/lib/dates";
import { db } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Prisma } from "@/lib/generated/prisma/client";
import { type Actor, authorize } from "@/lib/policy";
import {
  listSourcesInput,
  type SnapshotLine,
  type SourceDetail,
  type SourceSummary,
} from "@/lib/sources/overview-schema";
import { sourceIdInput } from "@/lib/sources/schema";

const PAGE = 50;

const inUse = { story: { trashedAt: null } } as const;

const summaryParts = {
  _count: { select: { snapshots: { where: { failure: null } } } },
  stories: {
    where: inUse,
    select: {
      story: {
        select: {
          id: true,
          headline: true,
          authorId: true,
          section: { select: { issue: { select: { id: true, title: true, number: true } } } },
        },
      },
    },
  },
} as const satisfies Prisma.SourceInclude;

type SummaryRow = Prisma.SourceGetPayload<{ include: typeof summaryParts }>;

function summary(row: SummaryRow): SourceSummary {
  return {
    id: row.id,
    title: row.title,
    publisher: row.publisher,
    url: row.url,
    publishedAt: isoDate(row.publishedAt),
    state: row.state,
    stateSince: row.stateSince?.toISOString() ?? null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    lastFailure: row.lastFailure,
    fetchAskedAt: row.fetchAskedAt?.toISOString() ?? null,
    snapshots: row._count.snapshots,
    places: row.stories.map(({ story: { id, headline, authorId, section } }) => ({
      storyId: id,
      headline,
      authorId,
      issue: section?.issue ?? null,
    })),
  };
}

function matching(words: string): Prisma.SourceWhereInput[] {
  return words
    .split(/\s+/u)
    .filter(Boolean)
    .map((word) => ({
      OR: (["title", "byline", "publisher", "url"] as const).map((field) => ({
        [field]: { contains: word, mode: "insensitive" },
      })),
    }));
}

/** All sources, the newest first, fifty at a time; `more` says whether there are others after the last. */
export async function listSources(
  actor: Actor,
  input: z.input<typeof listSourcesInput> = {},
): Promise<{ sources: SourceSummary[]; more: boolean }> {
  authorize(actor, "source.read");
  const { words, state, cited, after } = listSourcesInput.parse(input);
  const rows = await db().source.findMany({
    where: {
      AND: matching(words),
      ...(state ? { state } : {}),
      ...(cited === null ? {} : { stories: cited ? { some: inUse } : { none: inUse } }),
    },
    include: summaryParts,
    orderBy: { id: "desc" },
    ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    take: PAGE + 1,
  });
  return { sources: rows.slice(0, PAGE).map(summary), more: rows.length > PAGE };
}

const redirects = z.array(z.object({ status: z.number(), from: z.string(), to: z.string() }));

interface HistoryRow extends Omit<SnapshotLine, "fetchedAt" | "rawPrunedAt" | "redirects"> {
  fetchedAt: Date;
  rawPrunedAt: Date | null;
  redirects: unknown;
}

/** Without texts and bytes: a source may have hundreds of snapshots. */
async function readSnapshots(sourceId: string): Promise<SnapshotLine[]> {
  const rows = await db().$queryRaw<HistoryRow[]>`
    SELECT "id", "fetchedAt", "origin", "failure", "remark", "finalUrl", "redirects", "status", "mediaType",
           coalesce(length("extractedText"), 0)::int AS "textLength", "textSha256",
           pg_column_size("extractedText") AS "textKept", "rawSha256", "rawSize", "rawKept",
           "rawStore", "rawPrunedAt", "extractorVersion",
           (SELECT count(*)::int FROM "Evidence" WHERE "Evidence"."snapshotId" = "SourceSnapshot"."id") AS "evidence"
    FROM "SourceSnapshot" WHERE "sourceId" = ${sourceId}::uuid ORDER BY "fetchedAt" DESC, "id" DESC LIMIT 500`;
  return rows.map((row) => ({
    ...row,
    fetchedAt: row.fetchedAt.toISOString(),
    rawPrunedAt: row.rawPrunedAt?.toISOString() ?? null,
    redirects: redirects.safeParse(row.redirects).data ?? [],
  }));
}

const ORIGIN_WORDS: Record<string, string> = {
  page: "the page",
  feed: "a feed",
  sent: "what was sent from the page",
  import: "an import",
  address: "the address",
  "command line": "the command line",
};

/** In words where each field came from: an id stands for who typed it. */
async function originWords(stored: unknown): Promise<Record<string, string>> {
  const origins = z.record(z.string(), z.string()).safeParse(stored).data ?? {};
  const ids = Object.values(origins).filter((value) => z.uuid().safeParse(value).success);
  const people = await db().contributor.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const entries = Object.entries(origins).map(
    ([field, value]) => [field, nameOf.get(value) ?? ORIGIN_WORDS[value] ?? "somebody"] as const,
  );
  return Object.fromEntries(entries);
}

/** Everything the desk shows of one source but its texts. Throws AppError "not-found". */
export async function getSource(actor: Actor, input: z.input<typeof sourceIdInput>): Promise<SourceDetail> {
  authorize(actor, "source.read");
  const { id } = sourceIdInput.parse(input);
  const row = await db().source.findUnique({
    where: { id },
    include: { ...summaryParts, stateChanges: { orderBy: [{ at: "desc" }, { id: "desc" }], take: 200 } },
  });
  if (row === null) throw new AppError("not-found", "This source does not exist.");
  const { byline, description, language, sourceType, accessNote, movedTo, version } = row;
  return {
    ...summary(row),
    ...{ byline, description, language, sourceType, accessNote, movedTo, version },
    nextCheckAt: row.nextCheckAt?.toISOString() ?? null,
    origins: await originWords(row.metadataOrigin),
    history: await readSnapshots(id),
    changes: row.stateChanges.map(({ at, was, became, sentence }) => ({
      at: at.toISOString(),
      was,
      became,
      sentence,
    })),
  };
}
