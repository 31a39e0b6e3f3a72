import type { z } from "zod";
import { db } from "@/lib/db";
import { webAddress } from "@/lib/feeds/web-address";
import type { Prisma } from "@/lib/generated/prisma/client";
import {
  type InboxLine,
  type InboxPage,
  inboxInput,
  type KnownAddress,
  knownInput,
  PAGE_SIZE,
  type StoryChoice,
  storiesInput,
} from "@/lib/inbox/schema";
import { parse } from "@/lib/parse";
import { type Actor, authorize, can } from "@/lib/policy";
import { likePatterns, queryWords } from "@/lib/search/words";
import { type Use, whereUsed } from "@/lib/sources/where-used";

const NEWEST_FIRST = [
  { receivedAt: "desc" },
  { id: "desc" },
] as const satisfies Prisma.InboxItemOrderByWithRelationInput[];

const itemParts = {
  feed: { select: { id: true, title: true } },
  receivedBy: { select: { name: true } },
} as const satisfies Prisma.InboxItemInclude;
type Row = Prisma.InboxItemGetPayload<{ include: typeof itemParts }>;

function line(row: Row, uses: Use[]): InboxLine {
  const { id, version, url, title, byline, publisher, summary, selectedText, feed } = row;
  return {
    ...{ id, version, url, title, byline, publisher, summary, selectedText, feed, uses },
    publishedAt: row.publishedAt?.toISOString() ?? null,
    receivedAt: row.receivedAt.toISOString(),
    sentBy: row.receivedBy?.name ?? null,
  };
}

function filterOf({ feed, query }: z.output<typeof inboxInput>): Prisma.InboxItemWhereInput {
  const words = queryWords(query);
  const each = (words.length > 0 ? words : [query].filter(Boolean)).map((word) => {
    // Prisma hands the signs of LIKE on as they are.
    const contains = { contains: word.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
    const fields = ["title", "summary", "publisher", "byline", "url"] as const;
    return { OR: fields.map((field) => ({ [field]: contains })) };
  });
  const of = feed === "sent" ? { receivedById: { not: null } } : feed ? { feedId: feed } : {};
  return { state: "waiting", ...of, AND: each };
}

/** What comes after an item in the list, whether that still waits or not. */
async function afterItem(id: string | undefined): Promise<Prisma.InboxItemWhereInput> {
  const last = id && (await db().inboxItem.findUnique({ where: { id }, select: { receivedAt: true } }));
  if (!last) return {};
  const { receivedAt } = last;
  return { OR: [{ receivedAt: { lt: receivedAt } }, { receivedAt, id: { lt: id } }] };
}

/** What waits in the inbox, newest first, a page of 30 at a time, each with the stories that its page is used in. */
export async function listInbox(actor: Actor, input: z.input<typeof inboxInput>): Promise<InboxPage> {
  authorize(actor, "inbox.read");
  const asked = parse(inboxInput, input);
  const where = filterOf(asked);
  const [rows, found, waiting] = await Promise.all([
    db().inboxItem.findMany({
      where: { AND: [where, await afterItem(asked.after)] },
      orderBy: NEWEST_FIRST,
      take: PAGE_SIZE + 1,
      include: itemParts,
    }),
    db().inboxItem.count({ where }),
    countWaiting(actor),
  ]);
  const shown = rows.slice(0, PAGE_SIZE);
  const uses = await whereUsed(
    actor,
    shown.map((row) => row.canonicalUrl),
  );
  const items = shown.map((row) => line(row, uses.get(row.canonicalUrl) ?? []));
  return { items, more: rows.length > PAGE_SIZE, found, waiting };
}

/** How many items wait. */
export async function countWaiting(actor: Actor): Promise<number> {
  authorize(actor, "inbox.read");
  return db().inboxItem.count({ where: { state: "waiting" } });
}

/** What the desk knows of addresses, each as it was given; what is no web address is left out. */
export async function knownAddresses(
  actor: Actor,
  input: z.input<typeof knownInput>,
): Promise<KnownAddress[]> {
  authorize(actor, "source.read");
  const { urls } = parse(knownInput, input);
  const pages = urls.flatMap((url) => {
    const address = webAddress(url);
    return address ? [{ url, canonicalUrl: address.canonicalUrl }] : [];
  });
  const canonical = pages.map((page) => page.canonicalUrl);
  const [uses, waiting] = await Promise.all([
    whereUsed(actor, canonical),
    db().inboxItem.findMany({
      where: { state: "waiting", canonicalUrl: { in: canonical } },
      select: { canonicalUrl: true },
    }),
  ]);
  const waits = new Set(waiting.map((row) => row.canonicalUrl));
  return pages.map((page) => ({
    url: page.url,
    waits: waits.has(page.canonicalUrl),
    uses: uses.get(page.canonicalUrl) ?? [],
  }));
}

interface ChoiceRow {
  id: string;
  headline: string;
  issueTitle: string | null;
  issueNumber: number | null;
}

/**
 * Stories that the actor may add a source to and whose headline holds every word of the query: those that wait or stand in
 * a draft before those of published issues, last changed first, 20 at most.
 */
export async function findStories(actor: Actor, input: z.input<typeof storiesInput>): Promise<StoryChoice[]> {
  authorize(actor, "story.read");
  const { query } = parse(storiesInput, input);
  const patterns = likePatterns(query, queryWords(query));
  const mayAll = can(actor, "story.write");
  const rows = await db().$queryRaw<ChoiceRow[]>`
    SELECT s."id", s."headline", i."title" AS "issueTitle", i."number" AS "issueNumber"
    FROM "Story" s LEFT JOIN "Section" x ON x."id" = s."sectionId" LEFT JOIN "Issue" i ON i."id" = x."issueId"
    WHERE s."trashedAt" IS NULL AND i."trashedAt" IS NULL
      AND s."headline" ILIKE ALL (${patterns}::text[]) AND (${mayAll} OR s."authorId" = ${actor.id}::uuid)
    ORDER BY i."publicationState" IS NOT DISTINCT FROM 'published', s."updatedAt" DESC LIMIT 20`;
  return rows.map(({ id, headline, issueTitle, issueNumber }) => ({
    id,
    headline,
    issueName: issueNumber === null ? issueTitle : `Issue ${issueNumber}`,
  }));
}

/** The story that something is to be added to, when the actor may write in it; null otherwise. */
export async function storyToWrite(
  actor: Actor,
  id: string,
): Promise<{ id: string; headline: string } | null> {
  authorize(actor, "story.read");
  const story = await db().story.findFirst({
    where: { id, trashedAt: null },
    select: { id: true, headline: true, authorId: true },
  });
  if (story === null || !can(actor, "story.write", { ownerId: story.authorId })) return null;
  return { id: story.id, headline: story.headline };
}
