"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { findInText } from "@/components/desk/evidence/passage-moves";
import { lineOf, paintSpans } from "@/components/desk/evidence/text-highlights";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Span } from "@/lib/evidence/match";

interface ReaderSearchProps {
  text: string;
  /** The element that shows the text. */
  box: { readonly current: HTMLElement | null };
  /** Arrow down: into the text, to what was found. */
  onTake(span: Span): void;
}

/** Finds words in a text that is read: Enter goes on, Shift+Enter back, the arrow down into the text, Escape takes the words away. */
export function ReaderSearch({ text, box, onTake }: ReaderSearchProps) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const found = useMemo(() => findInText(text, words), [text, words]);
  const shown = found[at];
  useEffect(() => {
    if (box.current && found.length > 0) return paintSpans("passage-found", box.current, found);
  }, [box, found]);
  useEffect(() => {
    if (!box.current || !shown) return;
    lineOf(box.current, shown.start)?.scrollIntoView({ block: "center" });
    return paintSpans("passage-shown", box.current, [shown]);
  }, [box, shown]);
  const step = (by: 1 | -1) => setAt((now) => (now + by + found.length) % Math.max(1, found.length));
  const keys = (event: KeyboardEvent) => {
    if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
    else if (event.key === "ArrowDown" && shown) onTake(shown);
    else if (event.key === "Escape" && words !== "") setWords("");
    else return;
    event.preventDefault();
  };
  const count = found.length === 0 ? "Nothing found" : `${at + 1} of ${found.length}`;
  return (
    <search className="flex items-center gap-1.5 border-b border-hair px-3 py-2">
      <Input
        type="text"
        aria-label="Find in this text"
        placeholder="Find in this text"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setAt(0);
        }}
        onKeyDown={keys}
        className="min-h-8 flex-1 text-sm"
      />
      <span aria-live="polite" className="min-w-16 text-right text-xs text-quiet tabular-nums">
        {words.trim() === "" ? "" : count}
      </span>
      <Button size="sm" variant="quiet" aria-label="Previous" disabled={!shown} onClick={() => step(-1)}>
        <ChevronUp aria-hidden size={15} />
      </Button>
      <Button size="sm" variant="quiet" aria-label="Next" disabled={!shown} onClick={() => step(1)}>
        <ChevronDown aria-hidden size={15} />
      </Button>
    </search>
  );
}
