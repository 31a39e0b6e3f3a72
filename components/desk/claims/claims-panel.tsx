"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import { toast } from "sonner";
import { OneAnalysis } from "@/components/desk/claims/analysis-panel";
import { BOX, boxAnalysis } from "@/components/desk/claims/box-analysis";
import { ClaimFields } from "@/components/desk/claims/claim-fields";
import { ClaimStateWords } from "@/components/desk/claims/claim-state";
import { AllClaims } from "@/components/desk/claims/claims-list";
import { useClaimsRoom, useStoryClaims } from "@/components/desk/claims/claims-room";
import type { ClaimsState, StoryClaims } from "@/components/desk/claims/claims-store";
import { EvidenceCard } from "@/components/desk/claims/evidence-card";
import { MarkTools } from "@/components/desk/claims/mark-tools";
import { type ClaimDeeds, useClaimDeeds } from "@/components/desk/claims/use-claim-deeds";
import { useNamedClaim } from "@/components/desk/claims/use-named-claim";
import { Button } from "@/components/ui/button";
import type { ClaimDraft } from "@/lib/claims/schema";
import { stateOfClaim, stateWords } from "@/lib/claims/state";
import type { StoryDraft } from "@/lib/issues/schema";
import { can } from "@/lib/policy";

interface ClaimsPanelProps {
  story: StoryDraft;
  /** The house's label of the box. */
  whyLabel?: string | undefined;
  /** Somebody wants to see the panel: a narrow window shows it now. */
  onWanted?: (() => void) | undefined;
}

/** What a story claims, and what the claim in hand stands on: nothing outside ClaimsProvider. */
export function ClaimsPanel({ story, whyLabel = "Why this matters", onWanted }: ClaimsPanelProps) {
  const [claims, state] = useStoryClaims(story.id);
  const actor = useClaimsRoom()?.actor;
  const deeds = useClaimDeeds(claims);
  const place = useRef<HTMLElement>(null);
  useNamedClaim(claims, state);
  useComing(claims, state, place, onWanted);
  if (!claims || !state || !actor) return null;
  const mayWrite = can(actor, "story.write", { ownerId: story.authorId });
  const analysis = analysisInHand(story, claims, state);
  const active = state.claims.find(({ id }) => id === state.active);
  // The key that the text has works beside it too.
  const evidenceKey = (event: KeyboardEvent) => {
    if (!mayWrite || !active || analysis || !isEvidenceKey(event)) return;
    event.preventDefault();
    claims.pick(active.id);
  };
  return (
    <section ref={place} aria-label="Claims" className="mb-6" onKeyDown={evidenceKey}>
      {analysis ? (
        <OneAnalysis
          key={analysis.scope === "span" ? analysis.id : BOX}
          claims={claims}
          analysis={analysis}
          title={analysis.scope === "span" ? analysis.text : whyLabel}
          mayWrite={mayWrite}
        />
      ) : active ? (
        <OneClaim claims={claims} claim={active} mayWrite={mayWrite} deeds={deeds} />
      ) : (
        <AllClaims story={story} claims={claims} state={state} whyLabel={whyLabel} />
      )}
    </section>
  );
}

function analysisInHand(story: StoryDraft, claims: StoryClaims, { active, analyses }: ClaimsState) {
  if (active === BOX) return boxAnalysis(story, analyses);
  return active && claims.isAnalysis(active) ? claims.analysis(active) : null;
}

/** Brings the person to the claim that they asked for from the margin. */
function useComing(
  claims: StoryClaims | null,
  state: ClaimsState | null,
  place: { readonly current: HTMLElement | null },
  onWanted: (() => void) | undefined,
) {
  const wanted = state?.wanted ?? null;
  useEffect(() => {
    if (!wanted || !claims) return;
    onWanted?.();
    // A narrow window shows the panel only now.
    const frame = requestAnimationFrame(() => {
      claims.came();
      const asked = claims.state().naming ? "[data-claim-speaker] input" : "[data-claim-heading]";
      const goal = place.current?.querySelector<HTMLElement>(asked);
      goal?.focus({ preventScroll: true });
      // Who seems to speak is typed over.
      if (goal instanceof HTMLInputElement) goal.select();
      goal?.scrollIntoView({ block: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [claims, wanted, place, onWanted]);
}

/** The key of components/editor/claims/claim-marks.ts. */
const isEvidenceKey = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) =>
  (ctrlKey || metaKey) && shiftKey && !altKey && key.toLowerCase() === "e";

interface OneClaimProps {
  claims: StoryClaims;
  claim: ClaimDraft;
  mayWrite: boolean;
  deeds: ClaimDeeds;
}

function OneClaim({ claims, claim, mayWrite, deeds }: OneClaimProps) {
  return (
    <>
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 tabIndex={-1} data-claim-heading className="text-sm font-semibold">
          Claim
        </h2>
        <Button size="sm" variant="quiet" onClick={() => claims.select(null)}>
          All claims
        </Button>
      </div>
      <p className="mb-1 font-serif text-base [overflow-wrap:anywhere]">{claim.text}</p>
      <p className="mb-3 text-sm">
        <ClaimStateWords state={stateOfClaim(claim)} words={stateWords(claim)} />
      </p>
      <ClaimFields key={claim.id} claims={claims} claim={claim} mayWrite={mayWrite} deeds={deeds} />
      <ol aria-label="Evidence" className="mb-3 grid gap-2 empty:hidden">
        {claim.evidence.map((line, index) => (
          <EvidenceCard
            key={line.id}
            claim={claim}
            line={line}
            isFirst={index === 0}
            mayWrite={mayWrite}
            deeds={deeds}
          />
        ))}
      </ol>
      {mayWrite ? <Tools claims={claims} claim={claim} /> : null}
    </>
  );
}

function Tools({ claims, claim }: { claims: StoryClaims; claim: ClaimDraft }) {
  const anchor = { type: "claim", id: claim.id } as const;
  const unmark = () => {
    claims.unmark(anchor);
    toast("The words are no claim any more. Undo in the text brings the mark back.");
  };
  return (
    <MarkTools claims={claims} anchor={anchor} onUnmark={unmark}>
      <Button size="sm" onClick={() => claims.pick(claim.id)}>
        Add evidence
      </Button>
    </MarkTools>
  );
}
