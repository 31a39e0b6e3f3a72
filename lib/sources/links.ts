import type { Db } from "@/lib/db";
import type { StorySourceModel } from "@/lib/generated/prisma/models";
import type { Actor } from "@/lib/policy";
import { touchStory } from "@/lib/sources/find";
import { loseApproval } from "@/lib/workflow/approval";

/**
 * Puts a source at the end of a story's list; the caller has locked the story (lockStory). Answers false, and changes nothing,
 * when it stands there already. `cited` is what the story calls it where that differs.
 */
export async function linkSource(
  tx: Db,
  actor: Actor,
  storyId: string,
  source: { id: string; cited: Record<string, string> },
): Promise<boolean> {
  const links = await tx.storySource.findMany({ where: { storyId }, select: { sourceId: true } });
  if (links.some((link) => link.sourceId === source.id)) return false;
  const data = { storyId, sourceId: source.id, position: links.length + 1, cited: source.cited };
  await tx.storySource.create({ data });
  await touchStory(tx, storyId);
  await loseApproval(tx, actor, storyId);
  return true;
}

/** Takes a source from a story's list; the caller has locked the story. Answers what stood there, null for nothing. */
export async function unlinkSource(
  tx: Db,
  actor: Actor,
  storyId: string,
  sourceId: string,
): Promise<StorySourceModel | null> {
  const links = await tx.storySource.findMany({ where: { storyId }, orderBy: { position: "asc" } });
  const link = links.find((candidate) => candidate.sourceId === sourceId);
  if (!link) return null;
  await tx.storySource.delete({ where: { storyId_sourceId: { storyId, sourceId } } });
  const rest = links.filter((candidate) => candidate !== link);
  await writePositions(
    tx,
    storyId,
    rest.map((candidate) => candidate.sourceId),
  );
  await loseApproval(tx, actor, storyId);
  return link;
}

/** Gives the story's sources the places of this order, which names each of them. */
export async function writePositions(tx: Db, storyId: string, sourceIds: string[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "StorySource" SET "position" = place."position"
    FROM unnest(${sourceIds}::uuid[]) WITH ORDINALITY AS place("id", "position")
    WHERE "StorySource"."storyId" = ${storyId}::uuid AND "StorySource"."sourceId" = place."id"`;
  await touchStory(tx, storyId);
}
