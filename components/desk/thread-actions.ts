import type { Result } from "@/lib/errors";
import type { RichText } from "@/lib/rich-text/document";
import type { Selector } from "@/lib/threads/anchor";
import type { Person, StoryPart, ThreadLine } from "@/lib/threads/schema";

type Action<I, T> = (input: I) => Promise<Result<T>>;

/** The words that a thread is about. */
export interface About {
  part: StoryPart;
  selector: Selector;
}

/** A story's words as an accepted suggestion left them. */
export interface AcceptedWords {
  storyId: string;
  version: number;
  headline: string;
  body: RichText;
  whyItMatters: RichText;
}

/** What threads can do; app/(desk)/desk/threads/actions.ts gives it. */
export interface ThreadActions {
  listThreads: Action<{ storyId: string }, ThreadLine[]>;
  listOpenThreads: Action<{ issueId: string }, ThreadLine[]>;
  listPeople: Action<Record<string, never>, Person[]>;
  startThread: Action<
    { storyId: string; about: About | null; text: string; mentions: string[] },
    { id: string }
  >;
  suggestChange: Action<
    { storyId: string; replacement: string; text: string; mentions: string[] } & About,
    { id: string }
  >;
  reply: Action<{ threadId: string; text: string; mentions: string[] }, { id: string }>;
  editComment: Action<{ id: string; text: string; mentions: string[] }, void>;
  removeComment: Action<{ id: string }, void>;
  restoreComment: Action<{ id: string; text: string }, void>;
  resolveThread: Action<{ id: string }, void>;
  reopenThread: Action<{ id: string }, void>;
  acceptSuggestion: Action<{ id: string }, AcceptedWords>;
  refuseSuggestion: Action<{ id: string }, void>;
  reanchorThreads: Action<
    { storyId: string; anchors: { id: string; selector: Selector }[] },
    { moved: number }
  >;
}
