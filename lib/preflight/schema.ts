import { z } from "zod";
import { id } from "@/lib/id";
import { oneLine } from "@/lib/one-line";

export const LEVELS = ["blocking", "warning", "note"] as const;
export type Level = (typeof LEVELS)[number];

/** The field of the issue or of a story in which something is to be mended. */
export type PreflightPart =
  | "front"
  | "introduction"
  | "highlights"
  | "closing"
  | "headline"
  | "sources"
  | "body"
  | "whyItMatters";

/** Where something is to be mended. */
export interface PreflightPlace {
  issueId: string;
  storyId?: string;
  claimId?: string;
  analysisId?: string;
  sourceId?: string;
  part?: PreflightPart;
  /** Words of the text, as they stand there. */
  quote?: string;
}

/** One line of what stands between the draft and its readers. */
export interface PreflightLine {
  rule: string;
  level: Level;
  /** What is wrong, and where. */
  sentence: string;
  place: PreflightPlace;
  /** The same from run to run while nothing about it changed: how an override says what it overrode. */
  key: string;
  /** True where no reason helps: readers could not be given the edition. */
  final: boolean;
}

/** What an edition keeps of a blocking line that was overridden. */
export interface Override {
  rule: string;
  key: string;
  sentence: string;
  reason: string;
}

export const preflightInput = z.strictObject({ issueId: id });

/** Publishes an issue; `override` says why it is published over what blocks it. */
export const publishIssueInput = z.strictObject({
  id,
  override: z
    .strictObject({
      reason: oneLine()
        .min(1, { error: "Publishing over what blocks it takes a reason." })
        .max(500, { error: "A reason has at most 500 characters." }),
    })
    .optional(),
});
