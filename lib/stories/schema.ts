import { z } from "zod";
import { id } from "@/lib/id";
import { oneLine } from "@/lib/one-line";
import { type RichText, richText } from "@/lib/rich-text/document";

export const headline = oneLine()
  .min(1, { error: "A story needs a headline." })
  .max(2_000, { error: "A headline has at most 2,000 characters." });

export const addStoryInput = z.strictObject({ sectionId: id.nullable(), headline });

export const saveStoryInput = z.strictObject({
  id,
  /** The version this save is based on. */
  version: z.int().positive().max(2_147_483_647),
  headline: headline.optional(),
  body: richText.optional(),
  whyItMatters: richText.optional(),
});

export const storyIdInput = z.strictObject({ id });

export const restoreStoryInput = z.strictObject({
  id,
  sectionId: id.nullable(),
  position: z.int().positive().nullable(),
});

export const placeStoryInput = z.strictObject({ id, sectionId: id });

/** What a refused `saveStory` gives back: the version that stands. `savedAt` is an ISO moment. */
export interface StandingStory {
  current: {
    version: number;
    headline: string;
    body: RichText;
    whyItMatters: RichText;
    savedBy: string | null;
    /** The same contributor's id: two people may share a name. */
    savedById: string | null;
    savedAt: string;
  };
}

export type StoryUndo = z.infer<typeof restoreStoryInput>;
