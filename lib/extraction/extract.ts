import { Worker } from "node:worker_threads";

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
 * Ten times what an ordinary page takes on a machine that is busy with other work (bench/extraction.ts), and room for the largest body that the fetcher lets through (5 MB). The
 * memory is that of the worker's heap.
 */
const LIMITS: Limits = { milliseconds: 15_000, megabytes: 256 };

const TOO_LONG = "This page is built in a way that could not be read in reasonable time.";
const TOO_LARGE = "This page is built in a way that takes too much memory to read.";
const BROKEN = "This page is damaged or built in a way that could not be read.";

/**
 * Reads one page: its metadata and its text, or why there is none. No network, no scripts run. The work is done in a
 * thread of its own, since a hostile page can make any parser slow or hungry: one that takes longer than 15 seconds or
 * more than 256 MB is answered as "unreadable". Never rejects for what a page holds.
 */
export async function extract(page: Page, limits: Limits = LIMITS): Promise<Extraction> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    workerData: page,
    // Without the loaders of whoever asked: Node reads the worker's TypeScript by itself.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 },
    stdout: true,
    stderr: true,
  });
  const unreadable = (sentence: string): Extraction => ({
    outcome: "unreadable",
    sentence,
    metadata: emptyMetadata(),
  });
  const { promise, resolve } = Promise.withResolvers<Extraction>();
  const deadline = setTimeout(() => resolve(unreadable(TOO_LONG)), limits.milliseconds);
  worker.once("message", resolve);
  worker.once("error", (error: NodeJS.ErrnoException) =>
    resolve(unreadable(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? TOO_LARGE : BROKEN)),
  );
  worker.once("exit", () => resolve(unreadable(BROKEN)));
  try {
    return await promise;
  } finally {
    clearTimeout(deadline);
    // Not waited for: a thread deep in one long operation ends only after it.
    void worker.terminate();
  }
}
