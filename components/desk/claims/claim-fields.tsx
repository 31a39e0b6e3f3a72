"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import type { ClaimChanges } from "@/components/desk/claims/claim-actions";
import { shortDate } from "@/components/desk/dates";
import { Input, Select } from "@/components/ui/input";
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
  const set = async (changes: ClaimChanges) => {
    const whole = { ...waiting, ...changes };
    const attribution = whole.attribution ?? claim.attribution;
    if (attribution === "reported" && !(whole.speaker ?? claim.speaker)) {
      setWaiting(whole);
      setProblem("Name the speaker, and it is kept.");
      return;
    }
    const answer = await onSet(whole);
    setProblem(answer);
    if (answer === null) setWaiting(null);
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
      <Line label="Speaker" value={claim.speaker ?? ""} onKeep={(speaker) => set({ speaker })} />
      <Line label="Role" value={claim.speakerRole ?? ""} onKeep={(speakerRole) => set({ speakerRole })} />
      {isDue ? (
        <>
          <Line
            label="Due"
            type="date"
            value={claim.horizonAt ?? ""}
            onKeep={(day) => set({ horizonAt: day || null })}
          />
          <Line
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

function Row({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] items-center gap-3">
      <label htmlFor={id} className="text-quiet">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

interface LineProps {
  label: string;
  value: string;
  type?: "text" | "date";
  onKeep(value: string): Promise<void>;
}

/** One line, kept when it is left or with Enter. */
function Line({ label, value, type = "text", onKeep }: LineProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = async () => {
    if (typed === null) return;
    if (typed.trim() !== value) await onKeep(typed.trim());
    setTyped(null);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter") void keep();
  };
  return (
    <Row label={label}>
      {(id) => (
        <Input
          id={id}
          type={type}
          value={typed ?? value}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => void keep()}
          onKeyDown={keys}
          className="min-h-8 text-sm"
        />
      )}
    </Row>
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
