import { z } from "zod";
import { id } from "@/lib/id";
import type { Change } from "@/lib/live/announce";

const idOrNone = id.nullable();

/** A notice as it comes over the channel and the stream; unknown keys are dropped. */
export const change: z.ZodType<Change> = z.object({
  what: z.enum([
    "story",
    "words",
    "order",
    "sources",
    "claims",
    "suggestions",
    "threads",
    "workflow",
    "presence",
    "notifications",
    "inbox",
    "source",
    "tasks",
    "entities",
    "rules",
  ]),
  issueId: idOrNone,
  storyId: idOrNone,
  by: idOrNone,
  version: z.int().exactOptional(),
});

/** What a stream is about: one issue with its stories, one story without an issue, or the screens of collecting. */
export const eventsInput = z.union([
  z
    .strictObject({ issue: id })
    .transform(({ issue }) => ({ issueId: issue, storyId: null, collecting: false })),
  z
    .strictObject({ story: id })
    .transform(({ story }) => ({ issueId: null, storyId: story, collecting: false })),
  z
    .strictObject({ collecting: z.literal("1") })
    .transform(() => ({ issueId: null, storyId: null, collecting: true })),
]);
