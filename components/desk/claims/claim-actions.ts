import type { AnalysisDraft } from "@/lib/analyses/schema";
import type { Attribution, Kind, Mode } from "@/lib/claims/kind";
import type { ClaimDraft, NewClaim } from "@/lib/claims/schema";
import type { Result } from "@/lib/errors";
import type {
  Candidate,
  ReadableSnapshot,
  ReadableSource,
  Relation,
  SnapshotText,
} from "@/lib/evidence/schema";

type Action<I, T> = (input: I) => Promise<Result<T>>;

/** What an editor can say of a claim. */
export interface ClaimChanges {
  attribution?: Attribution;
  mode?: Mode;
  speaker?: string;
  speakerRole?: string;
  utteredAt?: string | null;
  horizonAt?: string | null;
  resolutionCriteria?: string;
  /** From 0 to 1. */
  probability?: number | null;
}

/** A mark that came with copied words. */
interface Copied {
  id: string;
  fromId: string;
  text: string;
}

/** What can be done to claims; app/(desk)/desk/claims/actions.ts gives it. */
export interface ClaimActions {
  listStoryClaims: Action<{ storyId: string }, ClaimDraft[]>;
  listIssueClaims: Action<{ issueId: string }, ClaimDraft[]>;
  markClaim: Action<{ id: string; storyId: string; kind: Kind; text: string }, ClaimDraft>;
  markClaims: Action<{ storyId: string; claims: NewClaim[] }, ClaimDraft[]>;
  listStoryAnalyses: Action<{ storyId: string }, AnalysisDraft[]>;
  listIssueAnalyses: Action<{ issueId: string }, AnalysisDraft[]>;
  markAnalysis: Action<
    { id: string; storyId: string; scope?: "span" | "whyItMatters"; text: string },
    AnalysisDraft
  >;
  markAnalyses: Action<{ storyId: string; analyses: { id: string; text: string }[] }, AnalysisDraft[]>;
  setAnalysis: Action<{ id: string; version: number; counterargument: string }, AnalysisDraft>;
  setPremises: Action<{ id: string; version: number; claimIds: string[] }, AnalysisDraft>;
  copyMarks: Action<
    { storyId: string; claims: Copied[]; analyses: Copied[] },
    { claims: ClaimDraft[]; analyses: AnalysisDraft[] }
  >;
  setClaim: Action<{ id: string; version: number } & ClaimChanges, ClaimDraft>;
  removeClaim: Action<{ id: string }, { id: string }>;
  restoreClaim: Action<{ id: string }, ClaimDraft>;
  listSpeakerNames: Action<Record<string, never>, string[]>;
  attachEvidence: Action<
    { claimId: string; snapshotId: string; start: number; end: number },
    { id: string; claim: ClaimDraft }
  >;
  relateEvidence: Action<{ id: string; relation: Relation }, ClaimDraft>;
  arrangeEvidence: Action<{ claimId: string; base: string[]; evidenceIds: string[] }, ClaimDraft>;
  detachEvidence: Action<{ id: string }, ClaimDraft>;
  restoreEvidence: Action<{ id: string }, ClaimDraft>;
  signNear: Action<{ id: string; claimVersion: number }, ClaimDraft>;
  findEvidence: Action<{ storyId: string; claimId?: string; quote?: string }, Candidate[]>;
  listReadableSources: Action<{ storyId: string }, ReadableSource[]>;
  readSnapshot: Action<{ id: string; claimId?: string; quote?: string }, SnapshotText>;
  keepTypedSnapshot: Action<{ storyId: string; sourceId: string; text: string }, ReadableSnapshot>;
}
