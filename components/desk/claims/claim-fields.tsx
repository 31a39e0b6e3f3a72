"use client";

import { useState } from "react";
import type { ClaimChanges } from "@/components/desk/claims/claim-actions";
import { ClaimLine, Row } from "@/components/desk/claims/claim-line";
import { shortDate } from "@/components/desk/dates";
import { Select } from "@/components/ui/input";
import {
  ATTRIBUTIONS,
  type Attribution,
  KIND_MARKS,
  KINDS,
  type Kind,
  kindOf,
  storedKind,
} from "@/lib/claims/kind";
import type { ClaimDraft } from "@/lib/claims/schema";

interface ClaimFieldsProps {
  claim: ClaimDraft;
  mayWrite: boolean;
  /** Answers why it was not kept; null when it was. */
  onSet(changes: ClaimChanges): Promise<string | null>;
}

const IN_WHOSE_WORDS: Record<Attribution, string> = {
  none: "Nobody is named",
  reported: "Attributed, in our words",
  quoted: "Attributed, in theirs",
};

/** What a claim is and who said it, each field kept as it is left. */
export function ClaimFields({ claim, mayWrite, onSet }: ClaimFieldsProps) {
  const [problem, setProblem] = useState<string | null>(null);
  // A statement needs its speaker: until there is one, what was chosen waits here.
  const [waiting, setWaiting] = useState<ClaimChanges | null>(null);
  // Answers whether it was kept.
  const set = async (changes: ClaimChanges) => {
    const whole = { ...waiting, ...changes };
    const attribution = whole.attribution ?? claim.attribution;
    if (attribution === "reported" && !(whole.speaker ?? claim.speaker)) {
      setWaiting(whole);
      setProblem("Name the speaker, and it is kept.");
      return false;
    }
    const answer = await onSet(whole);
    setProblem(answer);
    if (answer === null) setWaiting(null);
    return answer === null;
  };
  const shown = { ...claim, ...waiting };
  const kind = kindOf(shown);
  const isDue = shown.mode !== "assertion";
  if (!mayWrite) return <Told claim={claim} />;
  return (
    <div className="mb-4 grid gap-1.5 text-sm">
      <Row label="Kind">
        {(id) => (
          <Select
            id={id}
            value={kind}
            onChange={(event) => void set(storedKind(event.target.value as Kind, shown.attribution))}
            className="min-h-8 text-sm"
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {`${KIND_MARKS[each].shape} ${KIND_MARKS[each].word}`.trim()}
              </option>
            ))}
          </Select>
        )}
      </Row>
      {isDue ? (
        <Row label="Words">
          {(id) => (
            <Select
              id={id}
              value={shown.attribution}
              onChange={(event) => void set({ attribution: event.target.value as Attribution })}
              className="min-h-8 text-sm"
            >
              {ATTRIBUTIONS.map((each) => (
                <option key={each} value={each}>
                  {IN_WHOSE_WORDS[each]}
                </option>
              ))}
            </Select>
          )}
        </Row>
      ) : null}
      <ClaimLine label="Speaker" value={claim.speaker ?? ""} onKeep={(speaker) => set({ speaker })} />
      <ClaimLine
        label="Role"
        value={claim.speakerRole ?? ""}
        onKeep={(speakerRole) => set({ speakerRole })}
      />
      {isDue ? (
        <>
          <ClaimLine
            label="Due"
            type="date"
            value={claim.horizonAt ?? ""}
            onKeep={(day) => set({ horizonAt: day || null })}
          />
          <ClaimLine
            label="Counts as met"
            value={claim.resolutionCriteria ?? ""}
            onKeep={(resolutionCriteria) => set({ resolutionCriteria })}
          />
        </>
      ) : null}
      <p role="alert" className="text-line">
        {problem}
      </p>
    </div>
  );
}

/** For who may only read. */
function Told({ claim }: { claim: ClaimDraft }) {
  const { shape, word } = KIND_MARKS[kindOf(claim)];
  const rows = [
    ["Kind", `${shape} ${word}`],
    ["Speaker", [claim.speaker, claim.speakerRole].filter(Boolean).join(", ")],
    ["Due", claim.horizonAt ? shortDate(claim.horizonAt) : ""],
    ["Counts as met", claim.resolutionCriteria ?? ""],
  ].filter(([, words]) => words);
  return (
    <dl className="mb-4 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm *:odd:text-quiet">
      {rows.flatMap(([label, words]) => [<dt key={label}>{label}</dt>, <dd key={`${label} is`}>{words}</dd>])}
    </dl>
  );
}
