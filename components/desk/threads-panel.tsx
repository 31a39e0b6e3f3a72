"use client";

import { useSearchParams } from "next/navigation";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { ThreadCard } from "@/components/desk/thread-card";
import { ThreadComposer } from "@/components/desk/thread-composer";
import { placedThreads } from "@/components/desk/thread-order";
import { useStoryThreads, useThreadsRoom } from "@/components/desk/threads-room";
import type { ThreadsState } from "@/components/desk/threads-state";
import type { StoryThreads } from "@/components/desk/threads-store";
import { useThreadDeeds } from "@/components/desk/use-thread-deeds";
import { Button } from "@/components/ui/button";
import type { StoryDraft } from "@/lib/issues/schema";

export interface ThreadsPanelProps {
  story: StoryDraft;
  /** The house's label of the box. */
  whyLabel?: string | undefined;
  /** Lets the screen's copy follow an accepted suggestion. */
  onStory(id: string, change: (story: StoryDraft) => StoryDraft): void;
  /** Somebody wants to see the panel: a narrow window shows it now. */
  onWanted?: (() => void) | undefined;
}

/** What is said and suggested about a story, beside it: nothing outside ThreadsProvider. */
export function ThreadsPanel(props: ThreadsPanelProps) {
  const room = useThreadsRoom();
  // Another story has other threads.
  return room ? <StoryThreadsPanel key={props.story.id} {...props} /> : null;
}

function StoryThreadsPanel({ story, whyLabel = "Why this matters", onStory, onWanted }: ThreadsPanelProps) {
  const [threads, state] = useStoryThreads(story.id);
  const [shown, setShown] = useState<"open" | "settled">("open");
  const place = useRef<HTMLElement>(null);
  const deeds = useThreadDeeds(story, threads, onStory);
  useArrival(threads, state, setShown, onWanted);
  useComing(threads, place, state, onWanted);
  const placed = useMemo(
    () => (state ? placedThreads(state.threads, state.places, story) : []),
    [state, story],
  );
  if (!threads || !state) return null;
  const open = placed.filter(({ thread }) => thread.state === "open");
  const settled = placed.filter(({ thread }) => thread.state !== "open");
  const listed = shown === "open" ? open : settled;
  return (
    <section ref={place} aria-label="Comments" className="mb-6">
      <div className="mb-2 flex items-center justify-between gap-3">
        <h2 className="text-sm font-semibold">Comments</h2>
        <Filter shown={shown} onShown={setShown} open={open.length} settled={settled.length} />
      </div>
      <ThreadComposer story={story} threads={threads} state={state} whyLabel={whyLabel} />
      <Reading state={state} onRetry={() => void threads.load()} />
      {state.known === "all" && listed.length === 0 ? <Nothing shown={shown} /> : null}
      <ol className="grid gap-2.5" onKeyDown={walk}>
        {listed.map(({ thread, gone }, index) => (
          <ThreadCard
            key={thread.id}
            thread={thread}
            gone={gone}
            active={state.active === thread.id}
            reachable={state.active === thread.id || (index === 0 && !listed.some(isActive(state)))}
            whyLabel={whyLabel}
            threads={threads}
            deeds={deeds}
          />
        ))}
      </ol>
    </section>
  );
}

const isActive =
  (state: ThreadsState) =>
  ({ thread }: { thread: { id: string } }) =>
    thread.id === state.active;

/** Reads the story's threads; led here by an address with ?thread=…, comes to that one. */
function useArrival(
  threads: StoryThreads | null,
  state: ThreadsState | null,
  setShown: (shown: "open" | "settled") => void,
  onWanted: (() => void) | undefined,
) {
  const named = useSearchParams().get("thread");
  const arrived = useRef<string | null>(null);
  useEffect(() => {
    void threads?.bringBack();
    void threads?.load();
  }, [threads]);
  useEffect(() => {
    if (!threads || !named || arrived.current === named || state?.known !== "all") return;
    const thread = state.threads.find(({ id }) => id === named);
    if (!thread) return;
    arrived.current = named;
    setShown(thread.state === "open" ? "open" : "settled");
    onWanted?.();
    threads.select(named, "come");
    threads.reveal(named);
  }, [threads, state, named, setShown, onWanted]);
}

/** Brings the person to what they asked for from within the text. */
function useComing(
  threads: StoryThreads | null,
  place: { readonly current: HTMLElement | null },
  state: ThreadsState | null,
  onWanted: (() => void) | undefined,
) {
  const wanted = state?.wanted ?? null;
  useEffect(() => {
    if (!wanted || !threads) return;
    if (wanted.how === "come") onWanted?.();
    // A narrow window shows the panel only now.
    const frame = requestAnimationFrame(() => {
      threads.came();
      const target = place.current?.querySelector<HTMLElement>(GOALS[wanted.what]);
      if (wanted.how === "come") target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: "nearest" });
    });
    return () => cancelAnimationFrame(frame);
  }, [threads, wanted, place, onWanted]);
}

const GOALS = {
  draft: "[data-thread-draft] textarea, [data-thread-start]",
  thread: "[data-thread-card][aria-current]",
};

/** J and K, and the arrows, lead from thread to thread. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  const target = event.target;
  if (!step || !(target instanceof HTMLElement) || !target.matches("[data-thread-card]")) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-thread-card]")];
  cards[cards.indexOf(target) + step]?.focus();
}

function Reading({ state, onRetry }: { state: ThreadsState; onRetry: () => void }) {
  if (state.failure) {
    return (
      <div className="mb-3 text-sm">
        <p className="mb-2">The comments could not be read. {state.failure.message}</p>
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      </div>
    );
  }
  return state.known === "nothing" ? <p className="text-sm text-quiet">Reading…</p> : null;
}

function Nothing({ shown }: { shown: "open" | "settled" }) {
  return (
    <p className="text-sm text-pretty text-quiet">
      {shown === "open"
        ? "Nothing open. Select words in the story to comment on them or to suggest others."
        : "Nothing has been resolved, accepted or refused yet."}
    </p>
  );
}

interface FilterProps {
  shown: "open" | "settled";
  onShown(shown: "open" | "settled"): void;
  open: number;
  settled: number;
}

function Filter({ shown, onShown, open, settled }: FilterProps) {
  const choices = [
    ["open", "Open", open],
    ["settled", "Settled", settled],
  ] as const;
  return (
    <div className="flex gap-0.5 rounded-control bg-wash p-0.5">
      {choices.map(([each, label, count]) => (
        <button
          key={each}
          type="button"
          aria-pressed={shown === each}
          onClick={() => onShown(each)}
          className="min-h-6 rounded-[5px] px-2 text-xs aria-pressed:bg-paper aria-pressed:font-semibold aria-pressed:shadow-[0_0_0_1px_var(--color-hair)]"
        >
          {label} <span className="text-quiet tabular-nums">{count}</span>
        </button>
      ))}
    </div>
  );
}
