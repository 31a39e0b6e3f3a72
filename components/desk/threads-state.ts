import type { Failure } from "@/components/desk/attempt";
import type { ThreadDraft } from "@/components/desk/thread-draft";
import type { Places } from "@/components/editor/thread-anchors";
import type { ThreadedText } from "@/components/editor/thread-marks";
import type { Selector } from "@/lib/threads/anchor";
import type { StoryPart, ThreadLine } from "@/lib/threads/schema";

/** What one screen knows of the threads of a story. */
export interface ThreadsState {
  threads: ThreadLine[];
  /** "open": only what is open is known so far. */
  known: "nothing" | "open" | "all";
  failure: Failure | null;
  active: string | null;
  /** Somebody asked for the active thread or for the draft, and it was not shown yet; a new object for each wish. */
  wanted: Wish | null;
  draft: ThreadDraft | null;
  /** A sentence about what could not be begun. */
  problem: string | null;
  /** Where the words of open threads stand, of each text that is awake. */
  places: Partial<Record<StoryPart, Places>>;
  /** What is selected in the story, as far as the buttons must know. */
  selected: "nothing" | "caret" | "words";
}

/** What somebody asked for: to be brought to it, or only to have it in view while they go on in the text. */
export type Wish = { what: "thread" | "draft"; how: "come" | "see" };

/** Before anything was read. */
export const NOTHING: ThreadsState = {
  threads: [],
  known: "nothing",
  failure: null,
  active: null,
  wanted: null,
  draft: null,
  problem: null,
  places: {},
  selected: "nothing",
};

/** The selectors that the texts would give those open threads whose words moved or changed. */
export function movedAnchors(
  threads: readonly ThreadLine[],
  texts: Iterable<ThreadedText>,
): { id: string; selector: Selector }[] {
  return [...texts].flatMap((text) =>
    [...text.selectors()].flatMap(([id, selector]) => {
      const thread = threads.find((each) => each.id === id);
      return thread && isMoved(thread, selector) ? [{ id, selector }] : [];
    }),
  );
}

function isMoved({ kind, state, about }: ThreadLine, selector: Selector): boolean {
  if (!about || state !== "open") return false;
  const { exact, prefix, suffix, start } = about.selector;
  // A suggestion keeps the words it was made for.
  if (kind === "suggestion" && exact !== selector.exact) return false;
  const same = exact === selector.exact && start === selector.start;
  return !(same && prefix === selector.prefix && suffix === selector.suffix);
}

/** The threads as they are once the selectors are theirs. */
export function reanchored(
  threads: readonly ThreadLine[],
  anchors: readonly { id: string; selector: Selector }[],
): ThreadLine[] {
  const moved = new Map(anchors.map(({ id, selector }) => [id, selector]));
  return threads.map((thread) => {
    const selector = moved.get(thread.id);
    return selector && thread.about ? { ...thread, about: { ...thread.about, selector } } : thread;
  });
}

/** The threads in the order of their words, then those whose words are gone: all that the panel shows of their places. */
export function inOrder(places: Places): string {
  const ids = [...places.keys()];
  const at = (id: string) => places.get(id)?.from ?? Number.POSITIVE_INFINITY;
  const lost = ids.filter((id) => !places.get(id)).length;
  return `${ids.sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b))).join(" ")} ${lost}`;
}
