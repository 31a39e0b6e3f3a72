import { z } from "zod";
import { id } from "@/lib/id";
import { type ReadingFailure, SOURCE_STATES, type SourceState } from "@/lib/sources/state";

/** Where a source is cited. */
export interface SourcePlace {
  storyId: string;
  headline: string;
  /** Whose story it is; only theirs may a contributor change. */
  authorId: string | null;
  /** Null in the backlog. */
  issue: { id: string; title: string; number: number | null } | null;
}

/** One line of the list of all sources. Dates are ISO; moments too. */
export interface SourceSummary {
  id: string;
  title: string;
  publisher: string;
  url: string | null;
  publishedAt: string | null;
  state: SourceState;
  stateSince: string | null;
  checkedAt: string | null;
  /** Why the last look brought no text; null when it did. */
  lastFailure: ReadingFailure | null;
  /** A look was asked for and has not ended. */
  fetchAskedAt: string | null;
  snapshots: number;
  places: SourcePlace[];
}

/** What can be typed of a source, and the version that has it. */
export interface EditedSource {
  version: number;
  title: string;
  byline: string;
  publisher: string;
  url: string | null;
  /** ISO. */
  publishedAt: string | null;
  description: string;
  sourceType: SourceDetail["sourceType"];
  accessNote: SourceDetail["accessNote"];
  language: string | null;
}

/** A snapshot without its text, or a look that brought none. */
export interface SnapshotLine {
  id: string;
  fetchedAt: string;
  origin: "fetched" | "typed" | "demoExcerpt";
  /** Null where there is text. */
  failure: string | null;
  /** The failure's sentence, or what is to be known of the text. */
  remark: string;
  finalUrl: string | null;
  redirects: { status: number; from: string; to: string }[];
  status: number | null;
  mediaType: string | null;
  /** Characters of text. */
  textLength: number;
  /** Bytes that the text takes in the database; null where there is none. */
  textKept: number | null;
  textSha256: string | null;
  rawSha256: string | null;
  /** Bytes as sent, and as kept; null where they were never kept or were given up. */
  rawSize: number | null;
  rawKept: number | null;
  rawStore: "postgres" | "s3" | null;
  rawPrunedAt: string | null;
  extractorVersion: string | null;
  /** How many passages claims rest on in it. */
  evidence: number;
}

export interface SourceDetail extends SourceSummary {
  byline: string;
  description: string;
  language: string | null;
  sourceType: "primary" | "secondary" | "pressRelease" | "documentation" | "social" | null;
  accessNote: "paywall" | "captcha" | "login" | null;
  movedTo: string | null;
  nextCheckAt: string | null;
  version: number;
  /** Where each field came from, in words: "the page", "an import", "the address", or who typed it. */
  origins: Record<string, string>;
  /** Newest first. */
  history: SnapshotLine[];
  /** Newest first. */
  changes: { at: string; was: SourceState; became: SourceState; sentence: string }[];
}

export const listSourcesInput = z.strictObject({
  words: z.string().max(200).default(""),
  state: z.enum(SOURCE_STATES).nullable().default(null),
  /** Cited by a story or not; null for both. */
  cited: z.boolean().nullable().default(null),
  /** The id of the last line that is known already. */
  after: id.nullable().default(null),
});
