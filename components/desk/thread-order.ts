import type { ThreadsState } from "@/components/desk/threads-state";
import { findAnchor } from "@/lib/threads/anchor";
import { textOfPart } from "@/lib/threads/part-text";
import { STORY_PARTS, type StoryPart, type ThreadLine } from "@/lib/threads/schema";

interface Words {
  headline: string;
  body: Parameters<typeof textOfPart>[0]["body"];
  whyItMatters: Parameters<typeof textOfPart>[0]["body"];
}

/** A thread and where its words stand: null when they are gone, and for the whole story before everything else. */
export interface PlacedThread {
  thread: ThreadLine;
  gone: boolean;
}

/** The threads in the order of their words: the whole story's first, then by part and place, and last those whose words are gone. */
export function placedThreads(
  threads: readonly ThreadLine[],
  places: ThreadsState["places"],
  words: Words,
): PlacedThread[] {
  const texts = new Map<StoryPart, string>();
  const textOf = (part: StoryPart) => {
    const text = texts.get(part) ?? textOfPart(words, part);
    texts.set(part, text);
    return text;
  };
  const placed = threads.map((thread) => {
    if (!thread.about) return { thread, part: -1, at: 0 };
    const { part, selector } = thread.about;
    const live = thread.state === "open" ? places[part]?.get(thread.id) : undefined;
    const at = live === undefined ? findAnchor(textOf(part), selector)?.start : live?.from;
    return { thread, part: STORY_PARTS.indexOf(part), at: at ?? null };
  });
  const rank = ({ part, at }: (typeof placed)[number]) => (at === null ? STORY_PARTS.length : part);
  return placed
    .sort((a, b) => rank(a) - rank(b) || (a.at ?? 0) - (b.at ?? 0))
    .map(({ thread, at }) => ({ thread, gone: at === null }));
}
