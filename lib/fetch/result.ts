import type { FetchFailure } from "@/lib/fetch/failures";

/** One step of a chain; `to` is absolute where it can be, and never carries a password. */
export interface Redirect {
  status: number;
  from: string;
  to: string;
}

/** The page as it came. */
export interface Fetched {
  outcome: "fetched";
  requestedUrl: string;
  /** What answered in the end; keeps the fragment of the address that led there. */
  finalUrl: string;
  redirects: Redirect[];
  status: number;
  /** Of the last answer, names in lower case, without cookies and Location. */
  headers: Record<string, string>;
  /** Unpacked, otherwise as sent. */
  body: Uint8Array<ArrayBuffer>;
  /** Without parameters, lower case; found out from the bytes when the site does not say. */
  mediaType: string;
  /** The header's own, lower case; `decodeText` finds out the rest. */
  charset: string | null;
  fetchedAt: Date;
}

/** 304: what `etag` or `lastModified` stands for is still the page. */
interface NotModified {
  outcome: "notModified";
  requestedUrl: string;
  finalUrl: string;
  redirects: Redirect[];
  status: number;
  headers: Record<string, string>;
  fetchedAt: Date;
}

export interface Failed {
  outcome: "failed";
  requestedUrl: string;
  failure: FetchFailure;
  /** What went wrong and what a person can do about it; may be shown as it is. */
  sentence: string;
  /** Of the last answer, if there was one. */
  status: number | null;
  /** The last address that was asked, or that would have been. */
  finalUrl: string;
  redirects: Redirect[];
  headers: Record<string, string>;
  fetchedAt: Date;
  /** Not before then, says the site. */
  retryAfter?: Date;
}

export type FetchResult = Fetched | NotModified | Failed;

/** Why an address is not to be asked. */
export interface Refusal {
  failure: FetchFailure;
  sentence: string;
}
