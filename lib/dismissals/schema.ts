import { z } from "zod";
import { id } from "@/lib/id";

/** What of a story was dismissed. */
export interface Dismissed {
  storyId: string;
  /** lib/dismissals/words.ts */
  hashes: string[];
}

/** Sentences of one story, as they stand. */
export const dismissalInput = z.strictObject({
  storyId: id,
  sentences: z
    .array(z.string().max(20_000, { error: "This is too long for one sentence." }))
    .min(1)
    .max(500, { error: "These are too many sentences at once." }),
});

export const storyDismissalsInput = z.strictObject({ storyId: id });
export const issueDismissalsInput = z.strictObject({ issueId: id });
