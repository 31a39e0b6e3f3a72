"use client";

import { useRef } from "react";
import { HeadlineField } from "@/components/desk/headline-field";

interface ThesisFieldProps {
  value: string[];
  onChange(value: string[]): void;
  onBlur(): void;
  editable: boolean;
}

/**
 * The lines that close the highlights. There is always an empty one to type into; an
 * emptied one goes when it is left. A line has no name but its place.
 */
export function ThesisField({ value, onChange, onBlur, editable }: ThesisFieldProps) {
  const lines = useRef<HTMLDivElement>(null);
  const shown = (editable ? [...value, ""] : value).map((line, place) => ({ line, place }));
  const leave = () => {
    const filled = value.filter((line) => line.trim() !== "");
    if (filled.length !== value.length) onChange(filled);
    onBlur();
  };
  const next = (index: number) => lines.current?.querySelectorAll("textarea")[index + 1]?.focus();
  return (
    <div ref={lines} className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {shown.map(({ line, place }) => (
        <HeadlineField
          key={place}
          label={`Thesis, line ${place + 1}`}
          value={line}
          onChange={(text) => onChange(place < value.length ? value.with(place, text) : [...value, text])}
          onBlur={leave}
          onEnter={() => next(place)}
          placeholder={place === 0 ? "What it all adds up to" : "One more line"}
          readOnly={!editable}
          className="text-[1.25rem] leading-snug font-medium italic"
        />
      ))}
    </div>
  );
}
