import type { Db } from "@/lib/db";
import { sectionDrafts, storyDraft, storyParts } from "@/lib/issues/read-draft";
import type { What } from "@/lib/workflow/schema";
import { type Seen, seenIssue, seenStory } from "@/lib/workflow/seen";

/** What stands of a story or an issue, as a screen would show it now; and what a sentence calls one of the stories. */
export async function seenNow(
  tx: Db,
  what: What,
  id: string,
): Promise<{ seen: Seen; nameOf(storyId: string): string }> {
  if (what === "story") {
    const story = storyDraft(await tx.story.findUniqueOrThrow({ where: { id }, include: storyParts }), null);
    return { seen: seenStory(story), nameOf: () => `“${story.headline}”` };
  }
  const { version } = await tx.issue.findUniqueOrThrow({ where: { id }, select: { version: true } });
  const sections = sectionDrafts(
    await tx.section.findMany({
      where: { issueId: id },
      orderBy: { position: "asc" },
      include: { stories: { orderBy: { position: "asc" }, include: storyParts } },
    }),
  );
  const headlines = new Map(sections.flatMap(({ stories }) => stories.map((s) => [s.id, s.headline])));
  const order = sections.map(({ id, stories }) => ({ sectionId: id, storyIds: stories.map((s) => s.id) }));
  return { seen: seenIssue(version, sections, order), nameOf: (storyId) => `“${headlines.get(storyId)}”` };
}
