"use client";

import { memo, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { type Chosen, PassageMoves, spanOf } from "@/components/desk/evidence/passage-moves";
import { ReaderSearch } from "@/components/desk/evidence/reader-search";
import { lineOf, paintSpans } from "@/components/desk/evidence/text-highlights";
import { useChosenByMouse } from "@/components/desk/evidence/use-chosen-by-mouse";
import { useAnnouncement } from "@/components/desk/use-announcement";
import type { Span } from "@/lib/evidence/match";
import type { TextPage } from "@/lib/evidence/schema";
import "./snapshot-reader.css";

interface SnapshotReaderProps {
  /** What the text is called. */
  label: string;
  text: string;
  /** Of a PDF: where its pages stand. */
  pages?: readonly TextPage[];
  /** Passages that claims stand on already. */
  marks?: readonly Span[];
  /** Where to begin, chosen as it opens. */
  start?: Span | null;
  /** Takes the focus once it is there. */
  autoFocus?: boolean;
  /** Told each passage that is chosen; without it the text is only read and searched. */
  onSelect?: (span: Span | null) => void;
  /** Enter on a chosen passage. */
  onTake?: (span: Span) => void;
}

const NONE: readonly never[] = [];
/** Characters of a passage that are read out as it is chosen. */
const READ_OUT = 400;

/**
 * A source's text with a search in it, and the passage that somebody chooses: by mouse or touch as text is selected
 * anywhere, a click takes a whole sentence; by keyboard the arrows go from sentence to sentence and from word to word, with
 * Shift they take more in.
 */
export function SnapshotReader(props: SnapshotReaderProps) {
  const { label, text, pages = NONE, marks = NONE, start = null, autoFocus, onSelect, onTake } = props;
  const box = useRef<HTMLDivElement>(null);
  const moves = useMemo(() => new PassageMoves(text), [text]);
  const [chosen, setChosen] = useState<Chosen | null>(start && { anchor: start.start, head: start.end });
  const [said, say] = useAnnouncement();
  const mayChoose = onSelect !== undefined;
  const choose = (next: Chosen | null, how: "shown" | "there" = "shown") => {
    if (!next || !mayChoose) return;
    setChosen(next);
    const span = spanOf(next);
    onSelect?.(span);
    say(text.slice(span.start, Math.min(span.end, span.start + READ_OUT)));
    if (how === "shown" && box.current)
      lineOf(box.current, next.head - 1)?.scrollIntoView({ block: "nearest" });
  };
  useChosenByMouse(box, moves, (next) => choose(next, "there"));
  usePainted(box, marks, chosen);
  useBeginning(box, start, autoFocus ?? false);
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === "Enter" && chosen && !event.nativeEvent.isComposing) {
      event.preventDefault();
      return onTake?.(spanOf(chosen));
    }
    const press = pressOf(event);
    if (!press || !mayChoose) return;
    event.preventDefault();
    // What the browser has selected would stay beside what is chosen now.
    getSelection()?.removeAllRanges();
    choose(moves[event.shiftKey ? "extend" : "move"](chosen, press.unit, press.step));
  };
  const go = (span: Span) => {
    const sentence = moves.sentenceAt(span.start);
    if (sentence) choose({ anchor: sentence.start, head: Math.max(sentence.end, span.end) });
    box.current?.focus();
  };
  // To a screen reader a text that is not written in, so that the arrows come here. No native field can hold it.
  const reading = {
    role: "textbox",
    tabIndex: 0,
    "aria-multiline": true,
    "aria-readonly": true,
    "aria-label": label,
    onKeyDown: keys,
  };
  return (
    <div className="grid min-h-0 grid-rows-[auto_minmax(0,1fr)]">
      <ReaderSearch text={text} box={box} onTake={go} />
      <div
        ref={box}
        {...reading}
        className="snapshot-text relative overflow-y-auto overscroll-contain px-4 py-3"
      >
        <Lines text={text} lines={moves.lines} pages={pages} />
      </div>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </div>
  );
}

function pressOf({ key, altKey, ctrlKey, metaKey }: React.KeyboardEvent) {
  if (altKey || ctrlKey || metaKey) return null;
  if (key === "ArrowDown") return { unit: "sentence", step: 1 } as const;
  if (key === "ArrowUp") return { unit: "sentence", step: -1 } as const;
  if (key === "ArrowRight") return { unit: "word", step: 1 } as const;
  return key === "ArrowLeft" ? ({ unit: "word", step: -1 } as const) : null;
}

type Box = { readonly current: HTMLDivElement | null };

function usePainted(box: Box, marks: readonly Span[], chosen: Chosen | null): void {
  useEffect(() => {
    if (box.current) return paintSpans("passage-kept", box.current, marks);
  }, [box, marks]);
  useEffect(() => {
    if (box.current && chosen) return paintSpans("passage", box.current, [spanOf(chosen)]);
  }, [box, chosen]);
}

/** Comes to the passage that it begins with. */
function useBeginning(box: Box, start: Span | null, autoFocus: boolean): void {
  const [first] = useState({ start, autoFocus });
  useEffect(() => {
    if (!box.current) return;
    if (first.autoFocus) box.current.focus({ preventScroll: true });
    if (first.start) lineOf(box.current, first.start.start)?.scrollIntoView({ block: "center" });
  }, [box, first]);
}

interface LinesProps {
  text: string;
  lines: readonly Span[];
  pages: readonly TextPage[];
}

/** The text itself: set once, whatever is chosen in it. */
const Lines = memo(function Lines({ text, lines, pages }: LinesProps): ReactNode {
  return lines.map(({ start, end }, index) => {
    const before = lines[index - 1]?.start ?? -1;
    const page = pages.find((each) => each.start > before && each.start <= start);
    return [
      page ? (
        <div
          key={`page ${page.number}`}
          className="mb-2 border-t border-hair pt-1 font-sans text-xs text-quiet"
        >
          Page {page.number}
        </div>
      ) : null,
      <p key={start} data-start={start}>
        {text.slice(start, end)}
      </p>,
    ];
  });
});
