"use client";

import { type RefObject, useEffect, useRef, useSyncExternalStore } from "react";
import { useCommands } from "@/components/desk/commands";
import { setShown, useShown } from "@/components/desk/suggestions/shown";
import { SuggestionCard } from "@/components/desk/suggestions/suggestion-card";
import { useStorySuggestions, useSuggestionsRoom } from "@/components/desk/suggestions/suggestions-room";
import type { SuggestionsState } from "@/components/desk/suggestions/suggestions-state";
import type { StorySuggestions } from "@/components/desk/suggestions/suggestions-store";
import { type Ask, type Asking, useSuggestionKeys } from "@/components/desk/suggestions/use-suggestion-keys";
import { ACCEPT_KEYS } from "@/components/editor/suggestions/suggestion-marks";
import { shortcut } from "@/components/editor/toolbar-button";
import { Button } from "@/components/ui/button";
import type { StoryDraft } from "@/lib/issues/schema";

interface SuggestionsPanelProps {
  story: StoryDraft;
  /** Somebody wants to see the panel: a narrow window shows it now. */
  onWanted?: (() => void) | undefined;
}

/** What each unmarked sentence of a story looks like, to be accepted, changed or dismissed: nothing outside SuggestionsProvider. */
export function SuggestionsPanel({ story, onWanted }: SuggestionsPanelProps) {
  const room = useSuggestionsRoom();
  // Another story has other suggestions.
  return room?.mayDecide(story) ? (
    <Suggestions key={story.id} storyId={story.id} onWanted={onWanted} />
  ) : null;
}

function Suggestions({ storyId, onWanted }: { storyId: string; onWanted?: (() => void) | undefined }) {
  const [suggestions, state] = useStorySuggestions(storyId);
  const room = useSuggestionsRoom();
  const shown = useShown();
  const place = useRef<HTMLElement>(null);
  useComing(suggestions, state, place, onWanted);
  const suggest = () => {
    setShown(true);
    room?.retry();
    suggestions?.come();
  };
  useCommands([
    { id: "suggest-kinds", title: "Suggest kinds", group: "This story", words: "claims mark", run: suggest },
    {
      id: "show-suggested-kinds",
      title: shown ? "Hide suggested kinds" : "Show suggested kinds",
      group: "This story",
      run: () => setShown(!shown),
    },
  ]);
  return suggestions && state ? (
    <Section place={place} shown={shown} suggestions={suggestions} state={state} />
  ) : null;
}

interface SectionProps {
  place: RefObject<HTMLElement | null>;
  shown: boolean;
  suggestions: StorySuggestions;
  state: SuggestionsState;
}

/** The keys act in all of it: the heading has the focus where the last card went. */
function Section({ place, shown, suggestions, state }: SectionProps) {
  const { listed, known } = state;
  const { asking, ask, keys } = useSuggestionKeys(suggestions, state);
  return (
    <section ref={place} aria-label="Suggested kinds" onKeyDown={keys} className="mb-6">
      <div className="mb-2 flex min-h-7 items-center justify-between gap-3">
        <h2 tabIndex={-1} data-suggestions-heading className="text-sm font-semibold">
          Suggested kinds{" "}
          {known ? <span className="font-normal text-quiet tabular-nums">{listed.length}</span> : null}
        </h2>
        <Button size="sm" variant="quiet" onClick={() => setShown(!shown)}>
          {shown ? "Hide" : "Show"}
        </Button>
      </div>
      <Trouble />
      {shown ? <Shown suggestions={suggestions} state={state} asking={asking} onAsk={ask} /> : null}
    </section>
  );
}

/** What could not be fetched, and another try. */
function Trouble() {
  const room = useSuggestionsRoom();
  const trouble = useSyncExternalStore(
    room?.subscribe ?? never,
    () => room?.trouble() ?? null,
    () => null,
  );
  return trouble ? (
    <p className="mb-2 text-sm">
      <span aria-hidden className="text-line">
        ▲{" "}
      </span>
      {trouble}{" "}
      <Button size="sm" onClick={room?.retry}>
        Try again
      </Button>
    </p>
  ) : null;
}

const never = () => () => undefined;

interface ShownProps extends Pick<SectionProps, "suggestions" | "state"> {
  asking: Asking | null;
  onAsk: Ask;
}

function Shown({ suggestions, state, asking, onAsk }: ShownProps) {
  const { listed, known, active } = state;
  const list = useRef<HTMLOListElement>(null);
  useKeptFocus(list, active);
  if (!known) return <p className="text-sm text-quiet">Reading …</p>;
  if (listed.length === 0) {
    return (
      <p className="text-sm text-pretty text-quiet">
        Nothing to decide. Each sentence is marked, was dismissed, or looks like nothing in particular.
      </p>
    );
  }
  const reachable = listed.some(({ key }) => key === active) ? active : listed[0]?.key;
  return (
    <>
      <ol
        ref={list}
        aria-label="Suggestions"
        className="max-h-[min(32rem,60vh)] overflow-y-auto overscroll-contain rounded-card border border-hair bg-paper"
      >
        {listed.map((suggestion) => (
          <SuggestionCard
            key={suggestion.key}
            suggestion={suggestion}
            active={suggestion.key === active}
            reachable={suggestion.key === reachable}
            asking={asking?.key === suggestion.key ? asking : null}
            onAsk={onAsk}
            suggestions={suggestions}
          />
        ))}
      </ol>
      <p className="mt-1.5 text-xs text-pretty text-quiet">
        In the text, <kbd className="key">{shortcut(ACCEPT_KEYS)}</kbd> accepts the one at the caret. Nothing
        is marked by itself.
      </p>
    </>
  );
}

/** Brings the person to the list when they ask for it. */
function useComing(
  suggestions: StorySuggestions | null,
  state: SuggestionsState | null,
  place: RefObject<HTMLElement | null>,
  onWanted: (() => void) | undefined,
) {
  const wanted = state?.wanted ?? null;
  useEffect(() => {
    if (!wanted || !suggestions) return;
    onWanted?.();
    // A narrow window shows the panel only now.
    const frame = requestAnimationFrame(() => {
      suggestions.came();
      const goal =
        place.current?.querySelector<HTMLElement>("[data-suggestion][tabindex='0']") ??
        place.current?.querySelector<HTMLElement>("[data-suggestions-heading]");
      goal?.focus({ preventScroll: true });
      place.current?.scrollIntoView({ block: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [suggestions, wanted, place, onWanted]);
}

/** A card that was decided goes, and the focus in it would go with it: it goes on to the next one. */
function useKeptFocus(list: RefObject<HTMLOListElement | null>, active: string | null) {
  const wasInside = useRef(false);
  useEffect(() => {
    const track = (event: FocusEvent) => {
      wasInside.current = event.target instanceof Element && list.current?.contains(event.target) === true;
    };
    document.addEventListener("focusin", track);
    return () => document.removeEventListener("focusin", track);
  }, [list]);
  useEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return;
    const goal =
      list.current?.querySelector<HTMLElement>("[data-asked-speaker]") ??
      (active && list.current?.querySelector<HTMLElement>(`[data-suggestion="${CSS.escape(active)}"]`)) ??
      list.current?.querySelector<HTMLElement>("[data-suggestion][tabindex='0']") ??
      document.querySelector<HTMLElement>("[data-suggestions-heading]");
    if (goal) goal.focus();
  });
}
