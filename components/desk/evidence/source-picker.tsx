"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ClaimActions } from "@/components/desk/claims/claim-actions";
import { shortDate } from "@/components/desk/dates";
import { SentOption, SourceOption } from "@/components/desk/evidence/source-option";
import { useCandidates } from "@/components/desk/evidence/use-candidates";
import { useReadableSources } from "@/components/desk/evidence/use-readable-sources";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { ClaimDraft } from "@/lib/claims/schema";
import type { Candidate, ReadableSnapshot, ReadableSource } from "@/lib/evidence/schema";

/** What somebody picked: a text of a source, where the words stand in it; without a text, to type one. */
export interface Picked {
  source: ReadableSource;
  snapshotId: string | null;
  candidate: Candidate | null;
  /** The quotation that was looked for, where one was pasted. */
  quote: string | null;
}

interface SourcePickerProps {
  claim: ClaimDraft;
  /** Until the server knows the claim. */
  ready(): Promise<void>;
  actions: ClaimActions;
  onPick(picked: Picked): void;
  /** A passage that came with the source when it was sent. */
  onPickSent(source: ReadableSource, passage: string): void;
}

/** The story's sources, to pick one from by the arrows and Enter; each says whether it has the words that are looked for. */
export function SourcePicker({ claim, ready, actions, onPick, onPickSent }: SourcePickerProps) {
  const [quote, setQuote] = useState("");
  const { sources, failure, reload } = useReadableSources(claim.storyId, actions);
  const looked = useCandidates({ claim, quote, ready, actions });
  const list = useRef<HTMLUListElement>(null);
  const isThere = sources !== null;
  useEffect(() => {
    if (isThere) list.current?.querySelector<HTMLElement>("button")?.focus();
  }, [isThere]);
  const picked = (source: ReadableSource, snapshotId: string | null): Picked => ({
    source,
    snapshotId,
    candidate: looked.found?.find((each) => each.snapshotId === snapshotId) ?? null,
    quote: quote.trim() || null,
  });
  const best = () => {
    const [first] = looked.found ?? [];
    const source = sources?.find(({ id }) => id === first?.sourceId);
    if (first && source) onPick(picked(source, first.snapshotId));
  };
  return (
    <div className="min-h-0 overflow-y-auto px-4 py-3">
      <Input
        type="text"
        aria-label="Find a quotation in these sources"
        placeholder="Paste a quotation to find it in these sources"
        value={quote}
        onChange={(event) => setQuote(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") best();
          if (event.key === "ArrowDown") list.current?.querySelector<HTMLElement>("button")?.focus();
        }}
        className="text-sm"
      />
      <p aria-live="polite" className="mt-1.5 mb-3 min-h-5 text-sm text-quiet">
        {looked.words}
      </p>
      {failure ? (
        <p className="text-sm">
          The sources could not be read. {failure.message}{" "}
          <Button size="sm" onClick={reload}>
            Try again
          </Button>
        </p>
      ) : null}
      {sources?.length === 0 ? (
        <p className="text-sm text-pretty text-quiet">
          This story has no sources yet. Add the first one under its headline.
        </p>
      ) : null}
      <ul ref={list} aria-label="Sources" onKeyDown={walk} className="grid gap-2">
        {(sources ?? []).map((source) => (
          <Options
            key={source.id}
            source={source}
            found={looked.found}
            onPick={(snapshotId) => onPick(picked(source, snapshotId))}
            onPickSent={(passage) => onPickSent(source, passage)}
          />
        ))}
      </ul>
    </div>
  );
}

interface OptionsProps {
  source: ReadableSource;
  found: Candidate[] | null;
  /** Null: to type a passage. */
  onPick(snapshotId: string | null): void;
  onPickSent(passage: string): void;
}

/** The ways to a passage of one source: each text that was read of it, typing one, and what was sent from its page. */
function Options({ source, found, onPick, onPickSent }: OptionsProps) {
  return (
    <>
      {source.snapshots.map((snapshot) => (
        <li key={snapshot.id}>
          <SourceOption
            source={source}
            about={readWords(snapshot)}
            match={found?.find((each) => each.snapshotId === snapshot.id)}
            onPress={() => onPick(snapshot.id)}
          />
        </li>
      ))}
      {source.why === null ? null : (
        <li>
          <SourceOption
            source={source}
            about={source.why}
            deed="Type the passage …"
            onPress={() => onPick(null)}
          />
        </li>
      )}
      {source.sent.map((passage) => (
        <li key={passage.text} className="-mt-1 pl-3">
          <SentOption {...passage} of={source.title} onPress={() => onPickSent(passage.text)} />
        </li>
      ))}
    </>
  );
}

function readWords({ origin, readAt }: ReadableSnapshot): string {
  const day = shortDate(readAt);
  if (origin === "typed") return `Typed by hand on ${day}`;
  return origin === "demoExcerpt" ? `A demo excerpt of ${day}` : `Read on ${day}`;
}

/** The arrows lead from source to source. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button")];
  buttons[buttons.indexOf(document.activeElement as HTMLElement) + step]?.focus();
}
