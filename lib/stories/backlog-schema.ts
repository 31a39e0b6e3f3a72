import { z } from "zod";
import { id } from "@/lib/id";
import type { WorkflowState } from "@/lib/issues/schema";

export const placeStoriesInput = z.strictObject({
  ids: z.array(id).min(1, { error: "Choose at least one story." }).max(500),
  sectionId: id,
});

/** A story that waits without an issue, as the list shows it. Moments are ISO. */
export interface WaitingStory {
  id: string;
  headline: string;
  authorId: string | null;
  authorName: string | null;
  workflowState: WorkflowState;
  sources: number;
  createdAt: string;
  updatedAt: string;
}
