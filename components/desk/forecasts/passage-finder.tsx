"use client";

import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { ForecastActions } from "@/components/desk/forecasts/forecast-actions";
import { halfPicked } from "@/components/desk/forecasts/half-picked";
import { type PickedSource, SettlingSource } from "@/components/desk/forecasts/settling-source";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/input";
import type { SettlingPassage } from "@/lib/forecasts/schema";

/** What the form around it asks before it is sent. */
export interface BegunEvidence {
  /** True where evidence was begun and not found: it says so, and the person is at its words. */
  keepsBack(): boolean;
}

interface PassageFinderProps {
  ref: Ref<BegunEvidence>;
  claimId: string;
  actions: ForecastActions;
  onFound: (passage: SettlingPassage) => void;
  onClose: () => void;
}

const mayType = ({ details }: Failure) =>
  typeof details === "object" && details !== null && "mayType" in details;

/** Looks for words in a source on the server, which knows what was read of it. */
function useFinding({ actions, onFound }: Pick<PassageFinderProps, "actions" | "onFound">) {
  const [source, setSource] = useState<PickedSource | null>(null);
  const [quote, setQuote] = useState("");
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const find = async (typed: boolean) => {
    if (!source || pending) return;
    setPending(true);
    const answer = await attempt(actions.findSettlingPassage({ source: source.asked, quote, typed }));
    setPending(false);
    if (answer.ok) onFound(answer.value);
    else setFailure(answer.error);
  };
  const type = (words: string) => {
    setQuote(words);
    setFailure(null);
  };
  const pick = (picked: PickedSource | null) => {
    setSource(picked);
    setFailure(null);
  };
  const keepsBack = () => {
    const message = halfPicked(source !== null, quote);
    if (message) setFailure({ code: "invalid", message });
    return message !== null;
  };
  return { source, pick, quote, type, pending, failure, find, keepsBack };
}

/** A source, and the words that it has: the server looks for them in what was read of it. */
export function PassageFinder({ ref, claimId, actions, onFound, onClose }: PassageFinderProps) {
  const { source, pick, failure, pending, find, keepsBack, ...passage } = useFinding({ actions, onFound });
  const place = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => ({
    keepsBack: () => {
      const isBegun = keepsBack();
      if (isBegun) place.current?.querySelector<HTMLElement>("textarea, input")?.focus();
      return isBegun;
    },
  }));
  return (
    <div
      ref={place}
      className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-card border border-hair bg-desk p-3"
    >
      <SettlingSource claimId={claimId} actions={actions} picked={source} onPick={pick} />
      {source ? (
        <PassageField source={source} {...passage} error={failure?.message} onSend={() => void find(false)} />
      ) : (
        <p role="alert" className="text-sm text-line empty:hidden">
          {failure?.message}
        </p>
      )}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" variant="quiet" onClick={onClose}>
          Take the evidence away
        </Button>
        {failure && mayType(failure) ? (
          <Button size="sm" onClick={() => void find(true)}>
            Keep as typed by hand
          </Button>
        ) : null}
        {source ? (
          <Button size="sm" variant="primary" pending={pending} onClick={() => void find(false)}>
            Find the passage
          </Button>
        ) : null}
      </div>
    </div>
  );
}

interface PassageFieldProps {
  /** Another one takes the focus to its words. */
  source: PickedSource;
  quote: string;
  type: (words: string) => void;
  error: string | undefined;
  onSend: () => void;
}

function PassageField({ source, quote, type, error, onSend }: PassageFieldProps) {
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (source) words.current?.focus();
  }, [source]);
  // Enter would send the form around it.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    onSend();
  };
  return (
    <Field label="Its words" hint="Paste the passage." error={error}>
      {(control) => (
        <TextArea
          {...control}
          ref={words}
          rows={2}
          value={quote}
          onKeyDown={onKeyDown}
          onChange={(event) => type(event.target.value)}
        />
      )}
    </Field>
  );
}
