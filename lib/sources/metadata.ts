import { withoutTurning } from "@/lib/characters";
import { dateColumn } from "@/lib/dates";
import type { Metadata } from "@/lib/extraction/extract";
import type { Prisma, Source } from "@/lib/generated/prisma/client";
import { withoutTracking } from "@/lib/sources/canonical-url";

/**
 * Where a field's value came from, besides the id of who typed it: the page, a feed, what a browser sent with the page, a
 * guess from the address; all these give way to what the page says of itself. What was imported ("import") stays.
 */
const GIVES_WAY = new Set(["page", "feed", "sent", "address"]);

const FIELDS = [
  "title",
  "byline",
  "publisher",
  "publishedAt",
  "description",
  "sourceType",
  "language",
] as const;
type Field = (typeof FIELDS)[number];

const isEmpty = (value: unknown) => value === null || value === "";

function originsOf(source: Pick<Source, "metadataOrigin">): Record<string, string> {
  return Object(source.metadataOrigin);
}

/**
 * What a page says of itself, where nobody has said otherwise: a field that was typed or imported stays; one that is empty,
 * came from the page before, from a feed or with what was sent, or was guessed from the address takes the page's word. Answers the changes alone.
 */
export function takenFromPage(source: Source, metadata: Metadata): Prisma.SourceUncheckedUpdateInput {
  const origins = originsOf(source);
  const values: Record<Field, unknown> = {
    title: metadata.title,
    byline: metadata.byline,
    publisher: metadata.publisher,
    publishedAt: dateColumn(metadata.publishedAt),
    description: metadata.description,
    sourceType: metadata.sourceType,
    language: metadata.language,
  };
  const taken = FIELDS.filter((field) => {
    if (isEmpty(values[field])) return false;
    if (values[field] instanceof Date && source.publishedAt?.getTime() === values[field].getTime())
      return false;
    if (values[field] === source[field]) return false;
    return isEmpty(source[field]) || GIVES_WAY.has(origins[field] ?? "");
  });
  if (taken.length === 0) return {};
  return {
    ...Object.fromEntries(taken.map((field) => [field, values[field]])),
    metadataOrigin: { ...origins, ...Object.fromEntries(taken.map((field) => [field, "page"])) },
  };
}

/** What escapes may hide in an address, besides what turns the direction. */
const CONTROLS = /\p{Cc}/gu;

/** What a source is called until its page, or a person, says more: its address to be read. At most 200 characters. */
export function titleFromAddress(url: string): string {
  const bare = withoutTracking(url)
    .replace(/^https?:\/\/(www\.)?/u, "")
    .replace(/\/$/u, "");
  return withoutTurning(readable(bare)).replace(CONTROLS, "").slice(0, 200).toWellFormed();
}

/** Whether words are only the address, with or without its scheme: nobody has given a title yet. */
export function isTitleFromAddress(words: string, url: string): boolean {
  return titleFromAddress(/^https?:/u.test(words) ? words : `https://${words}`) === titleFromAddress(url);
}

/** An address may hold escapes that stand for no text; then it stays as it is. */
function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
