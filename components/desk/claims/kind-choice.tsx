"use client";

import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { MARK_KINDS } from "@/components/desk/claims/kind-commands";
import type { MarkKind } from "@/components/desk/claims/mark-kind";
import { KIND_MARKS } from "@/lib/claims/kind";

interface KindChoiceProps {
  kind: MarkKind;
  /** Kinds that cannot be chosen now. */
  without?: readonly MarkKind[];
  onChoose(kind: MarkKind): void;
}

/**
 * The six kinds as one choice. Arrows only go through them: what they stop at is chosen by Enter or by leaving the choice, so that
 * going from the first to the last is one change and not five.
 */
export function KindChoice({ kind, without = [], onChoose }: KindChoiceProps) {
  const [reached, setReached] = useState<MarkKind | null>(null);
  const isByKey = useRef(false);
  const name = useId();
  const choose = (next: MarkKind | null) => {
    setReached(null);
    if (next && next !== kind) onChoose(next);
  };
  const keys = (event: KeyboardEvent) => {
    isByKey.current = true;
    if (event.key === "Enter") choose(reached);
    if (event.key === "Escape") setReached(null);
  };
  const leave = (event: FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) choose(reached);
  };
  return (
    <fieldset
      onKeyDown={keys}
      onPointerDown={() => {
        isByKey.current = false;
      }}
      onBlur={leave}
      className="mb-1 grid grid-cols-2 gap-1"
    >
      <legend className="mb-1 text-quiet">Kind</legend>
      {MARK_KINDS.map((each) => (
        <label
          key={each}
          className="flex min-h-8 cursor-pointer items-center gap-1.5 rounded-control border border-hair bg-paper px-2 has-checked:border-ink has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-line has-disabled:cursor-not-allowed has-disabled:opacity-50 not-has-checked:hover:bg-wash"
        >
          <input
            type="radio"
            name={name}
            value={each}
            className="sr-only"
            checked={each === (reached ?? kind)}
            disabled={without.includes(each)}
            onChange={() => (isByKey.current ? setReached(each) : choose(each))}
          />
          <span aria-hidden className="w-4 text-center">
            {KIND_MARKS[each].shape}
          </span>
          <span>{KIND_MARKS[each].word}</span>
        </label>
      ))}
    </fieldset>
  );
}
