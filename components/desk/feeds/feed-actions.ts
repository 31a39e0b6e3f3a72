import type { Result } from "@/lib/errors";
import type { FeedUndo, OpmlReport } from "@/lib/feeds/schema";

type Action<I, T> = (input: I) => Promise<Result<T>>;

interface FeedChanges {
  title?: string;
  everyMinutes?: number;
  paused?: boolean;
}

/** What the list of feeds can do; app/(desk)/desk/feeds/actions.ts gives it. */
export interface FeedActions {
  subscribe: Action<{ url: string }, { id: string }>;
  editFeed: Action<{ id: string; version: number } & FeedChanges, { version: number }>;
  readNow: Action<{ id: string }, void>;
  removeFeed: Action<{ id: string }, { undo: FeedUndo }>;
  restoreFeed: Action<FeedUndo, void>;
  importOpml: Action<{ text: string }, OpmlReport>;
}
