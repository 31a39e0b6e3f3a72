import { z } from "zod";
import { id } from "@/lib/id";
import { oneLine } from "@/lib/one-line";
import { sourceUrl } from "@/lib/sources/schema";

const version = z.int().positive().max(2_147_483_647);

/** Minutes between two readings that a person can choose. */
export const INTERVALS = [15, 30, 60, 180, 720, 1_440] as const;

const address = sourceUrl.pipe(z.string({ error: "Give the address of a feed, or of a page that has one." }));
const title = oneLine().max(500, { error: "A feed's title has at most 500 characters." });
const everyMinutes = z.int().min(5, { error: "A feed is read every 5 minutes at most." }).max(10_080);

/** The address of a feed, or of a web page that names one. */
export const subscribeInput = z.strictObject({ url: address });

export const editFeedInput = z.strictObject({
  id,
  version,
  /** Empty: what the feed calls itself, from its next reading on. */
  title: title.optional(),
  everyMinutes: everyMinutes.optional(),
  paused: z.boolean().optional(),
});

export const feedIdInput = z.strictObject({ id });

/** Undoes a removal: the feed as it was, and the items that were its own. */
export const restoreFeedInput = z.strictObject({
  id,
  url: address,
  title,
  siteUrl: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  everyMinutes,
  paused: z.boolean(),
  lastFetchedAt: z.iso.datetime().nullable(),
  itemIds: z.array(id).max(5_000),
});

/** An OPML file as text; lib/feeds/opml.ts says what of it is taken. */
export const importOpmlInput = z.strictObject({ text: z.string() });

export type FeedUndo = z.infer<typeof restoreFeedInput>;

/** A feed as the desk lists it. Moments are ISO. */
export interface FeedLine {
  id: string;
  version: number;
  url: string;
  /** Empty until the feed has said it. */
  title: string;
  siteUrl: string | null;
  everyMinutes: number;
  lastFetchedAt: string | null;
  nextFetchAt: string;
  pausedAt: string | null;
  /** Why the last reading brought nothing, in a sentence; empty when it did. */
  remark: string;
  addedBy: string | null;
  waiting: number;
}

/** What an import of feeds came to. */
export interface OpmlReport {
  added: { title: string; url: string }[];
  known: { title: string; url: string }[];
  refused: { title: string; address: string }[];
}
