import { z } from "zod";
import { id } from "@/lib/id";
import { isVisible } from "@/lib/one-line";

export type ThreadKind = "comment" | "suggestion";
export type ThreadState = "open" | "resolved" | "accepted" | "refused";
export const STORY_PARTS = ["headline", "body", "whyItMatters"] as const;
export type StoryPart = (typeof STORY_PARTS)[number];

/** lib/threads/anchor.ts: Selector. */
const selector = z.strictObject({
  exact: z.string().max(20_000, { error: "These are too many words at once: choose fewer." }),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
  start: z.int().nonnegative().max(10_000_000),
});

const text = z.string().trim().max(5_000, { error: "A comment has at most 5,000 characters." });
const words = text.refine(isVisible, { error: "Write something first." });

/** Ids of contributors that the text names as "@" and their name. */
const mentions = z.array(id).max(30).default([]);

/** The words that are meant, or null for the whole story. */
const about = z.strictObject({ part: z.enum(STORY_PARTS), selector }).nullable();

export const startThreadInput = z.strictObject({ storyId: id, about, text: words, mentions });

export const suggestChangeInput = z
  .strictObject({
    storyId: id,
    part: z.enum(STORY_PARTS),
    selector,
    /** What the words become; empty takes them out. */
    replacement: z.string().max(20_000, { error: "A suggestion has at most 20,000 characters." }),
    /** Why; may be empty. */
    text,
    mentions,
  })
  .refine((input) => input.replacement !== input.selector.exact, {
    error: "A suggestion changes something: these are the words that stand there.",
  });

export const replyInput = z.strictObject({ threadId: id, text: words, mentions });
export const editCommentInput = z.strictObject({ id, text: words, mentions });
export const commentIdInput = z.strictObject({ id });
export const restoreCommentInput = z.strictObject({ id, text: words });
export const threadIdInput = z.strictObject({ id });
export const storyThreadsInput = z.strictObject({ storyId: id });
export const openThreadsInput = z.strictObject({ issueId: id });
export const nothingInput = z.strictObject({});

export const reanchorThreadsInput = z.strictObject({
  storyId: id,
  anchors: z.array(z.strictObject({ id, selector })).max(500),
});

export interface Person {
  id: string;
  name: string;
}

/** One remark in a thread. Moments are ISO. */
export interface CommentLine {
  id: string;
  author: Person | null;
  /** Empty when it was removed. */
  text: string;
  mentions: Person[];
  createdAt: string;
  editedAt: string | null;
  removed: boolean;
}

/** A conversation about a story or a suggested change of its words. Moments are ISO. */
export interface ThreadLine {
  id: string;
  storyId: string;
  kind: ThreadKind;
  state: ThreadState;
  /** null: the whole story. */
  about: { part: StoryPart; selector: z.output<typeof selector> } | null;
  /** Of a suggestion: what the words become. */
  replacement: string | null;
  author: Person | null;
  createdAt: string;
  settledBy: Person | null;
  settledAt: string | null;
  comments: CommentLine[];
}
