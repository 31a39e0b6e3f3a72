"use client";

import { Toolbar } from "radix-ui";
import {
  type KeyboardEvent as ReactKeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useStoryThreads } from "@/components/desk/threads-room";
import type { StoryThreads } from "@/components/desk/threads-store";
import { ThreadTools } from "@/components/desk/use-thread-marks";
import type { ThreadMark } from "@/components/editor/thread-anchors";
import { threadKey } from "@/components/editor/thread-keys";
import type { ThreadedText } from "@/components/editor/thread-marks";
import { findAnchor, selectorAt } from "@/lib/threads/anchor";

interface HeadlineThreadsProps {
  storyId: string;
  /** The headline as it is typed. */
  value: string;
  /** The keys of the field, such as undo. */
  onKeyDown(event: ReactKeyboardEvent): void;
  /** Under a section's title a story's is the next lower one. */
  level: 2 | 3;
  children: ReactNode;
}

/** A headline with the threads about its words: the same keys and tools as in the texts, and a flag in the margin for what is open. */
export function HeadlineThreads({ storyId, value, onKeyDown, level, children }: HeadlineThreadsProps) {
  const Heading = `h${level}` as const;
  const [threads, state] = useStoryThreads(storyId);
  const place = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const chosen = useChosen(threads, box);
  useHeadlineText(threads, place, value);
  const open = useMemo(
    () =>
      state?.threads.filter(({ state: now, about }) => now === "open" && about?.part === "headline") ?? [],
    [state],
  );
  return (
    <div ref={box} className="relative">
      <Heading ref={place} data-field="headline" onKeyDown={onKeyDown}>
        {children}
      </Heading>
      {threads && chosen ? (
        <Toolbar.Root
          aria-label="Selected words: Headline"
          className="absolute bottom-full left-0 z-30 mb-1 flex gap-0.5 rounded-control border border-hair bg-paper p-1 font-sans shadow-lift"
        >
          <ThreadTools story={threads} />
        </Toolbar.Root>
      ) : null}
      {threads && open[0] ? (
        <button
          type="button"
          aria-label={`${open.length} open about the headline`}
          onClick={() => threads.select(open[0]?.id ?? null, "come")}
          className="absolute top-1 -right-6 grid size-6 place-items-center rounded-control hover:bg-wash sm:-right-9"
        >
          <span
            aria-hidden
            className="grid h-3.5 min-w-4 place-items-center rounded-[4px] border-[1.5px] border-line text-[0.625rem] leading-none font-bold text-line"
          >
            {open.length}
          </span>
        </button>
      ) : null}
    </div>
  );
}

/** Follows what is selected in the headline, and its keys; whether words of it are selected now. */
function useChosen(threads: StoryThreads | null, box: { readonly current: HTMLElement | null }): boolean {
  const [chosen, setChosen] = useState(false);
  useEffect(() => {
    const place = box.current;
    if (!threads || !place) return;
    const look = () => {
      const field = place.querySelector("textarea");
      if (!field || document.activeElement !== field) return;
      const { selectionStart, selectionEnd, value } = field;
      const empty = selectionStart === selectionEnd;
      setChosen(!empty);
      const read = () => ({ selector: selectorAt(value, selectionStart, selectionEnd), oneBlock: true });
      threads.choose("headline", { empty, inside: null, read });
    };
    const keys = (event: KeyboardEvent) => {
      const kind = threadKey(event);
      if (!kind) return;
      event.preventDefault();
      threads.compose(kind);
    };
    const leave = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && place.contains(event.relatedTarget))) setChosen(false);
    };
    document.addEventListener("selectionchange", look);
    place.addEventListener("keydown", keys);
    place.addEventListener("focusout", leave);
    return () => {
      document.removeEventListener("selectionchange", look);
      place.removeEventListener("keydown", keys);
      place.removeEventListener("focusout", leave);
    };
  }, [threads, box]);
  return chosen;
}

/** Makes the headline one of the texts that threads are about. */
function useHeadlineText(
  threads: StoryThreads | null,
  place: { readonly current: HTMLElement | null },
  value: string,
) {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  useEffect(() => {
    if (!threads) return;
    const marks = (): readonly ThreadMark[] => threads.host("headline").marks();
    const text: ThreadedText = {
      selectors: () =>
        new Map(
          marks().flatMap(({ id, selector }) => {
            const at = findAnchor(latest.current, selector);
            return at ? [[id, selectorAt(latest.current, at.start, at.end)]] : [];
          }),
        ),
      reveal: (id) => {
        const mark = marks().find((each) => each.id === id);
        const at = mark && findAnchor(latest.current, mark.selector);
        const field = place.current?.querySelector("textarea");
        if (!at || !field) return false;
        field.scrollIntoView({ block: "center" });
        field.setSelectionRange(at.start, at.end);
        return true;
      },
    };
    threads.attach("headline", text);
    return () => threads.attach("headline", null);
  }, [threads, place]);
}
