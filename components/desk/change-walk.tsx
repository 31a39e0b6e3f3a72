"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { useRef, useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { Button } from "@/components/ui/button";

type Go = (step: 1 | -1) => void;

/** Going from change to change in a comparison (compared-text.tsx) inside `text`; `at` is where, from 0. */
export function useChangeWalk(count: number) {
  const [at, setAt] = useState<number | null>(null);
  const text = useRef<HTMLDivElement>(null);
  const go: Go = (step) => {
    if (count === 0) return;
    const from = at ?? (step === 1 ? -1 : count);
    const next = (from + step + count) % count;
    setAt(next);
    const element = text.current?.querySelectorAll<HTMLElement>("[data-change]")[next];
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "center" });
  };
  useHotkeys("alt+down", () => go(1), { preventDefault: true }, [at, count]);
  useHotkeys("alt+up", () => go(-1), { preventDefault: true }, [at, count]);
  return { text, at, go };
}

export function ChangeWalkButtons({ go }: { go: Go }) {
  return (
    <div className="flex items-center gap-1">
      <Button size="sm" variant="quiet" onClick={() => go(-1)} aria-keyshortcuts="Alt+ArrowUp">
        <ChevronUp aria-hidden size={16} />
        Previous<span className="sr-only"> change</span>
        <kbd className="key ml-1 max-lg:hidden">Alt ↑</kbd>
      </Button>
      <Button size="sm" variant="quiet" onClick={() => go(1)} aria-keyshortcuts="Alt+ArrowDown">
        <ChevronDown aria-hidden size={16} />
        Next<span className="sr-only"> change</span>
        <kbd className="key ml-1 max-lg:hidden">Alt ↓</kbd>
      </Button>
    </div>
  );
}
