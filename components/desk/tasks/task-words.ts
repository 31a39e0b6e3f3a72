import type { SourceState } from "@/lib/sources/state";
import { STATE_WORDS } from "@/lib/sources/state-words";
import type { TaskKind } from "@/lib/tasks/schema";

/** A task is called what the state is called that made it. */
function name(state: SourceState) {
  const { word: title, shape } = STATE_WORDS[state];
  return { title, shape };
}

/** What each kind is called, in the order in which they matter, and what it asks of a person. */
export const TASK_WORDS: Record<TaskKind, { title: string; shape: string; ask: string }> = {
  quotationGone: {
    ...name("quotationGone"),
    ask: "The words that a claim rests on are no longer on the page. See whether the claim still stands.",
  },
  sourceDead: {
    ...name("dead"),
    ask: "The address answers nothing any more. Look for the new one, or cite something else.",
  },
  sourceBlocked: {
    ...name("blocked"),
    ask: "Plumbline cannot read the page. Look yourself whether it says what it said.",
  },
  sourceMoved: {
    ...name("moved"),
    ask: "The page answers at another address. Take it over if it is the same page.",
  },
  sourceDrifted: {
    ...name("drifted"),
    ask: "The page says something else than it did. See whether the story still holds.",
  },
};

export const TASK_ORDER = Object.keys(TASK_WORDS) as TaskKind[];
