import type { TaskKind } from "@/lib/tasks/schema";

/** What each kind is called, in the order in which they matter, and what it asks of a person. */
export const TASK_WORDS: Record<TaskKind, { title: string; shape: string; ask: string }> = {
  quotationGone: {
    title: "Passage gone",
    shape: "❝",
    ask: "The words that a claim rests on are no longer on the page. See whether the claim still stands.",
  },
  sourceDead: {
    title: "Page gone",
    shape: "✕",
    ask: "The address answers nothing any more. Look for the new one, or cite something else.",
  },
  sourceBlocked: {
    title: "Cannot be read",
    shape: "⊘",
    ask: "The site no longer lets Plumbline read the page. Look yourself whether it says what it said.",
  },
  sourceMoved: {
    title: "Moved",
    shape: "➜",
    ask: "The page answers at another address. Take it over if it is the same page.",
  },
  sourceDrifted: {
    title: "Text changed",
    shape: "≠",
    ask: "The page says something else than it did. See whether the story still holds.",
  },
};

export const TASK_ORDER = Object.keys(TASK_WORDS) as TaskKind[];
