import { createHash } from "node:crypto";
import { type Extraction, extract, type Metadata } from "@/lib/extraction/extract";
import { decodeText } from "@/lib/fetch/decode-text";
import { type FetchOptions, fetchPage } from "@/lib/fetch/fetch-page";
import type { Fetched, FetchResult } from "@/lib/fetch/result";
import type { ReadingFailure } from "@/lib/sources/state";

/** What one look at a source's page brought, whatever it was. `at` is when it was made. */
export type Reading = {
  at: Date;
  finalUrl: string | null;
  redirects: { status: number; from: string; to: string }[];
  status: number | null;
  headers: Record<string, string>;
} & (
  | {
      outcome: "text";
      body: Uint8Array<ArrayBuffer>;
      /** SHA-256, hexadecimal, of the bytes. */
      bodySha256: string;
      mediaType: string;
      text: string;
      extractorVersion: string;
      pages: { number: number; start: number; end: number }[] | null;
      metadata: Metadata;
    }
  /** The server says that nothing changed since the last reading. */
  | { outcome: "unchanged" }
  | {
      outcome: "failed";
      failure: ReadingFailure;
      sentence: string;
      retryAfter: Date | null;
      metadata: Metadata | null;
    }
);

/** What a reading may say of its fetch; `etag` and `lastModified` are those of the last answer that had text. */
type Asking = Omit<FetchOptions, "accept">;

/** As much of a page's text as is kept, in UTF-16 units: a long book. More could be neither shown nor compared in good time. */
const MOST_TEXT = 500_000;

/** Fetches a page and reads it. Never throws for anything that the web does. */
export async function readPage(url: string, asking: Asking = {}): Promise<Reading> {
  const result = await fetchPage(url, { accept: "page", ...asking });
  const { finalUrl, redirects, status, headers, fetchedAt: at } = result;
  const common = { at, finalUrl, redirects, status, headers };
  if (result.outcome === "notModified") return { ...common, outcome: "unchanged" };
  if (result.outcome === "failed") return { ...common, ...failed(result) };
  return { ...common, ...(await understood(result)) };
}

type Outcome<O> = Omit<Extract<Reading, { outcome: O }>, keyof Common>;
type Common = Pick<Reading, "at" | "finalUrl" | "redirects" | "status" | "headers">;

function failed(result: Extract<FetchResult, { outcome: "failed" }>): Outcome<"failed"> {
  const { failure, sentence, retryAfter = null } = result;
  return { outcome: "failed", failure, sentence, retryAfter, metadata: null };
}

async function understood(page: Fetched): Promise<Outcome<"text"> | Outcome<"failed">> {
  const { body, mediaType, charset, finalUrl: url } = page;
  const text = mediaType === "application/pdf" ? {} : { text: decodeText(body, mediaType, charset).text };
  const found: Extraction = await extract({ url, mediaType, body, ...text });
  if (found.outcome !== "text") {
    const failure = found.outcome === "wall" ? found.wall : "unreadable";
    return {
      outcome: "failed",
      failure,
      sentence: found.sentence,
      retryAfter: null,
      metadata: found.metadata,
    };
  }
  const { outcome, text: whole, extractorVersion, pages, metadata } = found;
  const readable = whole.slice(0, MOST_TEXT).toWellFormed();
  const bodySha256 = createHash("sha256").update(body).digest("hex");
  return { outcome, body, bodySha256, mediaType, text: readable, extractorVersion, pages, metadata };
}
