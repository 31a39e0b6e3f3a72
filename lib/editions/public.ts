import { z } from "zod";
import { cached, TAGS } from "@/lib/cache";
import { db } from "@/lib/db";
import { type EditionListing, editionListing, type PublicationName } from "@/lib/editions/listing";
import { type Edition, edition } from "@/lib/editions/schema";

export interface PublishedIssue {
  edition: Edition;
  /** The published issues whose numbers come before and after; null at the ends. */
  previous: EditionListing | null;
  next: EditionListing | null;
}

async function readListings(): Promise<EditionListing[]> {
  // Titles, numbers and addresses are those of the latest Edition: what editors change in the draft since stays unseen.
  const rows = await db().$queryRaw`
    SELECT latest."id" AS "editionId", latest."document"->>'slug' AS "slug",
           (latest."document"->>'number')::int AS "number", latest."document"->>'title' AS "title",
           latest."document"->>'standfirst' AS "standfirst", latest."document"->'week' AS "week",
           latest."number" AS "edition", latest."document"->>'publishedAt' AS "publishedAt"
    FROM (SELECT DISTINCT ON ("issueId") * FROM "Edition" ORDER BY "issueId", "number" DESC) latest
    JOIN "Issue" issue ON issue."id" = latest."issueId"
    WHERE issue."publicationState" = 'published' AND issue."trashedAt" IS NULL
    ORDER BY (latest."document"->>'number')::int DESC, latest."publishedAt" DESC`;
  return z.array(editionListing).parse(rows);
}

/** Every published issue, the highest number first. */
export async function listEditions(): Promise<EditionListing[]> {
  return (await cached("editions", [TAGS.editions], readListings)) ?? [];
}

/** Name, tagline and language; the house's own until somebody has set them. */
export async function getPublication(): Promise<PublicationName> {
  const read = async () =>
    db().publication.findUnique({ where: { id: 1 }, select: { name: true, tagline: true, language: true } });
  return (
    (await cached("publication", [TAGS.publication], read)) ?? {
      name: "Plumbline",
      tagline: "",
      language: "en",
    }
  );
}

/**
 * The latest Edition of a published issue, parsed again: it was valid when it was published, and an Edition of an
 * older form must fail here, loudly, rather than half-way down a page. Null for anything that is not published.
 */
export async function getEdition(slug: string): Promise<PublishedIssue | null> {
  const all = await listEditions();
  const place = all.findIndex((listing) => listing.slug === slug);
  const listing = all[place];
  if (!listing) return null;
  const row = await db().edition.findUniqueOrThrow({ where: { id: listing.editionId } });
  return {
    edition: edition.parse(row.document),
    previous: all[place + 1] ?? null,
    next: all[place - 1] ?? null,
  };
}
