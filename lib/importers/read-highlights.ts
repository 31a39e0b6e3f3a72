import type { RootContent } from "mdast";
import type { PartDraft } from "@/lib/importers/draft";
import { sayItem } from "@/lib/importers/list-items";
import { type Said, say } from "@/lib/importers/said";
import { blockText } from "@/lib/importers/words";

/** Longer ones are text, not lines to be shown one below the other. */
const LONGEST = 800;

export interface HighlightLines {
  highlights: Said[];
  thesis: Said[];
  /** What stands among them and is neither. */
  rest: RootContent[];
}

function isLine(said: Said): boolean {
  return said.text !== "" && said.text.length <= LONGEST;
}

/**
 * Reads "What matters this week": the entries of its lists are highlights, paragraphs after the first list are the
 * thesis. Without a list every paragraph is a highlight, except in our own export, where only entries of the list are.
 */
export function readHighlights(part: PartDraft, ownExport = false): HighlightLines {
  const found: HighlightLines = { highlights: [], thesis: [], rest: [] };
  const listed = ownExport || part.blocks.some((node) => node.type === "list");
  for (const node of part.blocks) {
    if (node.type === "list") {
      const lines = node.children.map(sayItem).filter((line) => line.text !== "");
      if (lines.every(isLine)) found.highlights.push(...lines);
      else found.rest.push(node);
    } else if (node.type === "paragraph") {
      const line = say(node.children);
      const below = listed && (ownExport || found.highlights.length > 0);
      if (!isLine(line) || (listed && !below)) found.rest.push(node);
      else if (below) found.thesis.push(line);
      else found.highlights.push(line);
    } else if (node.type !== "thematicBreak" && blockText([node]) !== "") found.rest.push(node);
  }
  return found;
}
