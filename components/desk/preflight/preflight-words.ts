import type { Part, PartField } from "@/components/desk/part";
import type { Level, PreflightLine, PreflightPlace } from "@/lib/preflight/schema";

/** Word and shape of each level, told apart without colour. */
export const LEVEL_WORDS: Record<Level, { title: string; shape: string }> = {
  blocking: { title: "Blocks publishing", shape: "■" },
  warning: { title: "Worth a look", shape: "▲" },
  note: { title: "Notes", shape: "○" },
};

/** The part of the page on which something is mended. */
export function partOf({ storyId, part }: PreflightPlace): Part {
  if (storyId) return `story:${storyId}`;
  return part === "introduction" || part === "highlights" || part === "closing" ? part : "front";
}

/** The field of a story on which something without words of its own is mended; "focus" is the first of the part. */
export function fieldOf({ storyId, part }: PreflightPlace): PartField {
  return storyId && (part === "sources" || part === "body" || part === "whyItMatters") ? part : "focus";
}

/** "2 blocking · 9 open": how much stands between the draft and its readers; null for nothing. */
export function countWords(lines: PreflightLine[]): string | null {
  if (lines.length === 0) return null;
  const blocking = lines.filter(({ level }) => level === "blocking").length;
  const open = `${lines.length} open`;
  return blocking === 0 ? open : `${blocking} blocking · ${open}`;
}
