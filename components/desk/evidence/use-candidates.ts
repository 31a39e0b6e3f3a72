"use client";

import { useEffect, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import type { ClaimDraft } from "@/lib/claims/schema";
import type { Candidate } from "@/lib/evidence/schema";

/** Milliseconds of rest after the last letter before the sources are searched. */
const PAUSE = 250;
/** Fewer characters are in every text. */
const SHORTEST = 4;

interface Looked {
  claim: ClaimDraft;
  /** What somebody pasted; empty looks for what the claim quotes. */
  quote: string;
  ready(): Promise<void>;
  actions: ClaimActions;
}

/** Where a quotation stands in the story's sources, and that in a sentence; `found` is null while nothing is looked for. */
export function useCandidates({ claim, quote, ready, actions }: Looked) {
  const [found, setFound] = useState<Candidate[] | null>(null);
  const [isLooking, setLooking] = useState(false);
  const { id: claimId, storyId, attribution } = claim;
  const words = quote.trim();
  const asks = words === "" ? attribution === "quoted" : words.length >= SHORTEST;
  useEffect(() => {
    setFound(null);
    setLooking(asks);
    if (!asks) return;
    let isLatest = true;
    const look = async () => {
      await ready();
      const asked = words === "" ? { storyId, claimId } : { storyId, quote: words };
      const answer = await attempt(actions.findEvidence(asked));
      if (!isLatest) return;
      setLooking(false);
      if (answer.ok) setFound(answer.value);
    };
    const timer = setTimeout(() => void look(), words === "" ? 0 : PAUSE);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [asks, words, storyId, claimId, ready, actions]);
  return { found, words: sentence(found, isLooking) };
}

function sentence(found: Candidate[] | null, isLooking: boolean): string {
  if (isLooking) return "Looking for these words…";
  if (found === null) return "";
  if (found.length === 0) return "These words stand in none of the texts below.";
  if (found[0]?.matchStatus === "closest")
    return "Not there word for word. What comes closest is shown below.";
  const exact = found.filter(({ matchStatus }) => matchStatus === "verified").length;
  if (exact > 0) return exact === 1 ? "Found word for word." : `Found word for word in ${exact} texts.`;
  return "Found nearly the same.";
}
