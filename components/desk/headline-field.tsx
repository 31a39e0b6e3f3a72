"use client";

import type { ChangeEvent, KeyboardEvent } from "react";
import { setInLine } from "@/components/editor/smart-typing";
import { useHydrated } from "@/components/ui/use-hydrated";

interface HeadlineFieldProps {
  label: string;
  value: string;
  onChange(value: string): void;
  onBlur?(): void;
  placeholder?: string;
  readOnly?: boolean;
  /** What Enter does: a headline has one paragraph. */
  onEnter?(): void;
  className?: string;
}

/** A headline that is typed where it stands, as large as it will be, and grows with its words. */
export function HeadlineField({
  label,
  value,
  onChange,
  onEnter,
  className = "",
  readOnly = false,
  ...props
}: HeadlineFieldProps) {
  const hydrated = useHydrated();
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter?.();
  };
  // The same words, unseen, in the same cell of a grid give the box its height; `field-sizing` is not everywhere yet.
  const shape = "col-start-1 row-start-1 min-w-0 whitespace-pre-wrap break-words";
  return (
    <div className={`grid grid-cols-[minmax(0,1fr)] font-serif ${className}`}>
      <textarea
        {...props}
        readOnly={readOnly || !hydrated}
        aria-label={label}
        rows={1}
        value={value}
        onKeyDown={keys}
        onChange={(event) => {
          setAsTyped(event);
          onChange(event.target.value.replace(/\s*\n\s*/g, " "));
        }}
        className={`${shape} -mx-1.5 resize-none overflow-hidden rounded-control bg-transparent px-1.5 focus-visible:outline-1 focus-visible:outline-edge placeholder:text-quiet placeholder:italic`}
      />
      <span aria-hidden className={`${shape} invisible -mx-1.5 px-1.5`}>
        {value || props.placeholder}{" "}
      </span>
    </div>
  );
}

/** One letter that was typed, not what was pasted: quotes, dashes and three dots become what the texts of the page have. */
function setAsTyped({ target, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void {
  if (!(nativeEvent instanceof InputEvent) || nativeEvent.isComposing) return;
  if (nativeEvent.inputType !== "insertText" || nativeEvent.data?.length !== 1) return;
  const caret = target.selectionStart;
  const set = setInLine(target.value.slice(0, caret));
  if (set) target.setRangeText(set.sign, set.from, caret, "end");
}
