import { z } from "zod";
import type { StoredKind } from "@/lib/claims/kind";
import { LONGEST_CLAIM } from "@/lib/claims/schema";
import { id } from "@/lib/id";
import { severalLines } from "@/lib/one-line";

type ClaimStatus = "unverified" | "supported" | "disputed" | "retracted";

/** A claim that an analysis rests on, as the desk names it. */
export interface Premise extends StoredKind {
  claimId: string;
  storyId: string;
  text: string;
  anchored: boolean;
  status: ClaimStatus;
}

/** An analysis as the desk shows it. */
export interface AnalysisDraft {
  id: string;
  storyId: string;
  /** A marked span, or the whole "Why this matters" box. */
  scope: "span" | "whyItMatters";
  /** Of a span: mirrors the marked words at the story's last save. Of the box: its words when it was first spoken of. */
  text: string;
  /** False when its mark is gone from the story; the box's has none. */
  anchored: boolean;
  author: string | null;
  counterargument: string | null;
  /** In the order in which readers meet them. */
  premises: Premise[];
  version: number;
}

const version = z.int().positive().max(2_147_483_647);

export const markAnalysisInput = z.strictObject({
  /** Made by the browser, which sets the mark with it at once. */
  id,
  storyId: id,
  /** The whole box has no mark: there is one a story, made when somebody first says something of it. */
  scope: z.enum(["span", "whyItMatters"]).default("span"),
  text: z.string().max(LONGEST_CLAIM, { error: "These are too many words for one analysis: choose fewer." }),
});

export const markAnalysesInput = z.strictObject({
  storyId: id,
  /** Marked spans. */
  analyses: z
    .array(markAnalysisInput.pick({ id: true, text: true }))
    .min(1)
    .max(500, { error: "At most 500 analyses are made at once." }),
});

export const setAnalysisInput = z.strictObject({
  id,
  version,
  counterargument: severalLines()
    .max(2_000, { error: "A counterargument takes at most 2,000 characters." })
    .transform((text) => (text === "" ? null : text))
    .nullable(),
});

export const setPremisesInput = z.strictObject({
  id,
  version,
  /** All of them, in any order: they are shown in the order of the text. */
  claimIds: z.array(id).max(100, { error: "An analysis rests on at most 100 claims." }),
});

export const storyAnalysesInput = z.strictObject({ storyId: id });
export const issueAnalysesInput = z.strictObject({ issueId: id });
