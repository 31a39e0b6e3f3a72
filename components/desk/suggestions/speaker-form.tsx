"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import type { StorySuggestions } from "@/components/desk/suggestions/suggestions-store";
import { type Ask, type Asking, leaveAsked } from "@/components/desk/suggestions/use-suggestion-keys";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { SuggestedSentence } from "@/lib/suggestions/in-document";

interface SpeakerFormProps {
  suggestion: SuggestedSentence;
  asking: Asking;
  suggestions: StorySuggestions;
  onAsk: Ask;
}

/** Asks who speaks in a sentence, and accepts it with that. */
export function SpeakerForm({ suggestion, suggestions, asking, onAsk }: SpeakerFormProps) {
  const [speaker, setSpeaker] = useState(suggestion.speaker ?? "");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Of its own: an empty line has nothing to select, and selecting focuses not everywhere.
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = () => leaveAsked(field.current, onAsk);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (speaker.trim() === "") return;
    leave();
    void suggestions.accept([suggestion], { kind: asking.kind, speaker });
  };
  return (
    <form onSubmit={keep} className="mt-1 grid gap-1.5">
      <label htmlFor={id} className="text-xs text-quiet">
        Who says so
      </label>
      <Input
        ref={field}
        data-asked-speaker
        id={id}
        value={speaker}
        maxLength={300}
        onChange={(event) => setSpeaker(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          leave();
        }}
        className="min-h-8 text-sm"
      />
      <div className="flex gap-1.5">
        <Button type="submit" size="sm" variant="primary" disabled={speaker.trim() === ""}>
          Accept as {KIND_MARKS[asking.kind].word.toLowerCase()}
        </Button>
        <Button size="sm" variant="quiet" onClick={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
