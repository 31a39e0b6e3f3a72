import { z } from "zod";
import { ATTRIBUTIONS, type Attribution, KINDS, MODES, type Mode, storedKind } from "@/lib/claims/kind";
import type { EvidenceLine } from "@/lib/evidence/schema";
import { id } from "@/lib/id";
import { oneLine, severalLines } from "@/lib/one-line";

/** A claim as the desk shows it, with what it stands on. Days are ISO dates. */
export interface ClaimDraft {
  id: string;
  storyId: string;
  /** Mirrors the marked words at the story's last save. */
  text: string;
  /** False when its mark is gone from the story. */
  anchored: boolean;
  attribution: Attribution;
  mode: Mode;
  speaker: string | null;
  speakerRole: string | null;
  utteredAt: string | null;
  horizonAt: string | null;
  resolutionCriteria: string | null;
  /** From 0 to 1, where the speaker stated one. */
  probability: number | null;
  version: number;
  /** In the editors' order. */
  evidence: EvidenceLine[];
}

const line = (what: string) =>
  oneLine()
    .max(300, { error: `${what} has at most 300 characters.` })
    .transform((text) => (text === "" ? null : text))
    .nullable();

const NOT_A_DAY = "A day lies between the years 1900 and 2199.";
const day = z.iso
  .date({ error: NOT_A_DAY })
  .refine((date) => date >= "1900" && date < "2200", { error: NOT_A_DAY })
  .nullable();

const NOT_A_CHANCE = "A probability lies between 0 and 100 percent.";

/** The most words that one claim may cover, in UTF-16 units. */
export const LONGEST_CLAIM = 20_000;

const newClaim = z.strictObject({
  /** Made by the browser, which sets the mark with it at once. */
  id,
  kind: z.enum(KINDS),
  /** Of a forecast or a commitment: in whose words it is; the other kinds say that themselves. */
  attribution: z.enum(ATTRIBUTIONS).optional(),
  speaker: line("A speaker").optional(),
  /** Of a forecast or a commitment: when it falls due. */
  horizonAt: day.optional(),
  /** Of any other kind: when it would fall due as one of those two. Kept unread until it becomes one. */
  dueIfAhead: day.optional(),
  text: z.string().max(LONGEST_CLAIM, { error: "These are too many words for one claim: choose fewer." }),
});
export type NewClaim = z.output<typeof newClaim>;

const hasSpeaker = (given: NewClaim) =>
  storedKind(given.kind, given.attribution ?? "none").attribution !== "reported" || Boolean(given.speaker);
const NO_SPEAKER = { error: "A statement is somebody's: name the speaker." };
const isDueRightly = ({ kind, horizonAt }: NewClaim) =>
  !horizonAt || kind === "forecast" || kind === "commitment";
const NOT_DUE = { error: "Only a forecast or a commitment falls due." };

export const markClaimInput = newClaim
  .extend({ storyId: id })
  .refine(hasSpeaker, NO_SPEAKER)
  .refine(isDueRightly, NOT_DUE);

/** The most claims that are made at once. */
const MOST_CLAIMS = 500;

export const markClaimsInput = z.strictObject({
  storyId: id,
  claims: z
    .array(newClaim.refine(hasSpeaker, NO_SPEAKER).refine(isDueRightly, NOT_DUE))
    .min(1)
    .max(MOST_CLAIMS, { error: `At most ${MOST_CLAIMS} claims are made at once.` }),
});

export const setClaimInput = z.strictObject({
  id,
  version: z.int().positive().max(2_147_483_647),
  attribution: z.enum(ATTRIBUTIONS).optional(),
  mode: z.enum(MODES).optional(),
  speaker: line("A speaker").optional(),
  speakerRole: line("A speaker's role").optional(),
  utteredAt: day.optional(),
  /** Of a forecast or a commitment: when it falls due. */
  horizonAt: day.optional(),
  resolutionCriteria: severalLines()
    .max(2_000, { error: "What counts as met takes at most 2,000 characters." })
    .transform((text) => (text === "" ? null : text))
    .nullable()
    .optional(),
  /** Of a forecast or a commitment: what the speaker said, and nobody else. */
  probability: z
    .number()
    .min(0, { error: NOT_A_CHANCE })
    .max(1, { error: NOT_A_CHANCE })
    .nullable()
    .optional(),
});

export const claimIdInput = z.strictObject({ id });
export const storyClaimsInput = z.strictObject({ storyId: id });
export const issueClaimsInput = z.strictObject({ issueId: id });
