"use client";

import { type KeyboardEvent, useState } from "react";
import { useSingleKeys } from "@/components/desk/single-keys";
import type { SuggestionsState } from "@/components/desk/suggestions/suggestions-state";
import type { StorySuggestions } from "@/components/desk/suggestions/suggestions-store";
import type { Kind } from "@/lib/claims/kind";
import type { SuggestedSentence } from "@/lib/suggestions/in-document";

/** The kinds in the order of the keys 1 to 6, as with Ctrl and Shift in a text. */
export const KIND_KEYS: readonly (Kind | "analysis")[] = [
  "fact",
  "statement",
  "forecast",
  "commitment",
  "quotation",
  "analysis",
];

/** Somebody is asked who speaks in a sentence, to accept it as this kind then. */
export interface Asking {
  key: string;
  kind: Kind | "analysis";
}

export type Ask = (asking: Asking | null) => void;

/** Accepts a suggestion as this kind, or asks for the speaker that the kind wants. */
export function acceptAs(
  suggestions: StorySuggestions,
  suggestion: SuggestedSentence,
  kind: Kind | "analysis",
  ask: Ask,
): void {
  const wantsSpeaker =
    kind === "statement" || (kind === suggestion.kind && suggestion.attribution === "reported");
  if (wantsSpeaker && !suggestion.speaker) ask({ key: suggestion.key, kind });
  else void suggestions.accept([suggestion], { kind });
}

/** Where somebody types, or chooses by letters: no key is a deed there. */
const FIELDS = "input, textarea, select, [contenteditable]";

/** The keys of the list and of all around it: each deed is one press. Letters and digits obey the switch for single keys. */
export function useSuggestionKeys(suggestions: StorySuggestions, { listed, active }: SuggestionsState) {
  const [asking, ask] = useState<Asking | null>(null);
  const single = useSingleKeys();
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const { target, currentTarget } = event;
    if (!(target instanceof HTMLElement) || target.matches(FIELDS)) return;
    const asked = asking && currentTarget.querySelector<HTMLElement>("[data-asked-speaker]");
    if (asked) {
      if (event.key === "Escape") leaveAsked(asked, ask);
      // Whoever is asked for a speaker types one: a letter that misses the field is no deed, here or of the page.
      if (!isLetter(event)) return;
      event.preventDefault();
      asked.focus();
      return;
    }
    const suggestion = listed.find(
      ({ key }) => key === (target.closest<HTMLElement>("[data-suggestion]")?.dataset.suggestion ?? active),
    );
    const onCard = target.matches("[data-suggestion]");
    const at = { suggestions, suggestion, ask, step: (by: 1 | -1) => step(currentTarget, target, by) };
    const deed = deedOf(event, at, single, onCard);
    if (!deed) return;
    event.preventDefault();
    deed();
  };
  return { asking, ask, keys };
}

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.length === 1 && key !== " " && !(ctrlKey || metaKey || altKey);

/** Asks no more: back to the card. */
export function leaveAsked(field: HTMLElement | null, ask: Ask): void {
  field?.closest<HTMLElement>("[data-suggestion]")?.focus();
  ask(null);
}

interface At {
  suggestions: StorySuggestions;
  /** Undefined on the heading, with nothing in hand. */
  suggestion: SuggestedSentence | undefined;
  ask: Ask;
  step(by: 1 | -1): void;
}

function deedOf(event: KeyboardEvent, at: At, single: boolean, onCard: boolean): (() => void) | null {
  const { suggestions, suggestion, step } = at;
  const { key, ctrlKey, metaKey, altKey } = event;
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === "z" && !event.shiftKey)
    return suggestions.undo;
  if (ctrlKey || metaKey || altKey) return null;
  const always: Record<string, () => void> = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: suggestions.focusText,
    ...(onCard &&
      suggestion && {
        Enter: () => acceptAs(suggestions, suggestion, suggestion.kind, at.ask),
        Backspace: () => void suggestions.dismiss([suggestion]),
        Delete: () => void suggestions.dismiss([suggestion]),
      }),
  };
  return always[key] ?? (single ? (letterDeed(key, at) ?? null) : null);
}

function letterDeed(key: string, { suggestions, suggestion, ask, step }: At): (() => void) | undefined {
  const anywhere: Record<string, () => void> = {
    j: () => step(1),
    k: () => step(-1),
    u: suggestions.undo,
  };
  if (!suggestion || anywhere[key]) return anywhere[key];
  const kind = KIND_KEYS[Number(key) - 1];
  if (kind) return () => acceptAs(suggestions, suggestion, kind, ask);
  const ofRule = () => suggestions.ofRule(suggestion.rule);
  const letters: Record<string, () => void> = {
    a: () => acceptAs(suggestions, suggestion, suggestion.kind, ask),
    A: () => void suggestions.accept(ofRule()),
    e: () => void suggestions.dismiss([suggestion]),
    E: () => void suggestions.dismiss(ofRule()),
    s: () => ask({ key: suggestion.key, kind: suggestion.kind === "fact" ? "statement" : suggestion.kind }),
  };
  return letters[key];
}

/** To the next card or the one before; from the heading into the list. */
function step(list: HTMLElement, from: HTMLElement, by: 1 | -1): void {
  const cards = [...list.querySelectorAll<HTMLElement>("[data-suggestion]")];
  const at = cards.findIndex((card) => card.contains(from));
  cards[at + by]?.focus();
}
