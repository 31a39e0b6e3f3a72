"use client";

import type { AnyExtension } from "@tiptap/core";
import { Anchor } from "lucide-react";
import { type ReactNode, useEffect, useMemo } from "react";
import { useClaimsRoom } from "@/components/desk/claims/claims-room";
import type { ClaimPart } from "@/components/desk/claims/claims-store";
import { KindButtons, KindTool } from "@/components/desk/claims/kind-tool";
import { claimMarks, EVIDENCE_KEYS } from "@/components/editor/claims/claim-marks";
import { ToolbarButton } from "@/components/editor/toolbar-button";
import type { StoryDraft } from "@/lib/issues/schema";
import { markedTexts } from "@/lib/rich-text/marks";

interface GivenToText {
  extensions: AnyExtension[];
  /** Over selected words. */
  tool: ReactNode;
  /** Among the tools above the page. */
  dockTool: ReactNode;
}

/** What each text of a story is given so that it shows its claims and makes new ones; nothing outside ClaimsProvider. */
export function useClaimMarks(storyId: string, mayWrite: boolean): Record<ClaimPart, GivenToText> {
  const room = useClaimsRoom();
  return useMemo(() => {
    const story = room?.story(storyId);
    const given = (part: ClaimPart): GivenToText => {
      if (!story) return { extensions: [], tool: null, dockTool: null };
      const extensions = [claimMarks(story.host(part), mayWrite)];
      if (!mayWrite) return { extensions, tool: null, dockTool: null };
      const marking = { story, part, author: room?.actor.name ?? "" };
      const tool = (
        <>
          <KindButtons {...marking} />
          <EvidenceTool onPress={() => story.begin(part)} />
        </>
      );
      return { extensions, tool, dockTool: <KindTool {...marking} /> };
    };
    return { body: given("body"), whyItMatters: given("whyItMatters") };
  }, [room, storyId, mayWrite]);
}

/** Whenever other words of the story are saved, its claims are read again where they say something else. */
export function useSavedClaims({ id, body, whyItMatters }: StoryDraft): void {
  const room = useClaimsRoom();
  useEffect(() => {
    room?.story(id).saved({
      claim: markedTexts("claim", body, whyItMatters),
      analysis: markedTexts("analysis", body, whyItMatters),
    });
  }, [room, id, body, whyItMatters]);
}

/** "Evidence", beside selected words. */
function EvidenceTool({ onPress }: { onPress(): void }) {
  return (
    <ToolbarButton label="Evidence" keys={EVIDENCE_KEYS} onPress={onPress}>
      <Anchor size={15} aria-hidden />
      <span className="px-0.5 text-sm">Evidence</span>
    </ToolbarButton>
  );
}
