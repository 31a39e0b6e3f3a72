import type { RootContent } from "mdast";
import { blockText } from "@/lib/importers/words";

const SIGN_OFF =
  /\b(thanks for reading|see you (next|soon)|until next|that['’]?s (all|it)|happy (reading|coding|hacking)|subscribe|follow us|let (me|us) know|feedback|repl(y|ies)|questions or comments)\b/i;

export function withoutRules(blocks: RootContent[]): RootContent[] {
  return blocks.filter((node) => node.type !== "thematicBreak");
}

/**
 * Takes from the last blocks of a file what takes leave of the reader: below a last rule or after a last list, in
 * words that do so; after a file that is one flat list anything.
 */
export function takeLeave(blocks: RootContent[], after: { items: boolean; flat: boolean }): RootContent[] {
  const rule = blocks.findLastIndex((node) => node.type === "thematicBreak");
  const leave = blocks.slice(rule + 1);
  const apart = rule >= 0 || after.items;
  if (!apart || leave.length === 0 || !(after.flat || SIGN_OFF.test(blockText(leave)))) return [];
  blocks.splice(rule + 1);
  return leave;
}
