"use client";

import { useEffect, useState } from "react";
import { NAME_THE_SPEAKER } from "@/components/desk/claims/asked-speaker";
import type { ClaimChanges } from "@/components/desk/claims/claim-actions";
import { ClaimLine, Row } from "@/components/desk/claims/claim-line";
import { type ClaimsRoom, useClaimsRoom } from "@/components/desk/claims/claims-room";
import type { StoryClaims } from "@/components/desk/claims/claims-store";
import { KindChoice } from "@/components/desk/claims/kind-choice";
import { keepUndoable, type MarkKind, turnKind } from "@/components/desk/claims/mark-kind";
import type { ClaimDeeds } from "@/components/desk/claims/use-claim-deeds";
import { shortDate } from "@/components/desk/dates";
import { Select } from "@/components/ui/input";
import { ATTRIBUTIONS, type Attribution, KIND_MARKS, kindOf, storedKind } from "@/lib/claims/kind";
import type { ClaimDraft } from "@/lib/claims/schema";

interface ClaimFieldsProps {
  claims: StoryClaims;
  claim: ClaimDraft;
  mayWrite: boolean;
  deeds: ClaimDeeds;
}

const IN_WHOSE_WORDS: Record<Attribution, string> = {
  none: "Nobody is named",
  reported: "Attributed, in our words",
  quoted: "Attributed, in theirs",
};

