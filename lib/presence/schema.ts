import { z } from "zod";
import { id } from "@/lib/id";

/** Seconds after which a window that said nothing is gone. */
export const GONE_AFTER = 30;

/** Windows of one person that are known at once; of more, those that spoke last. */
export const MOST_WINDOWS = 20;

/** A window says where it is; `storyId` is the story the caret is in. */
export const appearInput = z.strictObject({
  window: id,
  issueId: id.nullable(),
  storyId: id.nullable(),
});

export const leaveInput = z.strictObject({ window: id, gone: z.literal(true) });

/** Somebody who has the issue or story open in a window. */
export interface PresentPerson {
  window: string;
  contributorId: string;
  name: string;
  issueId: string | null;
  storyId: string | null;
}
