import { z } from "zod";
import { cached, TAGS } from "@/lib/cache";
import { stateOfClaim } from "@/lib/claims/state";
import { type ClaimRow, inReadingOrder, OF_NO_CLAIM } from "@/lib/claims/table/row";
import { db } from "@/lib/db";
import {
  type EditionClaim,
  type EditionSource,
  editionAnalysis,
  editionClaim,
  editionEvidence,
} from "@/lib/editions/schema";
import { passageKey } from "@/lib/sources/conditions";
import type { SourceState } from "@/lib/sources/state";

const place = {
  /** Readers have it: in the latest edition of an issue that is published. */
  isRead: z.boolean(),
  issueId: z.uuid(),
  issueNumber: z.number(),
  issueTitle: z.string(),
  issueSlug: z.string(),
  anchor: z.string(),
  number: z.number(),
  headline: z.string(),
  /** Its place among its kind in the story. */
  place: z.number(),
};
/** Without what surrounds passages: all of it is held in memory. */
const heldEvidence = editionEvidence.omit({ prefix: true, suffix: true, around: true }).strip();
const publishedClaim = z.object({
  ...place,
  piece: editionClaim.extend({ evidence: z.array(heldEvidence) }),
});
const publishedAnalysis = z.object({ ...place, piece: editionAnalysis });
type PublishedClaim = z.infer<typeof publishedClaim>;
type PublishedAnalysis = z.infer<typeof publishedAnalysis>;

interface Published {
  claims: PublishedClaim[];
  analyses: PublishedAnalysis[];
}

/**
 * Each as the latest edition that has it tells it, one that readers have before any other. Every document is unpacked once
 * (hence MATERIALIZED): it has hundreds of pieces.
 */
function readPieces(list: "claims" | "analyses"): Promise<unknown[]> {
  return db().$queryRaw`
    WITH edition AS MATERIALIZED (
      SELECT told."issueId", told."number" AS "edition", (told."document"->>'number')::int AS "issueNumber",
             told."document"->>'title' AS "issueTitle", told."document"->>'slug' AS "issueSlug",
             issue."publicationState" = 'published' AND issue."trashedAt" IS NULL AND told."number" = told."last" AS "isRead",
             jsonb_path_query_array(told."document", '$.sections[*].stories[*]') AS "stories"
      FROM (SELECT *, max("number") OVER (PARTITION BY "issueId") AS "last" FROM "Edition") told
      JOIN "Issue" issue ON issue."id" = told."issueId"
    ), story AS MATERIALIZED (
      SELECT edition."issueId", edition."edition", edition."issueNumber", edition."issueTitle", edition."issueSlug",
             edition."isRead", story->>'anchor' AS "anchor", (story->>'number')::int AS "number",
             story->>'headline' AS "headline", story->${list}::text AS "pieces"
      FROM edition CROSS JOIN LATERAL jsonb_array_elements(edition."stories") story
    )
    SELECT DISTINCT ON (told."piece"->>'id') told."piece", told."place"::int AS "place", story."issueId",
           story."issueNumber", story."issueTitle", story."issueSlug", story."isRead", story."anchor", story."number",
           story."headline"
    FROM story CROSS JOIN LATERAL jsonb_array_elements(story."pieces") WITH ORDINALITY told("piece", "place")
    ORDER BY told."piece"->>'id', story."isRead" DESC, story."issueNumber" DESC, story."edition" DESC`;
}

async function readPublished(): Promise<Published> {
  const [claims, analyses] = await Promise.all([readPieces("claims"), readPieces("analyses")]);
  const byPlace = (a: { place: number }, b: { place: number }) => a.place - b.place;
  return {
    claims: z.array(publishedClaim).parse(claims).sort(byPlace),
    analyses: z.array(publishedAnalysis).parse(analyses).sort(byPlace),
  };
}

/** What became of the claims and their sources since: read anew each time, beside the editions. */
interface Since {
  claims: ReadonlyMap<string, { status: EditionClaim["status"]; outcome: ClaimRow["outcome"] }>;
  sources: ReadonlyMap<string, SourceState>;
  /** By `passageKey`. */
  gone: ReadonlySet<string>;
}

