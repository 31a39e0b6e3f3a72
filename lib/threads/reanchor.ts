import type { z } from "zod";
import { transaction } from "@/lib/db";
import { type Actor, authorize } from "@/lib/policy";
import { storedRichText } from "@/lib/rich-text/document";
import { lockStory } from "@/lib/stories/save";
import { textOfPart } from "@/lib/threads/part-text";
import { reanchorThreadsInput, type StoryPart } from "@/lib/threads/schema";

/**
 * After a save: where the words of a story's open threads stand now, as the editor followed them while they were typed. Only
 * what the stored words bear out is taken, and a suggestion keeps the words it was made for. Changes no version; answers how
 * many threads were moved.
 */
export async function reanchorThreads(
  actor: Actor,
  input: z.input<typeof reanchorThreadsInput>,
): Promise<{ moved: number }> {
  authorize(actor, "comment.write");
  const { storyId, anchors } = reanchorThreadsInput.parse(input);
  return transaction(async (tx) => {
    const story = await lockStory(tx, actor, storyId);
    const words = {
      headline: story.headline,
      body: storedRichText(story.body),
      whyItMatters: storedRichText(story.whyItMatters),
    };
    const threads = await tx.thread.findMany({ where: { storyId, state: "open", part: { not: null } } });
    // Each part's text is cut from its document once.
    const texts = new Map<StoryPart, string>();
    const textOf = (part: StoryPart) => {
      const text = texts.get(part) ?? textOfPart(words, part);
      texts.set(part, text);
      return text;
    };
    let moved = 0;
    for (const { id, selector } of anchors) {
      const thread = threads.find((each) => each.id === id);
      if (!thread?.part) continue;
      const { exact, start, prefix, suffix } = selector;
      const text = textOf(thread.part);
      const keeps =
        thread.kind === "comment" ? (exact === "") === (thread.exact === "") : exact === thread.exact;
      const stands = text.slice(0, start).endsWith(prefix) && text.slice(start).startsWith(exact + suffix);
      if (!keeps || !stands) continue;
      // It may have been settled since it was read.
      const place = { exact, prefix, suffix, start };
      moved += (await tx.thread.updateMany({ where: { id, state: "open" }, data: place })).count;
    }
    return { moved };
  });
}
