import pLimit from "p-limit";
import { ReadingThread, type Trouble } from "./reading-thread.ts";

/** What the fetcher hands over. `url` is the final address, `mediaType` the essence ("text/html"), `text` the decoded words of a text type. */
export interface Page {
  url: string;
  mediaType: string;
  text?: string;
  body: Uint8Array<ArrayBuffer>;
}

export type SourceType = "primary" | "secondary" | "pressRelease" | "documentation" | "social";

/** What a page says about itself; null where it says nothing that can be trusted. */
export interface PageFields {
  title: string | null;
  byline: string | null;
  publisher: string | null;
  /** ISO date: the calendar day as printed at the source, whatever its time zone. */
  publishedAt: string | null;
  description: string | null;
  sourceType: SourceType | null;
  /** BCP 47. */
  language: string | null;
  canonicalUrl: string | null;
}

export type MetadataField = keyof PageFields;

export interface Metadata extends PageFields {
  /** By which rule each field was found: "json-ld", "open-graph", "html-title", "url" … */
  from: Partial<Record<MetadataField, string>>;
}

/** A page of a PDF as offsets into the text, in UTF-16 units; `end` is exclusive. */
export interface PageSpan {
  number: number;
  start: number;
  end: number;
}

export type Wall = "captcha" | "login" | "paywall";

export type Extraction =
  | {
      outcome: "text";
      text: string;
      extractorVersion: string;
      metadata: Metadata;
      pages: PageSpan[] | null;
    }
  | { outcome: "wall"; wall: Wall; sentence: string; metadata: Metadata }
  | { outcome: "unreadable"; sentence: string; metadata: Metadata };

/**
 * Names the rules that made a text: an offset into a text means something only together with it. Raise it with any
 * change of what `extract` answers as text; extract.test.ts holds the texts of all sample pages against it.
 */
export const EXTRACTOR_VERSION = "1";

/** Of a page that says nothing about itself. */
export const emptyMetadata = (): Metadata => ({
  title: null,
  byline: null,
  publisher: null,
  publishedAt: null,
  description: null,
  sourceType: null,
  language: null,
  canonicalUrl: null,
  from: {},
});

/** What one page may cost. Injected by tests. */
export interface Limits {
  milliseconds: number;
  megabytes: number;
}

/**
 * Ten times what an ordinary page takes on a machine that is busy with other work (bench/extraction.ts), and room for the
 * largest body that the fetcher lets through (5 MB). The memory is that of the thread's heap.
 */
const LIMITS: Limits = { milliseconds: 15_000, megabytes: 256 };

const SENTENCES: Record<Trouble, string> = {
  tooLong: "This page is built in a way that could not be read in reasonable time.",
  tooLarge: "This page is built in a way that takes too much memory to read.",
  broken: "This page is damaged or built in a way that could not be read.",
};

/** Threads at once: reading is all computing. */
const turn = pLimit(2);
const resting: ReadingThread[] = [];
/** After so many pages a thread is let go, and what they may have left behind with it. */
const MOST_PAGES = 200;

/**
 * Reads one page: its metadata and its text, or why there is none. No network, no scripts run. The work is done in a
 * thread of its own, since a hostile page can make any parser slow or hungry: one that takes longer than 15 seconds or
 * more than 256 MB is answered as "unreadable". Never rejects for what a page holds.
 */
export function extract(page: Page, limits: Limits = LIMITS): Promise<Extraction> {
  return turn(async () => {
    // Only threads of the usual limits are kept.
    const rested = limits === LIMITS ? resting.pop() : undefined;
    const thread = rested && !rested.hasEnded ? rested : new ReadingThread(limits);
    const answer = await thread.read(page);
    if (typeof answer === "string")
      return { outcome: "unreadable", sentence: SENTENCES[answer], metadata: emptyMetadata() };
    if (limits !== LIMITS || thread.pages >= MOST_PAGES) thread.end();
    else {
      thread.rest();
      resting.push(thread);
    }
    return answer;
  });
}
