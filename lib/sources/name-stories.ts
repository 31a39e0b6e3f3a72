import type { Db } from "@/lib/db";
import { JOB_WORKER } from "@/lib/policy";
import { isTitleFromAddress } from "@/lib/sources/metadata";
import { notTrashed, writeStory } from "@/lib/stories/save";

/**
 * Stories whose headline is still only the address of this source, because nobody has typed one, get the source's title: a
 * save like any other, with its version and its notice. The caller has locked what cites the source (lockCited).
 */
export async function nameStories(tx: Db, sourceId: string): Promise<void> {
  const { title, url } = await tx.source.findUniqueOrThrow({ where: { id: sourceId } });
  if (url === null || isTitleFromAddress(title, url)) return;
  const links = await tx.storySource.findMany({
    where: { sourceId, story: notTrashed },
    orderBy: { storyId: "asc" },
    select: { story: { select: { id: true, version: true, headline: true } } },
  });
  for (const { story } of links)
    if (isTitleFromAddress(story.headline, url))
      await writeStory(tx, JOB_WORKER, { id: story.id, version: story.version, headline: title });
}
