"use client";

import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { ClaimFields } from "@/components/desk/claims/claim-fields";
import { ClaimStateWords } from "@/components/desk/claims/claim-state";
import { useClaimsRoom, useStoryClaims } from "@/components/desk/claims/claims-room";
import type { ClaimsState, StoryClaims } from "@/components/desk/claims/claims-store";
import { EvidenceCard } from "@/components/desk/claims/evidence-card";
import { type ClaimDeeds, useClaimDeeds } from "@/components/desk/claims/use-claim-deeds";
import { EVIDENCE_KEYS } from "@/components/editor/claims/claim-marks";
import { shortcut } from "@/components/editor/toolbar-button";
import { Button } from "@/components/ui/button";
import type { ClaimDraft } from "@/lib/claims/schema";
import { hasStandingEvidence, stateOfClaim, stateWords } from "@/lib/claims/state";
import type { StoryDraft } from "@/lib/issues/schema";
import { can } from "@/lib/policy";
import { markedTexts } from "@/lib/rich-text/marks";

interface ClaimsPanelProps {
  story: StoryDraft;
  /** Somebody wants to see the panel: a narrow window shows it now. */
  onWanted?: (() => void) | undefined;
}

/** What a story claims, and what the claim in hand stands on: nothing outside ClaimsProvider. */
export function ClaimsPanel({ story, onWanted }: ClaimsPanelProps) {
  const [claims, state] = useStoryClaims(story.id);
  const actor = useClaimsRoom()?.actor;
  const deeds = useClaimDeeds(claims);
  const place = useRef<HTMLElement>(null);
  useComing(claims, state, place, onWanted);
  if (!claims || !state || !actor) return null;
  const mayWrite = can(actor, "story.write", { ownerId: story.authorId });
  const active = state.claims.find(({ id }) => id === state.active);
  return (
    <section ref={place} aria-label="Claims" className="mb-6">
      {active ? (
        <OneClaim claims={claims} claim={active} mayWrite={mayWrite} deeds={deeds} />
      ) : (
        <AllClaims story={story} claims={claims} state={state} />
      )}
    </section>
  );
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
      const heading = place.current?.querySelector<HTMLElement>("[data-claim-heading]");
      heading?.focus({ preventScroll: true });
      heading?.scrollIntoView({ block: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [claims, wanted, place, onWanted]);
}

interface OneClaimProps {
  claims: StoryClaims;
  claim: ClaimDraft;
  mayWrite: boolean;
  deeds: ClaimDeeds;
}

function OneClaim({ claims, claim, mayWrite, deeds }: OneClaimProps) {
  const isThere = claims.isThere(claim);
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
      <ClaimFields
        key={claim.id}
        claim={claim}
        mayWrite={mayWrite}
        onSet={(changes) => deeds.set(claim, changes)}
      />
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
      {mayWrite ? <Tools claims={claims} claim={claim} isThere={isThere} /> : null}
    </>
  );
}

function Tools({ claims, claim, isThere }: { claims: StoryClaims; claim: ClaimDraft; isThere: boolean }) {
  const unmark = () => {
    claims.unmark(claim.id);
    toast("The words are no claim any more. Undo in the text brings the mark back.");
  };
  const remark = () => {
    if (!claims.remark(claim.id))
      toast("Select the words in the story that the claim stands for, then press again.");
  };
  return (
    <div className="flex flex-wrap gap-2">
      {isThere ? (
        <>
          <Button size="sm" onClick={() => claims.pick(claim.id)}>
            Add evidence
          </Button>
          <Button size="sm" variant="quiet" onClick={() => claims.reveal(claim.id, true)}>
            Show in the text
          </Button>
          <Button size="sm" variant="quiet" onClick={unmark}>
            Take the mark off
          </Button>
        </>
      ) : (
        <>
          <p className="w-full text-sm text-pretty text-line">
            <span aria-hidden>▲ </span>Its words are no longer in the story. Select where it belongs to bring
            it back.
          </p>
          {/* The selection in the text must outlast the press. */}
          <Button size="sm" onMouseDown={(event) => event.preventDefault()} onClick={remark}>
            Put it on the selected words
          </Button>
        </>
      )}
    </div>
  );
}

function AllClaims({ story, claims, state }: { story: StoryDraft; claims: StoryClaims; state: ClaimsState }) {
  const inText = [...markedTexts("claim", story.body, story.whyItMatters).keys()];
  const at = ({ id }: ClaimDraft) => (inText.includes(id) ? inText.indexOf(id) : inText.length);
  const there = state.claims.filter(claims.isThere).toSorted((a, b) => at(a) - at(b));
  const gone = state.claims.filter((claim) => !claims.isThere(claim));
  const backed = there.filter((claim) => hasStandingEvidence(stateOfClaim(claim))).length;
  return (
    <>
      <h2 className="mb-2 flex items-baseline justify-between gap-3 text-sm font-semibold">
        Claims
        {there.length > 0 ? (
          <span className="font-normal text-quiet">
            {backed} of {there.length} with evidence
          </span>
        ) : null}
      </h2>
      {state.failure ? (
        <p className="text-sm">
          The claims could not be read. {state.failure.message}{" "}
          <Button size="sm" onClick={() => void claims.load()}>
            Try again
          </Button>
        </p>
      ) : null}
      {state.known && state.claims.length === 0 ? (
        <p className="text-sm text-pretty text-quiet">
          None yet. Select a sentence that claims something and press{" "}
          <span className="whitespace-nowrap">{shortcut(EVIDENCE_KEYS)}</span> to show what it stands on.
        </p>
      ) : null}
      <List claims={claims} listed={there} />
      {gone.length > 0 ? (
        <>
          <h3 className="mt-3 mb-1 text-sm text-quiet">No longer in the text</h3>
          <List claims={claims} listed={gone} />
        </>
      ) : null}
    </>
  );
}

function List({ claims, listed }: { claims: StoryClaims; listed: ClaimDraft[] }) {
  const open = (id: string) => {
    claims.select(id, "come");
    claims.reveal(id);
  };
  return (
    <ul className="border-b border-hair text-sm empty:hidden">
      {listed.map((claim) => (
        <li key={claim.id} className="border-t border-hair">
          <button
            type="button"
            onClick={() => open(claim.id)}
            className="grid w-full gap-0.5 px-1 py-2 text-left hover:bg-wash"
          >
            <span className="line-clamp-2 [overflow-wrap:anywhere]">{claim.text}</span>
            <ClaimStateWords state={stateOfClaim(claim)} words={stateWords(claim)} />
          </button>
        </li>
      ))}
    </ul>
  );
}
