import type { ClaimDraft } from "@/lib/claims/schema";
import type { Labels } from "@/lib/issues/labels";
import type { HighlightDraft, LeftStory, SourceLine, Week, WorkflowState } from "@/lib/issues/schema";
import type { RichText } from "@/lib/rich-text/document";
import type { SourceState } from "@/lib/sources/state";

// What preflight reads of an issue: plain data, so that its rules need no database.

export interface PreflightSource extends Pick<SourceLine, "id" | "title" | "byline" | "publisher" | "url"> {
  state: SourceState;
  /** Whether there is a snapshot with text, fetched or typed. */
  hasText: boolean;
  /** The beginning of the text that was kept last; empty when there is none. */
  text: string;
}

type ClaimStatus = "unverified" | "supported" | "disputed" | "retracted";

export interface PreflightClaim
  extends Pick<
    ClaimDraft,
    "id" | "text" | "anchored" | "attribution" | "mode" | "speaker" | "speakerRole" | "horizonAt" | "evidence"
  > {
  status: ClaimStatus;
}

export interface PreflightAnalysis {
  id: string;
  scope: "span" | "whyItMatters";
  text: string;
  /** The claims it rests on. */
  premises: { claimId: string; text: string; status: ClaimStatus }[];
}

/** An earlier published story that cites one of this story's sources. */
export interface EarlierStory {
  sourceId: string;
  storyId: string;
  headline: string;
  issue: { number: number | null; title: string };
}

export interface PreflightStory {
  id: string;
  /** From 1 through the whole issue. */
  number: number;
  headline: string;
  body: RichText;
  whyItMatters: RichText;
  workflowState: WorkflowState;
  /** In the editors' order. */
  sources: PreflightSource[];
  /** Those whose mark is gone, too. */
  claims: PreflightClaim[];
  /** Only those that stand in the story. */
  analyses: PreflightAnalysis[];
  coveredBefore: EarlierStory[];
  /** Conversations about it that nobody has settled. */
  open: { comments: number; suggestions: number };
}

/** A page that some story cites, and whose it is. */
export interface KnownPage {
  publisher: string;
  title: string;
}

export interface PreflightDraft {
  id: string;
  week: Week;
  workflowState: WorkflowState;
  labels: Labels;
  standfirst: string;
  introduction: RichText;
  highlights: HighlightDraft[];
  thesis: string[];
  closing: RichText;
  leftStories: LeftStory[];
  /** In reading order. */
  stories: PreflightStory[];
  /** The pages cited last, in any story. */
  knownPages: KnownPage[];
  /** Ids of those pictures of the texts that are kept. */
  keptPictures: string[];
}
