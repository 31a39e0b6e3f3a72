import type { Result } from "@/lib/errors";
import type { CarriedOver, CarryOverUndo } from "@/lib/issues/carry-over-schema";
import type { Follows, PublishedStory } from "@/lib/stories/follows-schema";

type Action<I, T> = (input: I) => Promise<Result<T>>;

/** What joins one week's issue with the next; app/(desk)/desk/planning/actions.ts gives them. */
export interface PlanningActions {
  carryOver: Action<{ issueId: string; storyIds: string[] }, CarriedOver>;
  undoCarryOver: Action<CarryOverUndo, { count: number }>;
  followUp: Action<{ storyId: string; sectionId: string | null }, { id: string }>;
  followUpNext: Action<{ storyId: string }, { id: string; to: { id: string; title: string } }>;
  setFollows: Action<{ id: string; followsId: string | null }, { before: string | null }>;
  readFollows: Action<{ id: string }, Follows>;
  findPublished: Action<{ query: string }, PublishedStory[]>;
}