const ids = { id: true, merged: { select: { id: true } } } as const;
/** What editions call a source: by its id, or by that of one that was merged into it. */
const named = (source: { id: string; merged: { id: string }[] }) =>
  [source, ...source.merged].map(({ id }) => id);

async function readSince(): Promise<Since> {
  const [claims, sources, gone] = await Promise.all([
    db().claim.findMany({
      // Of a forecast also that it is open again, whatever its edition says.
      where: { OR: [{ mode: { not: "assertion" } }, { status: { not: "unverified" } }] },
      select: { id: true, status: true, outcome: true },
    }),
    db().source.findMany({ where: { state: "dead", mergedIntoId: null }, select: { state: true, ...ids } }),
    db().evidence.findMany({
      where: { goneSince: { not: null } },
      select: { claimId: true, exact: true, snapshot: { select: { source: { select: ids } } } },
    }),
  ]);
  return {
    claims: new Map(claims.map(({ id, status, outcome }) => [id, { status, outcome }])),
    sources: new Map(sources.flatMap((source) => named(source).map((id) => [id, source.state] as const))),
    gone: new Set(
      gone.flatMap(({ claimId, exact, snapshot }) =>
        named(snapshot.source).map((id) => passageKey(claimId, id, exact)),
      ),
    ),
  };
}

function judged(claimId: string, item: z.infer<typeof heldEvidence>, since: Since) {
  const isGone = since.gone.has(passageKey(claimId, item.source.id, item.exact));
  return {
    relation: item.relation,
    matchStatus: item.matchStatus,
    origin: item.origin,
    // Only whether, not when and by whom: readers are not told, and the table does not ask.
    signedAt: item.signed ? item.readAt : null,
    goneSince: isGone ? item.readAt : null,
    source: { state: since.sources.get(item.source.id) ?? "live" },
  };
}

/** Each source of some evidence once. */
export function citedOnce(sources: readonly Pick<EditionSource, "id" | "title" | "publisher" | "url">[]) {
  const once = new Map(sources.map((source) => [source.id, source]));
  return [...once.values()].map(({ title, publisher, url }) => ({ title, publisher, url }));
}

function where(row: PublishedClaim | PublishedAnalysis): Pick<ClaimRow, "standing" | "issue" | "story"> {
  const { isRead, issueId, issueNumber, issueTitle, issueSlug, anchor, number, headline } = row;
  return {
    standing: isRead ? "published" : "takenOut",
    issue: { id: issueId, number: issueNumber, title: issueTitle, slug: issueSlug },
    story: { anchor, number, headline },
  };
}

function rowOfClaim(row: PublishedClaim, since: Since): ClaimRow {
  const { id, kind, attribution, speaker, speakerRole, text, utteredAt, due, evidence } = row.piece;
  const now = since.claims.get(id);
  return {
    ...{ id, kind, attribution, speaker, speakerRole, words: text, uttered: utteredAt },
    state: stateOfClaim({ evidence: evidence.map((item) => judged(id, item, since)) }),
    status: now?.status ?? row.piece.status,
    evidence: evidence.length,
    premises: null,
    sources: citedOnce(evidence.map(({ source }) => source)),
    due: due?.at ?? null,
    outcome: due && (now ? (now.outcome ?? "open") : due.outcome),
    ...where(row),
  };
}

function rowOfAnalysis(row: PublishedAnalysis): ClaimRow {
  const { id, text, premises } = row.piece;
  const own = { id, kind: "analysis", words: text, premises: premises.length, sources: [] } as const;
  return { ...OF_NO_CLAIM, ...own, sources: [], ...where(row) };
}

/**
 * Everything that was ever published, each claim and analysis once, as it is read: out of the editions, with what has become
 * of its sources, of its status and of its outcome since.
 */
export async function publishedRows(): Promise<ClaimRow[]> {
  const [published, since] = await Promise.all([
    cached("claims ever published", [TAGS.editions], readPublished),
    readSince(),
  ]);
  const claims = published?.claims.map((row) => rowOfClaim(row, since)) ?? [];
  const analyses = published?.analyses.map(rowOfAnalysis) ?? [];
  return [...claims, ...analyses].sort(inReadingOrder);
}
