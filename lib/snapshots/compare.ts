import { lineBlock } from "@/lib/revisions/blocks";
import { type ComparedPassage, compare } from "@/lib/revisions/compare";

export interface ComparedTexts {
  /** One part, the text, paragraph by paragraph. */
  passages: ComparedPassage[];
  /** How many paragraphs are otherwise. */
  changes: number;
  /** They have too little in common to be compared: the one was taken away, the other put. */
  isOther: boolean;
}

/** With more paragraphs than this on one side only, and most of all of them, two texts are not versions of each other. */
const MANY_OTHERS = 400;

const paragraphsOf = (text: string) => text.split(/\n+/u).filter((paragraph) => paragraph.trim() !== "");

/** How many paragraphs stand on one side only. */
function others(before: string[], after: string[]): number {
  const counts = new Map<string, number>();
  for (const paragraph of before) counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1);
  for (const paragraph of after) counts.set(paragraph, (counts.get(paragraph) ?? 0) - 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.abs(count), 0);
}

const passage = (paragraphs: string[], name = "text", label = "Text") => ({
  name,
  label,
  blocks: paragraphs.map((paragraph) => lineBlock(paragraph)),
});

/**
 * Two texts of one source, paragraph by paragraph and, within changed ones, word by word. Without what was added it reads as
 * before, without what was removed as after. Bounded (bench/compare-snapshots.ts): a page's text may have 500,000 characters.
 */
export function compareTexts(before: string, after: string): ComparedTexts {
  const [was, is] = [paragraphsOf(before), paragraphsOf(after)];
  const different = others(was, is);
  const isOther = different > MANY_OTHERS && different > (was.length + is.length) / 2;
  const passages = isOther
    ? compare([passage(was, "before", "Taken away")], [passage(is, "after", "Put in its place")])
    : compare([passage(was)], [passage(is)]);
  const blocks = passages.flatMap((each) => each.blocks);
  return { passages, changes: blocks.filter(({ change }) => change !== "same").length, isOther };
}
