import { ClaimStateWords } from "@/components/desk/claims/claim-state";
import type { NamedAnchor } from "@/components/editor/claims/anchors";
import type { AnalysisDraft } from "@/lib/analyses/schema";
import { stateOfAnalysis } from "@/lib/analyses/state";
import { KIND_MARKS, kindOf } from "@/lib/claims/kind";
import type { ClaimDraft } from "@/lib/claims/schema";
import { type ClaimState, hasStandingEvidence, stateOfClaim, stateWords } from "@/lib/claims/state";

/** One line of the list of a story's claims and analyses. */
export interface ClaimEntry extends NamedAnchor {
  text: string;
  /** Shape and word of its kind. */
  kind: string;
  hasEvidence: boolean;
  state: { of: "claim"; state: ClaimState; words: string } | { of: "analysis"; tone: string; words: string };
}

const kindWords = ({ shape, word }: { shape: string; word: string }) => `${shape} ${word}`.trim();

export function claimEntry(claim: ClaimDraft): ClaimEntry {
  const state = stateOfClaim(claim);
  return {
    ...{ type: "claim", id: claim.id, text: claim.text },
    kind: kindWords(KIND_MARKS[kindOf(claim)]),
    hasEvidence: hasStandingEvidence(state),
    state: { of: "claim", state, words: stateWords(claim) },
  };
}

const TONES: Record<ReturnType<typeof stateOfAnalysis>["state"], string> = {
  resting: "font-semibold text-good",
  unsaid: "text-quiet",
  none: "font-semibold text-line",
  flagged: "font-semibold text-line",
};

export function analysisEntry(analysis: AnalysisDraft): ClaimEntry {
  const { state, words } = stateOfAnalysis(analysis);
  return {
    ...{ type: "analysis", id: analysis.id, text: analysis.text },
    kind: kindWords(KIND_MARKS.analysis),
    hasEvidence: false,
    state: { of: "analysis", tone: TONES[state], words },
  };
}

/** The whole box as a line: by its name, not by all of its words. */
export function boxEntry(analysis: AnalysisDraft, label: string): ClaimEntry {
  return { ...analysisEntry(analysis), text: label };
}

/** Kind and state of a line, in words and shapes. */
export function EntryState({ entry: { kind, state } }: { entry: ClaimEntry }) {
  return (
    <span>
      <span className="text-quiet">{kind} · </span>
      {state.of === "claim" ? (
        <ClaimStateWords state={state.state} words={state.words} />
      ) : (
        <span className={state.tone}>{state.words}</span>
      )}
    </span>
  );
}
