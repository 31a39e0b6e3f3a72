import type { ComparedBlock, ComparedPassage } from "@/lib/revisions/compare";

const lengthOf = (block: ComparedBlock) => block.pieces.reduce((sum, { text }) => sum + text.length, 0);

/**
 * The beginning of a comparison, so many characters of it at most (one block more where the first is longer), unchanged
 * blocks not counted where `changesOnly`. `isCut` says whether something was left away.
 */
export function firstOf(
  passages: ComparedPassage[],
  most: number,
  changesOnly: boolean,
): { passages: ComparedPassage[]; isCut: boolean } {
  let rest = most;
  let isCut = false;
  const kept = passages.map((passage) => {
    const blocks = passage.blocks.filter((block) => {
      if (rest <= 0) isCut = true;
      else if (!(changesOnly && block.change === "same")) rest -= lengthOf(block);
      return !isCut;
    });
    return { ...passage, blocks };
  });
  return { passages: kept, isCut };
}
