"use client";

import { useCallback } from "react";
import { useClaimsRoom } from "@/components/desk/claims/claims-room";
import type { FindStore } from "@/components/desk/find/find-store";
import type { SelectPart } from "@/components/desk/part";
import { fieldOf, partOf } from "@/components/desk/preflight/preflight-words";
import type { PreflightPlace } from "@/lib/preflight/schema";

/** Brings a person to where a line of preflight is mended: to the claim or analysis, to the words by the page's search, or to the part. */
export function useGoTo(select: SelectPart, finding: FindStore): (place: PreflightPlace) => void {
  const claims = useClaimsRoom();
  return useCallback(
    (place) => {
      const { storyId, quote, part } = place;
      const isText = part === "body" || part === "whyItMatters";
      const claimId = isText ? (place.claimId ?? place.analysisId) : undefined;
      const isWords = quote && part !== "sources";
      select(partOf(place), claimId || isWords ? undefined : fieldOf(place));
      const story = storyId && claimId ? claims?.story(storyId) : null;
      if (story && claimId) {
        story.select(claimId, "come");
        story.reveal(claimId, true);
      } else if (isWords) finding.open(quote);
    },
    [select, claims, finding],
  );
}
