import type { Failure } from "@/components/desk/attempt";
import { type AnchorKey, anchorKey } from "@/components/editor/claims/anchors";
import type { ClaimSign, Signs } from "@/components/editor/claims/claims-host";
import type { AnalysisDraft } from "@/lib/analyses/schema";
import { stateOfAnalysis } from "@/lib/analyses/state";
import { KIND_MARKS, type Kind, kindOf, storedKind } from "@/lib/claims/kind";
import type { ClaimDraft } from "@/lib/claims/schema";
import { STATE_MARKS, stateOfClaim, stateWords } from "@/lib/claims/state";
import { equal } from "@/lib/equal";

/** The texts of a story that can hold claims. */
export type ClaimPart = "body" | "whyItMatters";

/** What one screen knows of the claims and analyses of a story. */
export interface ClaimsState {
  claims: ClaimDraft[];
  analyses: AnalysisDraft[];
  known: boolean;
  failure: Failure | null;
  /** The claim or analysis in hand. */
  active: string | null;
  /** Somebody asked to be brought to the claim in hand; a new object for each wish. */
  wanted: { id: string } | null;
  /** The claim that becomes a statement once its speaker is named. */
  naming: string | null;
  /** Who seems to speak in it, to be taken or typed over. */
  offered: string | null;
  /** The claim that evidence is being looked for. */
  picking: { claimId: string; part: ClaimPart } | null;
}

export const NOTHING: ClaimsState = {
  claims: [],
  analyses: [],
  known: false,
  failure: null,
  active: null,
  wanted: null,
  naming: null,
  offered: null,
  picking: null,
};

/** A claim of which the server has not heard yet. */
export const UNKNOWN_VERSION = 0;

/** What was read, and what the server has not heard of yet. */
export function withUnheard<T extends { id: string; version: number }>(read: T[], before: readonly T[]): T[] {
  const unheard = before.filter(
    ({ id, version }) => version === UNKNOWN_VERSION && !read.some((each) => each.id === id),
  );
  return [...read, ...unheard];
}

/** The list with one of its things as it stands now. */
export function withOne<T extends { id: string }>(list: readonly T[], one: T): T[] {
  return list.some(({ id }) => id === one.id)
    ? list.map((each) => (each.id === one.id ? one : each))
    : [...list, one];
}

function claimSign(claim: ClaimDraft): ClaimSign {
  const kind = kindOf(claim);
  const { word, shape } = KIND_MARKS[kind];
  const state = stateOfClaim(claim);
  const told = { shape: STATE_MARKS[state].shape, words: stateWords(claim), state };
  return { type: "claim", id: claim.id, kind, kindWord: word, kindShape: shape, ...told };
}

function analysisSign(analysis: AnalysisDraft): ClaimSign {
  const { word, shape } = KIND_MARKS.analysis;
  const named = { type: "analysis", id: analysis.id, kind: "analysis" } as const;
  const { state, ...told } = stateOfAnalysis(analysis);
  // The wave under words is for claims without evidence.
  return { ...named, kindWord: word, kindShape: shape, ...told, state: state === "none" ? "bare" : state };
}

export function signsOf({ claims, analyses }: Pick<ClaimsState, "claims" | "analyses">): Signs {
  const signs = [...claims.map(claimSign), ...analyses.map(analysisSign)];
  return new Map<AnchorKey, ClaimSign>(signs.map((sign) => [anchorKey(sign), sign]));
}

/** The signs as they were where none is another: a text draws them anew only when they changed. */
export function sameOr(before: Signs, after: Signs): Signs {
  return equal([...before.values()], [...after.values()]) ? before : after;
}

/** Which words stand under which marks, by their ids. */
export interface MarkedWords {
  claim: ReadonlyMap<string, string>;
  analysis: ReadonlyMap<string, string>;
}

/** Whether a claim or an analysis says something else than the words that were saved under its mark. */
export function isOutdated(
  { claims, analyses }: Pick<ClaimsState, "claims" | "analyses">,
  { claim, analysis }: MarkedWords,
): boolean {
  const isOld = (marked: ReadonlyMap<string, string>) => (row: ClaimDraft | AnalysisDraft) =>
    marked.has(row.id) ? !row.anchored || marked.get(row.id) !== row.text : row.anchored;
  const spans = analyses.filter(({ scope }) => scope === "span");
  return claims.some(isOld(claim)) || spans.some(isOld(analysis));
}

export function isClaim(value: unknown): value is ClaimDraft {
  return typeof value === "object" && value !== null && "evidence" in value && "anchored" in value;
}

export function isAnalysis(value: unknown): value is AnalysisDraft {
  return typeof value === "object" && value !== null && "premises" in value && "anchored" in value;
}

/** A claim that was just marked here. */
export function newClaim(storyId: string, id: string, text: string, kind: Kind): ClaimDraft {
  return {
    ...{ id, storyId, text, ...storedKind(kind, "none"), version: UNKNOWN_VERSION },
    anchored: true,
    speaker: null,
    speakerRole: null,
    utteredAt: null,
    horizonAt: null,
    resolutionCriteria: null,
    probability: null,
    evidence: [],
  };
}

/** An analysis that was just marked here. */
export function newAnalysis(storyId: string, id: string, text: string, author: string): AnalysisDraft {
  return {
    ...{ id, storyId, text, author, version: UNKNOWN_VERSION },
    scope: "span",
    anchored: true,
    counterargument: null,
    premises: [],
  };
}
