import type { Result } from "@/lib/errors";
import type { InboxPage, KnownAddress, StoryChoice, Undo } from "@/lib/inbox/schema";

type Action<I, T> = (input: I) => Promise<Result<T>>;
interface Item {
  id: string;
  version: number;
}

export type FindStories = Action<{ query: string }, StoryChoice[]>;

/** What the inbox can do; app/(desk)/desk/inbox/actions.ts gives it. */
export interface InboxActions {
  listInbox: Action<{ feed?: string; query?: string; after?: string }, InboxPage>;
  takeAsStory: Action<Item, { storyId: string; undo: Undo }>;
  joinStory: Action<Item & { storyId: string }, { added: boolean; undo: Undo }>;
  dismiss: Action<Item, { undo: Undo }>;
  bringBack: Action<Undo, void>;
  findStories: FindStories;
}

interface SentPage {
  url: string;
  title?: string;
  isTyped?: boolean;
  selectedText?: string;
}
export type Destination = { kind: "inbox" } | { kind: "newStory" } | { kind: "story"; storyId: string };

/** What the desk knows of addresses, and the story in hand where something may be added to it. */
export interface Look {
  addresses: KnownAddress[];
  story: { id: string; headline: string } | null;
}

/** What collecting addresses can do, from anywhere on the desk. */
export interface CollectActions {
  send: Action<
    { pages: SentPage[]; to: Destination },
    { added: number; known: number; repeated: number; storyId: string | null; undo: Undo | null }
  >;
  lookAtAddresses: Action<{ urls: string[]; storyId: string | null }, Look>;
  bringBack: InboxActions["bringBack"];
  findStories: FindStories;
}
