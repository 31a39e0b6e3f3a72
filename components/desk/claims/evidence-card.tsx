"use client";

import { ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { ClaimStateWords } from "@/components/desk/claims/claim-state";
import { Difference } from "@/components/desk/claims/difference";
import type { ClaimDeeds } from "@/components/desk/claims/use-claim-deeds";
import { shortDate } from "@/components/desk/dates";
import { LineButton } from "@/components/desk/line-button";
import { passageAddress, webAddress } from "@/components/edition/addresses";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/input";
import type { ClaimDraft } from "@/lib/claims/schema";
import { stateOfEvidence, stateWords } from "@/lib/claims/state";
import type { EvidenceLine, Relation } from "@/lib/evidence/schema";

const RELATIONS: Record<Relation, string> = {
  supports: "Supports it",
  contradicts: "Contradicts it",
  context: "Gives context",
  resolves: "Settles it",
};

interface EvidenceCardProps {
  claim: ClaimDraft;
  line: EvidenceLine;
  isFirst: boolean;
  mayWrite: boolean;
  deeds: ClaimDeeds;
}

/** One passage that a claim stands on: its words with those around them, whose they are, and what they are worth. */
export function EvidenceCard({ claim, line, isFirst, mayWrite, deeds }: EvidenceCardProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const act = async (deed: Promise<string | null>) => setProblem(await deed);
  const state = stateOfEvidence(line);
  const words = stateWords({ ...claim, evidence: [line] });
  return (
    <li className="rounded-card border border-hair bg-paper px-3.5 py-3 text-sm">
      <Head
        title={line.source.title}
        onUp={mayWrite && !isFirst ? () => void act(deeds.moveUp(claim, line)) : null}
        onRemove={mayWrite ? () => void act(deeds.detach(line)) : null}
      />
      <Passage line={line} />
      <p>
        <ClaimStateWords state={state} words={words} />
        <Read line={line} />
      </p>
      {line.diff && line.matchStatus !== "verified" ? (
        <Differs isNear={line.matchStatus === "near"} parts={line.diff} />
      ) : null}
      {line.matchStatus === "near" && line.signedAt === null ? (
        <Sign maySign={deeds.maySign} onSign={() => act(deeds.sign(claim, line))} />
      ) : null}
      {mayWrite ? (
        <RelationChoice line={line} onChoose={(relation) => void act(deeds.relate(line, relation))} />
      ) : null}
      <p role="alert" className="text-line not-empty:mt-2">
        {problem}
      </p>
    </li>
  );
}

interface HeadProps {
  title: string;
  /** Null where that is not possible here. */
  onUp: (() => void) | null;
  onRemove: (() => void) | null;
}

function Head({ title, onUp, onRemove }: HeadProps) {
  return (
    <div className="flex items-start gap-1">
      <p className="min-w-0 flex-1 text-quiet [overflow-wrap:anywhere]">{title}</p>
      {onUp ? (
        <LineButton label={`Move up: ${title}`} onPress={onUp}>
          <ArrowUp aria-hidden size={13} />
        </LineButton>
      ) : null}
      {onRemove ? (
        <LineButton label={`Remove: ${title}`} onPress={onRemove}>
          <X aria-hidden size={13} />
        </LineButton>
      ) : null}
    </div>
  );
}

interface DiffersProps {
  isNear: boolean;
  parts: NonNullable<EvidenceLine["diff"]>;
}

function Differs({ isNear, parts }: DiffersProps) {
  return (
    <div className="mt-2 border-t border-hair pt-2">
      <p className="mb-1 text-quiet">
        {isNear ? "How the story’s words differ from the source’s:" : "What comes closest:"}
      </p>
      <Difference parts={parts} />
    </div>
  );
}

interface RelationChoiceProps {
  line: EvidenceLine;
  onChoose: (relation: Relation) => void;
}

function RelationChoice({ line, onChoose }: RelationChoiceProps) {
  return (
    <Select
      aria-label={`What the passage is to the claim: ${line.source.title}`}
      value={line.relation}
      onChange={(event) => onChoose(event.target.value as Relation)}
      className="mt-2.5 min-h-8 text-sm"
    >
      {Object.entries(RELATIONS).map(([relation, label]) => (
        <option key={relation} value={relation}>
          {label}
        </option>
      ))}
    </Select>
  );
}

const goesOn = (words: string) => (/[\p{L}\p{N}]/u.test(words) ? "… " : "");

function Passage({ line: { prefix, exact, suffix } }: { line: EvidenceLine }) {
  return (
    <blockquote className="my-1.5 font-serif text-base leading-normal [overflow-wrap:anywhere]">
      <span className="text-quiet">
        {goesOn(prefix)}
        {prefix}
      </span>
      <mark className="bg-line/20 text-inherit">{exact}</mark>
      <span className="text-quiet">
        {suffix}
        {goesOn(suffix)}
      </span>
    </blockquote>
  );
}

function Read({ line: { origin, readAt, source, exact, page, goneSince } }: { line: EvidenceLine }) {
  const how = { fetched: "read", typed: "typed by hand", demoExcerpt: "demo excerpt of" }[origin];
  const address = webAddress(source.url);
  return (
    <>
      {page === null ? "" : ` · page ${page}`}
      {` · ${how} ${shortDate(readAt)}`}
      {goneSince ? ` · gone since ${shortDate(goneSince)}` : ""}
      {address ? (
        <>
          {" · "}
          <a
            className="link"
            href={passageAddress(address, { exact, page })}
            target="_blank"
            rel="noreferrer"
          >
            open the page
          </a>
        </>
      ) : null}
    </>
  );
}

function Sign({ maySign, onSign }: { maySign: boolean; onSign(): Promise<void> }) {
  const [pending, setPending] = useState(false);
  if (!maySign)
    return <p className="mt-2 text-quiet">An editor accepts the difference, or the words change.</p>;
  const press = async () => {
    setPending(true);
    await onSign();
    setPending(false);
  };
  return (
    <Button size="sm" className="mt-2" pending={pending} onClick={() => void press()}>
      Sign: it says the same
    </Button>
  );
}