/** What a claim is and who said it, each field kept as it is left. */
export function ClaimFields({ claims, claim, mayWrite, deeds }: ClaimFieldsProps) {
  const room = useClaimsRoom();
  const { shown, problem, set, giveUp } = useSetting({ claims, claim, deeds });
  const speakers = useSpeakers(room);
  if (!mayWrite) return <Told claim={claim} />;
  const anchor = { type: "claim", id: claim.id } as const;
  const author = room?.actor.name ?? "";
  const keptAs = (field: string) => `${room?.actor.id} claim ${claim.id} ${field}`;
  const choose = (kind: MarkKind) => {
    if (kind === "analysis") turnKind(claims, anchor, kind, author);
    else void set(storedKind(kind, shown.attribution));
  };
  return (
    <div className="mb-4 grid gap-1.5 text-sm">
      <KindChoice kind={kindOf(shown)} without={claims.has(anchor) ? [] : ["analysis"]} onChoose={choose} />
      {shown.mode !== "assertion" ? (
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
      <div data-claim-speaker>
        <ClaimLine
          label="Speaker"
          value={claim.speaker ?? ""}
          suggestions={speakers}
          keptAs={keptAs("speaker")}
          offered={claims.state().naming === claim.id ? claims.state().offered : null}
          onGiveUp={giveUp}
          onKeep={(speaker) => set({ speaker })}
        />
      </div>
      <ClaimLine
        label="Role"
        value={claim.speakerRole ?? ""}
        keptAs={keptAs("role")}
        onKeep={(speakerRole) => set({ speakerRole })}
      />
      {shown.mode !== "assertion" ? <DueFields claim={claim} keptAs={keptAs} onSet={set} /> : null}
      <p role="alert" className="text-line">
        {problem}
      </p>
    </div>
  );
}

/** Sets fields of a claim. What makes a statement waits until its speaker is named. */
function useSetting({ claims, claim, deeds }: Omit<ClaimFieldsProps, "mayWrite">) {
  // Asked for by a key in the text too. The story keeps it, so that it outlasts whatever is read or drawn anew meanwhile.
  const isNaming = claims.state().naming === claim.id;
  const [problem, setProblem] = useState<string | null>(null);
  const [others, setWaiting] = useState<ClaimChanges | null>(null);
  const waiting = isNaming ? { ...others, ...storedKind("statement", "none") } : others;
  // Answers whether it was kept.
  const set = async (changes: ClaimChanges) => {
    const whole = { ...waiting, ...changes };
    const attribution = whole.attribution ?? claim.attribution;
    if (attribution === "reported" && !(whole.speaker ?? claim.speaker)) {
      if (kindOf({ ...claim, ...whole }) === "statement") {
        if (!isNaming) claims.nameSpeaker(claim.id);
        return false;
      }
      setWaiting(whole);
      setProblem("Name the speaker, and it is kept.");
      return false;
    }
    const answer = await deeds.set(claim, whole);
    setProblem(answer);
    if (answer !== null) return false;
    setWaiting(null);
    const { attribution: became, mode } = { ...claim, ...whole };
    if (kindOf({ attribution: became, mode }) !== kindOf(claim))
      keepUndoable(claims, claim, { attribution: became, mode });
    claims.named();
    return true;
  };
  const giveUp = () => {
    setWaiting(null);
    setProblem(null);
    claims.giveUpNaming();
  };
  return {
    ...{ shown: { ...claim, ...waiting }, problem: isNaming ? NAME_THE_SPEAKER : problem },
    ...{ set, giveUp: waiting ? giveUp : undefined },
  };
}

/** Who speaks on this screen and on the whole desk, each once, by the alphabet. */
function useSpeakers(room: ClaimsRoom | null): string[] {
  const [known, setKnown] = useState<readonly string[]>([]);
  useEffect(() => {
    let isWanted = true;
    void room?.speakerNames().then((names) => isWanted && setKnown(names));
    return () => {
      isWanted = false;
    };
  }, [room]);
  const here = (room?.claims() ?? []).flatMap(({ speaker }) => speaker ?? []);
  return [...new Set([...here, ...known])].toSorted((a, b) => a.localeCompare(b));
}

interface DueFieldsProps {
  claim: ClaimDraft;
  keptAs(field: string): string;
  onSet(changes: ClaimChanges): Promise<boolean>;
}

/** What only a forecast or a commitment has. */
function DueFields({ claim, keptAs, onSet }: DueFieldsProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const setChance = async (typed: string) => {
    const probability = fromPercent(typed);
    setProblem(probability === undefined ? "A probability is a number from 0 to 100." : null);
    return probability === undefined ? false : onSet({ probability });
  };
  return (
    <>
      <ClaimLine
        label="Due"
        type="date"
        value={claim.horizonAt ?? ""}
        keptAs={keptAs("due")}
        onKeep={(day) => onSet({ horizonAt: day || null })}
      />
      <ClaimLine
        label="Counts as met"
        value={claim.resolutionCriteria ?? ""}
        keptAs={keptAs("met")}
        onKeep={(resolutionCriteria) => onSet({ resolutionCriteria })}
      />
      <ClaimLine
        label="Odds, %"
        inputMode="decimal"
        value={claim.probability === null ? "" : String(Math.round(claim.probability * 1000) / 10)}
        keptAs={keptAs("probability")}
        onKeep={setChance}
      />
      <p className="text-quiet">Odds only where the speaker stated them.</p>
      <p role="alert" className="text-line empty:hidden">
        {problem}
      </p>
    </>
  );
}

/** "70", "70 %" or "62,5" as a share of 1; null for nothing, undefined for what is no such number. */
function fromPercent(typed: string): number | null | undefined {
  const words = typed.replace("%", "").replace(",", ".").trim();
  if (words === "") return null;
  const percent = Number(words);
  return percent >= 0 && percent <= 100 ? percent / 100 : undefined;
}

/** For who may only read. */
function Told({ claim }: { claim: ClaimDraft }) {
  const { shape, word } = KIND_MARKS[kindOf(claim)];
  const rows = [
    ["Kind", `${shape} ${word}`],
    ["Speaker", [claim.speaker, claim.speakerRole].filter(Boolean).join(", ")],
    ["Due", claim.horizonAt ? shortDate(claim.horizonAt) : ""],
    ["Counts as met", claim.resolutionCriteria ?? ""],
    ["Stated odds", claim.probability === null ? "" : `${Math.round(claim.probability * 1000) / 10}%`],
  ].filter(([, words]) => words);
  return (
    <dl className="mb-4 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm *:odd:text-quiet">
      {rows.flatMap(([label, words]) => [<dt key={label}>{label}</dt>, <dd key={`${label} is`}>{words}</dd>])}
    </dl>
  );
}
