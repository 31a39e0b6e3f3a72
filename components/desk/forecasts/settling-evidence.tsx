"use client";

import { type Ref, useEffect, useRef, useState } from "react";
import type { ForecastActions } from "@/components/desk/forecasts/forecast-actions";
import { type BegunEvidence, PassageFinder } from "@/components/desk/forecasts/passage-finder";
import { Button } from "@/components/ui/button";
import type { ForecastLine, SettlingPassage } from "@/lib/forecasts/schema";

interface SettlingEvidenceProps {
  /** There while a passage is looked for. */
  begun: Ref<BegunEvidence>;
  forecast: ForecastLine;
  passages: SettlingPassage[];
  onChange: (passages: SettlingPassage[]) => void;
  actions: ForecastActions;
}

const FOUND = {
  verified: "Found word for word.",
  near: "Nearly so; these are the page’s own words.",
  typed: "Typed by hand: nobody has read it on the page.",
};

const keyOf = ({ snapshotId, start, end }: SettlingPassage) => `${snapshotId} ${start} ${end}`;

/** The button that began the finding has the focus again when that ends. */
function useFocusAfter(finding: boolean) {
  const add = useRef<HTMLButtonElement>(null);
  const wasFinding = useRef(false);
  useEffect(() => {
    if (wasFinding.current && !finding) add.current?.focus();
    wasFinding.current = finding;
  }, [finding]);
  return add;
}

/** The passages that settle it: those that the claim has already, those found just now, and the way to another. */
export function SettlingEvidence({ begun, forecast, passages, onChange, actions }: SettlingEvidenceProps) {
  const [finding, setFinding] = useState(false);
  const add = useFocusAfter(finding);
  const take = (passage: SettlingPassage) => {
    const others = passages.filter((each) => keyOf(each) !== keyOf(passage));
    onChange([...others, passage]);
    setFinding(false);
  };
  const isEmpty = forecast.settling.length === 0 && passages.length === 0;
  return (
    <section aria-label="What settles it" className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <h3 className="text-sm font-medium">What settles it</h3>
      {isEmpty && !finding ? <p className="text-xs text-quiet">No passage yet.</p> : null}
      {isEmpty ? null : (
        <ul aria-label="Passages" className="grid grid-cols-[minmax(0,1fr)] gap-2 text-sm">
          {forecast.settling.map(({ exact, title }) => (
            <li key={`${title} ${exact}`} className="border-l-2 border-edge pl-3">
              <Words exact={exact} />
              <span className="text-xs text-quiet">{title}. It is with the claim already.</span>
            </li>
          ))}
          {passages.map((passage) => (
            <FoundPassage
              key={keyOf(passage)}
              passage={passage}
              onRemove={() => onChange(passages.filter((each) => each !== passage))}
            />
          ))}
        </ul>
      )}
      {finding ? (
        <PassageFinder
          ref={begun}
          claimId={forecast.id}
          actions={actions}
          onFound={take}
          onClose={() => setFinding(false)}
        />
      ) : (
        <Button ref={add} size="sm" className="justify-self-start" onClick={() => setFinding(true)}>
          Add the evidence
        </Button>
      )}
    </section>
  );
}

function FoundPassage({ passage, onRemove }: { passage: SettlingPassage; onRemove: () => void }) {
  return (
    <li className="flex items-start gap-2 border-l-2 border-edge pl-3">
      <span className="min-w-0 flex-1">
        <Words exact={passage.exact} />
        <span className="text-xs text-quiet">
          {passage.source.title}. {FOUND[passage.found]}
        </span>
      </span>
      <Button size="sm" variant="quiet" aria-label={`Remove: ${passage.source.title}`} onClick={onRemove}>
        Remove
      </Button>
    </li>
  );
}

function Words({ exact }: { exact: string }) {
  return <span className="block font-serif text-base text-pretty [overflow-wrap:anywhere]">{exact}</span>;
}
