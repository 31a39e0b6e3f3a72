"use client";

import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useClaimsRoom } from "@/components/desk/claims/claims-room";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { Input } from "@/components/ui/input";
import type { AnalysisDraft, Premise } from "@/lib/analyses/schema";
import { premiseFault } from "@/lib/analyses/state";
import { KIND_MARKS, kindOf, type StoredKind } from "@/lib/claims/kind";
import type { ClaimDraft } from "@/lib/claims/schema";

interface PremisesPickerProps {
  claims: StoryClaims;
  analysis: AnalysisDraft;
  /** Answers whether it was kept. */
  onSet(claimIds: string[]): Promise<boolean>;
}

/** Claims that are shown at once; the others are found by their words. */
const SHOWN = 20;

/** On which claims of the issue an analysis rests: those chosen first, then the story's in the order of its text, then the others'. */
export function PremisesPicker({ claims, analysis, onSet }: PremisesPickerProps) {
  const room = useClaimsRoom();
  const [words, setWords] = useState("");
  const { wanted, choose } = useWanted(
    analysis.premises.map(({ claimId }) => claimId),
    onSet,
  );
  const noteId = useId();
  const known = new Map((room?.claims() ?? []).map((claim) => [claim.id, claim]));
  const premises = new Map(analysis.premises.map((premise) => [premise.claimId, premise]));
  const chosen = wanted.flatMap((id) => known.get(id) ?? asClaim(premises.get(id)));
  const open = [...known.values()].filter(({ id, storyId }) => {
    const story = room?.story(storyId);
    const isThere = story?.isThere({ type: "claim", id }) && !story.isAnalysis(id);
    return isThere && !wanted.includes(id);
  });
  const found = open.filter(({ text }) => text.toLowerCase().includes(words.trim().toLowerCase()));
  const own = claims.inTextOrder(found.filter(({ storyId }) => storyId === claims.storyId));
  const others = found.filter(({ storyId }) => storyId !== claims.storyId);
  const shown = [...own, ...others].slice(0, SHOWN);
  // Enter takes the only one that is found.
  const takeOnly = ({ key, nativeEvent }: KeyboardEvent) => {
    const [only, ...more] = shown;
    if (key !== "Enter" || nativeEvent.isComposing || !only || more.length > 0) return;
    choose([...wanted, only.id]);
    setWords("");
  };
  const line = (claim: Listed) => (
    <PremiseLine
      key={claim.id}
      claim={claim}
      premise={premises.get(claim.id)}
      isChosen={wanted.includes(claim.id)}
      isElsewhere={claim.storyId !== claims.storyId}
      onChange={(is) => choose(is ? [...wanted, claim.id] : wanted.filter((id) => id !== claim.id))}
    />
  );
  return (
    <fieldset>
      <legend className="mb-1 text-quiet">Rests on</legend>
      {open.length > 5 ? (
        <Input
          type="search"
          aria-label="Find a claim that it rests on"
          aria-describedby={noteId}
          placeholder="Find a claim"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={takeOnly}
          className="mb-1 min-h-8 text-sm"
        />
      ) : null}
      <div className="max-h-72 overflow-y-auto rounded-control border border-hair bg-paper empty:hidden">
        {[...chosen, ...shown].map(line)}
      </div>
      <p id={noteId} role="status" className="mt-1 text-quiet empty:hidden">
        {noteOf(known.size, found.length)}
      </p>
    </fieldset>
  );
}

function noteOf(known: number, found: number): string {
  if (known === 0) return "There are no claims yet. Mark those that it rests on first.";
  if (found > SHOWN) return `${found - SHOWN} more: find them by their words.`;
  return "";
}

/** What the list shows of a claim. */
type Listed = Pick<ClaimDraft, "id" | "storyId" | "text"> & StoredKind;

const asClaim = (premise: Premise | undefined): Listed[] =>
  premise ? [{ ...premise, id: premise.claimId }] : [];

interface PremiseLineProps {
  claim: Listed;
  premise: Premise | undefined;
  isChosen: boolean;
  isElsewhere: boolean;
  onChange(is: boolean): void;
}

function PremiseLine({ claim, premise, isChosen, isElsewhere, onChange }: PremiseLineProps) {
  const { word, shape } = KIND_MARKS[kindOf(claim)];
  const fault = premise ? premiseFault(premise) : null;
  return (
    <label className="flex cursor-pointer items-start gap-2 border-hair px-2 py-1.5 not-first:border-t hover:bg-wash">
      <input
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 accent-(--color-ink)"
        checked={isChosen}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <span className="text-quiet">
          {`${shape} ${word}`.trim()}
          {isElsewhere ? " · another story" : ""}
        </span>
        <span className="sr-only">: </span>
        <span className="line-clamp-2">{claim.text}</span>
        {fault ? (
          <span className="block font-semibold text-line">
            <span aria-hidden>! </span>
            {`This claim is ${fault}`}
          </span>
        ) : null}
      </span>
    </label>
  );
}

/** What is chosen over what is kept: one save at a time, and what is chosen during one is kept by the next. */
function useWanted(kept: string[], onSet: (claimIds: string[]) => Promise<boolean>) {
  const [wanted, setWanted] = useState<string[] | null>(null);
  const isSending = useRef(false);
  useEffect(() => {
    if (wanted === null || isSending.current) return;
    isSending.current = true;
    const settled = (isKept: boolean) => {
      isSending.current = false;
      // What was not kept is shown as it stands.
      setWanted((now) => (now === wanted || !isKept ? null : now && [...now]));
    };
    onSet(wanted).then(settled, () => settled(false));
  });
  return { wanted: wanted ?? kept, choose: setWanted };
}
