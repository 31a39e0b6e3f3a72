import { z } from "zod";
import { id } from "@/lib/id";
import { oneLine } from "@/lib/one-line";
import { sourceUrl } from "@/lib/sources/schema";
import type { Use } from "@/lib/sources/where-used";

const version = z.int().positive().max(2_147_483_647);

/** Items on one page of the list. */
export const PAGE_SIZE = 30;
/** Addresses that can be sent at once. */
const MOST_SENT = 50;

/** What the list shows: of one feed, of what people sent ("sent"), or all; with these words; after the item of `after`. */
export const inboxInput = z.strictObject({
  feed: z.union([id, z.literal("sent")]).optional(),
  query: z.string().trim().max(500, { error: "A search has at most 500 characters." }).default(""),
  after: id.optional(),
});

export const itemInput = z.strictObject({ id, version });
export const joinInput = z.strictObject({ id, version, storyId: id });

/** How a story got the source of an item: made for it, added to it, or it had it already. */
const gave = z.enum(["story", "source", "nothing"]);
export type Gave = z.infer<typeof gave>;

/** Takes decisions back. `withdraw` removes the items too: they were sent by the decision itself. */
export const bringBackInput = z.strictObject({
  items: z.array(z.strictObject({ id, version, gave })).min(1).max(MOST_SENT),
  withdraw: z.boolean().default(false),
});
export type Undo = z.infer<typeof bringBackInput>;

export const sendInput = z.strictObject({
  pages: z
    .array(
      z.strictObject({
        url: sourceUrl.pipe(z.string({ error: "An address is needed." })),
        title: oneLine().max(500, { error: "A title has at most 500 characters." }).default(""),
        /** Somebody typed the title; otherwise it is what the browser sent. */
        isTyped: z.boolean().default(false),
        /** What was selected on the page; kept with the item, for evidence. */
        selectedText: z
          .string()
          .trim()
          .max(20_000, { error: "At most 20,000 characters of a page can be kept with its address." })
          .default(""),
      }),
    )
    .min(1, { error: "There is no address in it." })
    .max(MOST_SENT, { error: `Send at most ${MOST_SENT} addresses at once.` }),
  /** One new story for all of them, a story that is there, or the inbox. */
  to: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("inbox") }),
    z.strictObject({ kind: z.literal("newStory") }),
    z.strictObject({ kind: z.literal("story"), storyId: id }),
  ]),
});

const urls = z.array(z.string().max(2_000)).max(MOST_SENT);
/** Addresses whose uses are asked for, as they were pasted. */
export const knownInput = z.strictObject({ urls });
/** The same, and the story that they may be meant for. */
export const lookInput = z.strictObject({ urls, storyId: id.nullable() });

/** What the desk knows of an address. */
export interface KnownAddress {
  url: string;
  /** Whether it waits in the inbox. */
  waits: boolean;
  uses: Use[];
}

export const storiesInput = z.strictObject({
  query: z.string().trim().max(500, { error: "A search has at most 500 characters." }),
});

/** A story that something can be added to. */
export interface StoryChoice {
  id: string;
  headline: string;
  /** "Issue 13", the title of one without a number, or null in the backlog. */
  issueName: string | null;
}

/** Something that waits. Moments are ISO. */
export interface InboxLine {
  id: string;
  version: number;
  url: string;
  title: string;
  byline: string;
  publisher: string;
  summary: string;
  selectedText: string;
  publishedAt: string | null;
  receivedAt: string;
  feed: { id: string; title: string } | null;
  /** Who sent it; null for what a feed brought. */
  sentBy: string | null;
  uses: Use[];
}

export interface InboxPage {
  items: InboxLine[];
  /** Whether there are more after these. */
  more: boolean;
  /** How many wait by this filter, and in all. */
  found: number;
  waiting: number;
}
