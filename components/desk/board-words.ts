import { WORKFLOW } from "@/components/desk/issue-state";
import { subjectOf } from "@/components/desk/running-order-words";
import type { WorkflowState } from "@/lib/issues/schema";
import { type BoardCard, STATES } from "@/lib/workflow/schema";

// What the board says, on the screen and aloud.

/** "Story 3, Nvidia GTC 2026"; without its number where it has none. */
export function callCard(card: Pick<BoardCard, "number" | "headline">): string {
  const subject = subjectOf(card.headline);
  return card.number === null ? `“${subject}”` : `Story ${card.number}, ${subject},`;
}

/** The column beside this one, or null at the end. */
export function columnBeside(state: WorkflowState, step: -1 | 1): WorkflowState | null {
  return STATES[STATES.indexOf(state) + step] ?? null;
}

/** "In review, column 2 of 3". */
export function callColumn(state: WorkflowState): string {
  return `${WORKFLOW[state].word}, column ${STATES.indexOf(state) + 1} of ${STATES.length}`;
}

const count = (number: number, one: string, many: string) =>
  number === 1 ? `1 ${one}` : `${number} ${many}`;

/** What is still open about a story, each in a few words; empty when nothing is. */
export function openQuestions({ open }: Pick<BoardCard, "open">): string[] {
  const { hasText, sources, sourcesWithoutAddress, threads } = open;
  return [
    ...(hasText ? [] : ["No text"]),
    ...(sources === 0 ? ["No source"] : []),
    ...(sourcesWithoutAddress > 0
      ? [count(sourcesWithoutAddress, "source without an address", "sources without an address")]
      : []),
    ...(threads > 0 ? [count(threads, "open comment", "open comments")] : []),
  ];
}
