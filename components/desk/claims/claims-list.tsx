"use client";

import { boxAnalysis } from "@/components/desk/claims/box-analysis";
import {
  analysisEntry,
  boxEntry,
  type ClaimEntry,
  claimEntry,
  EntryState,
} from "@/components/desk/claims/claim-entry";
import type { ClaimsState, StoryClaims } from "@/components/desk/claims/claims-store";
import { anchorKey } from "@/components/editor/claims/anchors";
import { EVIDENCE_KEYS } from "@/components/editor/claims/claim-marks";
import { shortcut } from "@/components/editor/toolbar-button";
import { Button } from "@/components/ui/button";
import type { StoryDraft } from "@/lib/issues/schema";
import { isEmpty } from "@/lib/rich-text/document";
import { markedTexts } from "@/lib/rich-text/marks";

/** The first of the keys of kinds (components/desk/shortcuts.ts). */
const KIND_KEYS = "Ctrl+Shift+1";

interface AllClaimsProps {
  story: StoryDraft;
  claims: StoryClaims;
  state: ClaimsState;
  whyLabel: string;
}

/** Claims and analyses of a story: those in the text in its order, then those whose words are gone. */
function listed({ body, whyItMatters }: StoryDraft, claims: StoryClaims, state: ClaimsState) {
  const inText = ["claim", "analysis"].flatMap((type) => [
    ...markedTexts(type as "claim" | "analysis", body, whyItMatters).keys(),
  ]);
  const at = ({ id }: { id: string }) => (inText.includes(id) ? inText.indexOf(id) : inText.length);
  // Words that were turned have a row of either type; the other one waits unseen until they are turned back.
  const all = [
    ...state.claims.filter(({ id }) => !claims.isAnalysis(id)).map(claimEntry),
    ...state.analyses.filter(({ id, scope }) => scope === "span" && claims.isAnalysis(id)).map(analysisEntry),
  ];
  const isUndone = (id: string) => state.claims.some((row) => row.id === id && claims.isUndoneAccept(row));
  const there = all.filter(claims.isThere).toSorted((a, b) => at(a) - at(b));
  return { there, gone: all.filter((entry) => !claims.isThere(entry) && !isUndone(entry.id)) };
}

/** All that a story claims and infers, and the way to each. */
export function AllClaims({ story, claims, state, whyLabel }: AllClaimsProps) {
  const { there, gone } = listed(story, claims, state);
  const standing = there.filter(({ type }) => type === "claim");
  const backed = standing.filter(({ hasEvidence }) => hasEvidence).length;
  const box = isEmpty(story.whyItMatters) ? null : boxEntry(boxAnalysis(story, state.analyses), whyLabel);
  return (
    <>
      <h2 className="mb-2 flex items-baseline justify-between gap-3 text-sm font-semibold">
        Claims
        {standing.length > 0 ? (
          <span className="font-normal text-quiet">
            {backed} of {standing.length} with evidence
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
      {state.known && there.length + gone.length === 0 ? (
        <p className="mb-2 text-sm text-pretty text-quiet">
          None yet. Select a sentence that claims something and press{" "}
          <span className="whitespace-nowrap">{shortcut(EVIDENCE_KEYS)}</span> to show what it stands on, or{" "}
          <span className="whitespace-nowrap">{shortcut(KIND_KEYS)}</span> to 6 to say what kind it is.
        </p>
      ) : null}
      <List claims={claims} listed={box ? [...there, box] : there} />
      {gone.length > 0 ? (
        <>
          <h3 className="mt-3 mb-1 text-sm text-quiet">No longer in the text</h3>
          <List claims={claims} listed={gone} />
        </>
      ) : null}
    </>
  );
}

function List({ claims, listed }: { claims: StoryClaims; listed: ClaimEntry[] }) {
  const open = (id: string) => {
    claims.select(id, "come");
    claims.reveal(id);
  };
  return (
    <ul className="border-b border-hair text-sm empty:hidden">
      {listed.map((entry) => (
        <li key={anchorKey(entry)} className="border-t border-hair">
          <button
            type="button"
            onClick={() => open(entry.id)}
            className="grid w-full gap-0.5 px-1 py-2 text-left hover:bg-wash"
          >
            <span className="line-clamp-2 [overflow-wrap:anywhere]">{entry.text}</span>
            <EntryState entry={entry} />
          </button>
        </li>
      ))}
    </ul>
  );
}
