import { z } from "zod";
import { id } from "@/lib/id";
import type { LedgerEntry } from "@/lib/ledger/entry";
import { severalLines } from "@/lib/one-line";
import { sourceUrl } from "@/lib/sources/schema";

const version = z.int().positive().max(2_147_483_647);

export const OUTCOMES = ["yes", "no", "ambiguous"] as const;
export type Settled = (typeof OUTCOMES)[number];

/** A stretch of a snapshot's text, in UTF-16 units. */
const passage = z
  .strictObject({
    snapshotId: id,
    start: z.int().nonnegative().max(100_000_000),
    end: z.int().positive().max(100_000_000),
  })
  .refine(({ start, end }) => start < end, { error: "A passage has words." });

export const resolveForecastInput = z.strictObject({
  /** Of the claim. */
  id,
  version,
  outcome: z.enum(OUTCOMES, { error: "Say how it came out." }),
  resolution: severalLines()
    .min(1, { error: "Say in a sentence what happened: readers see it." })
    .max(1_000, { error: "What happened takes at most 1,000 characters." }),
  /** ISO: the day on which it came out. */
  resolvedOn: z.iso.date({ error: "Give the day on which it came out." }),
  /** What settles it. */
  passages: z.array(passage).max(20, { error: "At most 20 passages at once." }).default([]),
});

export const reopenForecastInput = z.strictObject({ id, version });

/** The issue that gets the story; null for the backlog. */
export const takeUpForecastInput = z.strictObject({ claimId: id, issueId: id.nullable() });

export const settlingPassageInput = z.strictObject({
  /** A source of the library, or an address whose source is found or made. */
  source: z.union([
    z.strictObject({ id }),
    z.strictObject({ url: sourceUrl.pipe(z.string({ error: "An address is needed." })) }),
  ]),
  quote: z
    .string()
    .trim()
    .min(1, { error: "Paste the words that settle it." })
    .max(5_000, { error: "A passage has at most 5,000 characters: paste the sentences that say it." }),
  /** Keeps the words as typed by hand where no text of the source has them. */
  typed: z.boolean().default(false),
});

export const findSourcesInput = z.strictObject({
  /** Whose story's own sources come first. */
  claimId: id,
  words: z.string().trim().max(500, { error: "A search has at most 500 characters." }),
});

export interface SourceChoice {
  id: string;
  title: string;
  publisher: string;
  url: string | null;
}

/** A passage as it was found, to be given to `resolveForecast`. */
export interface SettlingPassage {
  snapshotId: string;
  start: number;
  end: number;
  /** The source's own words. */
  exact: string;
  source: { id: string; title: string; publisher: string };
  /** "typed": nobody has seen them on the page. */
  found: "verified" | "near" | "typed";
}

/** Details of the refusal of words that no text of the source has: they may be kept as typed by hand. */
export interface NotFoundThere {
  mayType: true;
}

/** A published forecast or commitment as the desk has it. Days are ISO. */
export interface ForecastLine {
  /** The claim's. */
  id: string;
  version: number;
  kind: LedgerEntry["claim"]["kind"];
  text: string;
  speaker: string | null;
  /** The day it falls due, as published; null where none was named. */
  due: string | null;
  criteria: string | null;
  probability: number | null;
  storyId: string;
  headline: string;
  issueNumber: number;
  /** Of the story, for readers. */
  address: string;
  /** The story that was begun for it. */
  takenUpBy: { id: string; headline: string; issue: string | null } | null;
  /** Passages that are there already and would settle it. */
  settling: { exact: string; title: string }[];
}

/** Open ones by when they fall due, as seen from one day. */
export interface OpenForecasts {
  due: ForecastLine[];
  /** In the next four weeks. */
  soon: ForecastLine[];
  /** After that, or on no day that was named. */
  later: ForecastLine[];
}

/** One that was settled. */
export interface SettledForecast extends ForecastLine {
  outcome: Settled;
  resolution: string;
  /** ISO day. */
  resolvedOn: string;
  resolvedBy: string | null;
}

/** An unpublished issue that a story can be begun in. */
export interface DraftChoice {
  id: string;
  title: string;
}
