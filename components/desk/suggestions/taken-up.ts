import { isAsMade } from "@/lib/claims/as-made";
import type { ClaimDraft } from "@/lib/claims/schema";
import type { Accepted } from "@/lib/suggestions/accepted";

/**
 * What is accepted anew goes under the id of the row that an undone accept left: the very same words of the same story, marked
 * nowhere (`gone`), and still as they were made. Words that are merely alike get a row of their own.
 */
export function takenUp(marks: readonly Accepted[], gone: readonly ClaimDraft[]): Accepted[] {
  const left = [...gone];
  return marks.map((mark) => {
    const { claim } = mark;
    const at = claim ? left.findIndex((row) => isAsMade(row, claim)) : -1;
    const [row] = at < 0 ? [] : left.splice(at, 1);
    return row && claim ? { ...mark, id: row.id, claim: { ...claim, id: row.id } } : mark;
  });
}
