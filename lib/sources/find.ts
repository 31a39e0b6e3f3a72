import type { Db } from "@/lib/db";
import { announceStory } from "@/lib/live/announce";
import type { Actor } from "@/lib/policy";
import { canonicalUrl, withoutTracking } from "@/lib/sources/canonical-url";

interface Given {
  title: string;
  byline: string;
  publisher: string;
  url: string | null;
}

/** Says where each typed field came from, as every metadata field must (provenance.md, Source). */
export function typedBy(actor: Actor, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field, actor.id ?? "command line"]));
}

/**
 * The source of this address, or a new one: one row per canonical address, shared by stories and issues.
 * Answers its id, whether it is new, and what the story calls it where that differs from the row. A new one with an address
 * is due for its first check at once.
 */
export async function findOrCreateSource(
  tx: Db,
  { url, ...words }: Given,
  origin: Record<string, string>,
): Promise<{ id: string; isNew: boolean; cited: Record<string, string> }> {
  const given = { ...words, url: url === null ? null : withoutTracking(url) };
  const canonical = given.url === null ? null : canonicalUrl(given.url);
  // Skipping what is there instead of asking first: two stories may bring one address at the same moment.
  const [made] = await tx.source.createManyAndReturn({
    data: [
      {
        ...given,
        canonicalUrl: canonical,
        metadataOrigin: origin,
        nextCheckAt: canonical === null ? null : new Date(),
      },
    ],
    select: { id: true },
    skipDuplicates: true,
  });
  if (made) return { id: made.id, isNew: true, cited: {} };
  const known = await tx.source.findUniqueOrThrow({ where: { canonicalUrl: canonical ?? "" } });
  const own = (["title", "byline", "publisher", "url"] as const).flatMap((field) => {
    const value = given[field];
    return value && value !== known[field] ? [[field, value]] : [];
  });
  return { id: known.id, isNew: false, cited: Object.fromEntries(own) };
}

/** Marks the story as changed, and tells open desks: its sources are part of what it says. */
export async function touchStory(tx: Db, storyId: string): Promise<void> {
  await tx.story.update({ where: { id: storyId }, data: { updatedAt: new Date() } });
  await announceStory(tx, "sources", storyId, null);
}
