import type { RootContent } from "mdast";
import type { ImportedSource } from "@/lib/importers/imported-issue";
import type { Said } from "@/lib/importers/said";

/** A source as read; `repeats` when its title is said elsewhere in the story already (a headline that is a link). */
export interface SourceDraft extends ImportedSource {
  repeats: boolean;
}

/** One "Why this matters" as the file has it, under its own wording. */
export interface BoxDraft {
  label: string;
  blocks: RootContent[];
}

export interface StoryDraft {
  headline: Said;
  /** True when the headline was made from words that stand elsewhere (its section's title, its first sentence). */
  headlineRepeats: boolean;
  sources: SourceDraft[];
  body: RootContent[];
  boxes: BoxDraft[];
  /** Depth of the heading it stands under; undefined for an item of a list. */
  depth: number | undefined;
}

export interface SectionDraft {
  title: Said;
  stories: StoryDraft[];
}

/** A fixed part: the words of its heading, if it has one, and what stands under it. */
export interface PartDraft {
  label: string | null;
  depth: number | undefined;
  blocks: RootContent[];
}

export type Place = StoryDraft | "introduction" | "closing";

export interface UnplacedDraft {
  text: string;
  place: Place;
  line: number;
}

/** The anatomy as found, its texts still Markdown trees. */
export interface DraftIssue {
  title: Said | null;
  introduction: PartDraft;
  highlights: PartDraft;
  sections: SectionDraft[];
  closing: PartDraft;
  unplaced: UnplacedDraft[];
}

export function lineOf(node: RootContent): number {
  return node.position?.start.line ?? 1;
}

export function emptyDraft(): DraftIssue {
  const part = (): PartDraft => ({ label: null, depth: undefined, blocks: [] });
  return {
    title: null,
    introduction: part(),
    highlights: part(),
    sections: [],
    closing: part(),
    unplaced: [],
  };
}
