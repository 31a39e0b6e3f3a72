"use client";

import { useState } from "react";
import { toast } from "sonner";
import { ClaimLine } from "@/components/desk/claims/claim-line";
import { useClaimsRoom } from "@/components/desk/claims/claims-room";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { KindChoice } from "@/components/desk/claims/kind-choice";
import { turnKind } from "@/components/desk/claims/mark-kind";
import { MarkTools } from "@/components/desk/claims/mark-tools";
import { PremisesPicker } from "@/components/desk/claims/premises-picker";
import { setAnalysis } from "@/components/desk/claims/set-analysis";
import { Button } from "@/components/ui/button";
import type { AnalysisDraft } from "@/lib/analyses/schema";
import { stateOfAnalysis } from "@/lib/analyses/state";
import { KIND_MARKS } from "@/lib/claims/kind";

interface OneAnalysisProps {
  claims: StoryClaims;
  /** Version 0 where nobody has said anything of the box yet. */
  analysis: AnalysisDraft;
  /** What the box is called, where this is its analysis. */
  title: string;
  mayWrite: boolean;
}

/** The analysis in hand: what it rests on, what speaks against it, and whose reasoning it is. */
export function OneAnalysis({ claims, analysis, title, mayWrite }: OneAnalysisProps) {
  const { state, words } = stateOfAnalysis(analysis);
  return (
    <>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 tabIndex={-1} data-claim-heading className="text-sm font-semibold">
          Analysis
        </h2>
        <Button size="sm" variant="quiet" onClick={() => claims.select(null)}>
          All claims
        </Button>
      </div>
      <p className="mb-1 font-serif text-base [overflow-wrap:anywhere]">{title}</p>
      <p className="mb-3 text-sm">
        <span className="font-semibold">
          <span aria-hidden>{KIND_MARKS.analysis.shape} </span>
          <span className={state === "resting" || state === "unsaid" ? "" : "text-line"}>{words}</span>
        </span>
        {analysis.author ? ` · the reasoning is ${analysis.author}’s` : ""}
      </p>
      {mayWrite ? <Fields claims={claims} analysis={analysis} /> : <Told analysis={analysis} />}
    </>
  );
}

function Fields({ claims, analysis }: Pick<OneAnalysisProps, "claims" | "analysis">) {
  const room = useClaimsRoom();
  const [problem, setProblem] = useState<string | null>(null);
  const anchor = { type: "analysis", id: analysis.id } as const;
  const isSpan = analysis.scope === "span";
  const set = async (changes: Parameters<typeof setAnalysis>[2]) => {
    const answer = await setAnalysis(claims, analysis, changes);
    setProblem(answer);
    return answer === null;
  };
  const unmark = () => {
    claims.unmark(anchor);
    toast("The words are no analysis any more. Undo in the text brings the mark back.");
  };
  return (
    <div className="mb-4 grid gap-3 text-sm">
      {isSpan && claims.has(anchor) ? (
        <KindChoice
          kind="analysis"
          onChoose={(kind) => turnKind(claims, anchor, kind, room?.actor.name ?? "")}
        />
      ) : null}
      <PremisesPicker claims={claims} analysis={analysis} onSet={(claimIds) => set({ claimIds })} />
      <ClaimLine
        label="Against it"
        type="lines"
        value={analysis.counterargument ?? ""}
        keptAs={`${room?.actor.id} analysis ${analysis.storyId} ${analysis.id} against`}
        onKeep={(counterargument) => set({ counterargument })}
      />
      <p role="alert" className="text-line empty:hidden">
        {problem}
      </p>
      {isSpan ? <MarkTools claims={claims} anchor={anchor} onUnmark={unmark} /> : null}
    </div>
  );
}

/** For who may only read. */
function Told({ analysis }: { analysis: AnalysisDraft }) {
  return (
    <div className="mb-4 grid gap-2 text-sm">
      {analysis.premises.length > 0 ? (
        <ul aria-label="Rests on" className="list-disc pl-4">
          {analysis.premises.map(({ claimId, text }) => (
            <li key={claimId}>{text}</li>
          ))}
        </ul>
      ) : null}
      {analysis.counterargument ? <p>Against it: {analysis.counterargument}</p> : null}
    </div>
  );
}
