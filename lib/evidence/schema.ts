import { z } from "zod";
import type { SourceState } from "@/lib/generated/prisma/enums";
import { id } from "@/lib/id";
import type { DiffPart } from "@/lib/quotations/differences";

export const RELATIONS = ["supports", "contradicts", "context", "resolves"] as const;
export type Relation = (typeof RELATIONS)[number];
export type MatchStatus = "verified" | "near" | "notFound";
type SnapshotOrigin = "fetched" | "typed" | "demoExcerpt";

/** A passage that a claim stands on, as the desk shows it. Moments are ISO; offsets are UTF-16 units into the snapshot's text. */
export interface EvidenceLine {
  id: string;
  snapshotId: string;
  source: { id: string; title: string; publisher: string; url: string | null; state: SourceState };
  origin: SnapshotOrigin;
  /** When the snapshot was made. */
  readAt: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  /** Of a PDF: the page on which the passage begins. */
  page: number | null;
  matchStatus: MatchStatus;
  similarity: number | null;
  /** From the claim's quoted words to the passage's: of a near match, and of the closest words where they were not found. */
  diff: DiffPart[] | null;
  /** Who accepted a near match; null while nobody has. */
  signedBy: string | null;
  signedAt: string | null;
  relation: Relation;
  goneSince: string | null;
}

/** A text of a source that passages can be taken from. */
export interface ReadableSnapshot {
  id: string;
  origin: SnapshotOrigin;
  readAt: string;
  /** Length in characters. */
  length: number;
}

/** What was selected on a source's page when it was sent here. `sentBy` is null for the reader's own. */
export interface SentPassage {
  text: string;
  sentBy: string | null;
}

/** A source of a story with what can be read of it. */
export interface ReadableSource {
  id: string;
  title: string;
  publisher: string;
  url: string | null;
  /** The newest text that was fetched, then what was typed by hand, newest first. */
  snapshots: ReadableSnapshot[];
  /** Why there is no fetched text, in a sentence; null where there is one. */
  why: string | null;
  sent: SentPassage[];
}

export interface TextPage {
  number: number;
  start: number;
  end: number;
}

/** A snapshot's text to read, with the passage that comes closest to what is looked for. */
export interface SnapshotText {
  id: string;
  sourceId: string;
  title: string;
  publisher: string;
  url: string | null;
  origin: SnapshotOrigin;
  readAt: string;
  text: string;
  /** Of a PDF: where each page stands in the text. */
  pages: TextPage[];
  suggested: { start: number; end: number } | null;
}

/** Words found in one of a story's sources. */
export interface Candidate {
  sourceId: string;
  snapshotId: string;
  start: number;
  end: number;
  /** "closest": the words are not there; this is what resembles them most. */
  matchStatus: "verified" | "near" | "closest";
  similarity: number;
  diff: DiffPart[] | null;
}

const offset = z.int().nonnegative().max(100_000_000);
const relation = z.enum(RELATIONS);

/** The most that one passage may hold, in UTF-16 units: three or four paragraphs. */
export const LONGEST_PASSAGE = 5_000;

export const attachEvidenceInput = z
  .strictObject({
    claimId: id,
    snapshotId: id,
    start: offset,
    end: offset,
    relation: relation.default("supports"),
  })
  .refine(({ start, end }) => start < end, { error: "Select the passage first." })
  .refine(({ start, end }) => end - start <= LONGEST_PASSAGE, {
    error: "A passage has at most 5,000 characters: select the sentences that say it.",
  });

export const evidenceIdInput = z.strictObject({ id });
export const relateEvidenceInput = z.strictObject({ id, relation });
/** `base` is the order that the new one was made from. */
export const arrangeEvidenceInput = z.strictObject({
  claimId: id,
  base: z.array(id).max(200),
  evidenceIds: z.array(id).max(200),
});
/** `claimVersion` is that of the claim whose difference was looked at. */
export const signNearInput = z.strictObject({ id, claimVersion: z.int().positive() });

const words = z.string().trim().max(LONGEST_PASSAGE, { error: "Look for at most 5,000 characters at once." });

/** Without a quotation, the claim's own quoted words are looked for. */
export const findEvidenceInput = z.strictObject({
  storyId: id,
  claimId: id.optional(),
  quote: words.optional(),
});

export const readableSourcesInput = z.strictObject({ storyId: id });
export const snapshotTextInput = z.strictObject({
  id,
  claimId: id.optional(),
  quote: words.optional(),
});

export const keepTypedSnapshotInput = z.strictObject({
  storyId: id,
  sourceId: id,
  text: z
    .string()
    .trim()
    .min(1, { error: "Type or paste the passage as the source has it." })
    .max(200_000, { error: "A text typed by hand has at most 200,000 characters." }),
});
