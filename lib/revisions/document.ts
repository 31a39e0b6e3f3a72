import { z } from "zod";
import type { RichText } from "@/lib/rich-text/document";

// What revisions hold. They are read back leniently: an old one may lack what documents have today.

const richText = z.custom<RichText>(
  (value) => z.object({ type: z.literal("doc"), content: z.array(z.unknown()) }).safeParse(value).success,
);

/** The words of a story. */
export const storyDocument = z.object({ headline: z.string(), body: richText, whyItMatters: richText });
export type StoryDocument = z.infer<typeof storyDocument>;

/** An issue's own words. */
export const issueDocument = z.object({
  title: z.string(),
  number: z.number().nullable().optional(),
  slug: z.string().optional(),
  standfirst: z.string(),
  week: z.object({ from: z.string().nullable(), to: z.string().nullable() }),
  labels: z.record(z.string(), z.string()),
  introduction: richText,
  highlights: z.array(
    z.object({ id: z.string().optional(), text: z.string(), storyIds: z.array(z.string()).default([]) }),
  ),
  thesis: z.array(z.string()),
  closing: richText,
  feedbackPrompt: z.string(),
});
export type IssueDocument = z.infer<typeof issueDocument>;
