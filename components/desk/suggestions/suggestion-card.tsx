"use client";

import { type FocusEvent, useEffect, useRef } from "react";
import { shortDate } from "@/components/desk/dates";
import { suggestionName } from "@/components/desk/suggestions/marked-words";
import { SpeakerForm } from "@/components/desk/suggestions/speaker-form";
import type { StorySuggestions } from "@/components/desk/suggestions/suggestions-store";
import {
  type Ask,
  type Asking,
  acceptAs,
  KIND_KEYS,
} from "@/components/desk/suggestions/use-suggestion-keys";
import { Button } from "@/components/ui/button";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { SuggestedSentence } from "@/lib/suggestions/in-document";

interface SuggestionCardProps {
  suggestion: SuggestedSentence;
  /** In hand: opened, and its sentence shown in the text. */
  active: boolean;
  /** Whether Tab comes to it; from there the arrows lead on. */
  reachable: boolean;
  /** Somebody is asked who speaks in it. */
  asking: Asking | null;
  onAsk: Ask;
  suggestions: StorySuggestions;
}

/** A sentence, what it looks like and by which words; the one in hand with what can become of it. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, active, reachable, asking, suggestions } = props;
  const { key, certainty } = suggestion;
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (active) place.current?.scrollIntoView({ block: "nearest" });
  }, [active]);
  const come = ({ target, currentTarget }: FocusEvent) => {
    if (target !== currentTarget) return;
    suggestions.select(key);
    if (!asking) props.onAsk(null);
  };
  return (
    <li className="border-t border-hair first:border-t-0">
      <article
        ref={place}
        data-suggestion={key}
        aria-label={suggestionName(suggestion)}
        aria-current={active || undefined}
        tabIndex={reachable ? 0 : -1}
        onFocus={come}
        className="grid gap-1 px-3 py-2 text-sm outline-offset-[-2px] aria-[current]:bg-desk aria-[current]:shadow-[inset_3px_0_0_var(--color-line)]"
      >
        <p className="flex items-baseline justify-between gap-3">
          <KindWords suggestion={suggestion} />
          {certainty === "possible" ? <span className="text-xs text-quiet italic">possible</span> : null}
        </p>
        <p className={`font-serif [overflow-wrap:anywhere] ${active ? "text-base" : "line-clamp-2"}`}>
          <Sentence suggestion={suggestion} />
        </p>
        {active ? <Reason suggestion={suggestion} /> : null}
        {/* Also when another is in hand for a moment: somebody types in it. */}
        {asking ? (
          <SpeakerForm
            suggestion={suggestion}
            asking={asking}
            suggestions={suggestions}
            onAsk={props.onAsk}
          />
        ) : null}
        {active && !asking ? <Deeds {...props} /> : null}
      </article>
    </li>
  );
}

function KindWords({ suggestion: { kind, speaker, horizonAt } }: { suggestion: SuggestedSentence }) {
  const { word, shape } = KIND_MARKS[kind];
  return (
    <span className="min-w-0 [overflow-wrap:anywhere]">
      {shape ? (
        <span aria-hidden className="mr-1 text-line">
          {shape}
        </span>
      ) : null}
      <span className="font-semibold">{word}</span>
      {speaker ? <span className="text-quiet"> · {speaker}</span> : null}
      {horizonAt ? <span className="text-quiet"> · due {shortDate(horizonAt)}</span> : null}
    </span>
  );
}

/** The sentence, with the words that fired on a ground of their own. */
function Sentence({ suggestion: { sentence, cue } }: { suggestion: SuggestedSentence }) {
  const pieces = [];
  let at = 0;
  // A cue of several places has " … " between them.
  for (const words of cue?.split(" … ") ?? []) {
    const found = sentence.indexOf(words, at);
    if (words === "" || found === -1) continue;
    pieces.push(
      sentence.slice(at, found),
      <mark key={found} className="rounded-[2px] bg-wash px-0.5 text-ink">
        {words}
      </mark>,
    );
    at = found + words.length;
  }
  return (
    <>
      {pieces}
      {sentence.slice(at)}
    </>
  );
}

function Reason({ suggestion: { cue, rule } }: { suggestion: SuggestedSentence }) {
  return (
    <p className="text-xs text-quiet [overflow-wrap:anywhere]">
      {cue ? <>By “{cue}”</> : "By its form"} · rule “{rule}”
    </p>
  );
}

function Deeds({ suggestion, suggestions, onAsk }: SuggestionCardProps) {
  const alike = suggestions.ofRule(suggestion.rule);
  return (
    <div className="mt-1 grid gap-1.5">
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="sm"
          variant="primary"
          onClick={() => acceptAs(suggestions, suggestion, suggestion.kind, onAsk)}
        >
          Accept <Key>⏎</Key>
        </Button>
        <Button size="sm" onClick={() => void suggestions.dismiss([suggestion])}>
          Dismiss <Key>E</Key>
        </Button>
        <Button
          size="sm"
          variant="quiet"
          onClick={() =>
            onAsk({ key: suggestion.key, kind: suggestion.kind === "fact" ? "statement" : suggestion.kind })
          }
        >
          Speaker… <Key>S</Key>
        </Button>
      </div>
      <fieldset className="-mx-2 flex flex-wrap">
        <legend className="px-2 text-xs text-quiet">Or accept as</legend>
        {KIND_KEYS.map((kind, index) =>
          kind === suggestion.kind ? null : (
            <Button
              key={kind}
              size="sm"
              variant="quiet"
              onClick={() => acceptAs(suggestions, suggestion, kind, onAsk)}
            >
              {KIND_MARKS[kind].word} <Key>{index + 1}</Key>
            </Button>
          ),
        )}
      </fieldset>
      {alike.length > 1 ? (
        <div className="-mr-2 flex flex-wrap items-center text-xs text-quiet">
          <span className="mr-1">All {alike.length} of this rule</span>
          <Button size="sm" variant="quiet" onClick={() => void suggestions.accept(alike)}>
            Accept all <Key>⇧A</Key>
          </Button>
          <Button size="sm" variant="quiet" onClick={() => void suggestions.dismiss(alike)}>
            Dismiss all <Key>⇧E</Key>
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** The key that does the same; the name of the button says nothing of it. */
const Key = ({ children }: { children: string | number }) => (
  <span aria-hidden className="text-[0.6875rem] font-normal opacity-80">
    {children}
  </span>
);
