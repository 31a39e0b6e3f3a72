import type { Dismissed } from "@/lib/dismissals/schema";
import type { Result } from "@/lib/errors";

type Action<I, T> = (input: I) => Promise<Result<T>>;

/** What becomes of suggested kinds besides claims; app/(desk)/desk/suggestions/actions.ts gives it. */
export interface SuggestionActions {
  listStoryDismissals: Action<{ storyId: string }, Dismissed[]>;
  listIssueDismissals: Action<{ issueId: string }, Dismissed[]>;
  /** Both answer the hashes of the sentences. */
  dismissSuggestions: Action<{ storyId: string; sentences: string[] }, string[]>;
  restoreSuggestions: Action<{ storyId: string; sentences: string[] }, string[]>;
}
