"use client";

import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { HighlightLine, type StoryChoice } from "@/components/desk/highlight-line";
import { Button } from "@/components/ui/button";
import type { HighlightDraft } from "@/lib/issues/schema";

interface HighlightsFieldProps {
  value: HighlightDraft[];
  onChange(value: HighlightDraft[]): void;
  onBlur(): void;
  stories: StoryChoice[];
  editable: boolean;
}

/** The lines of "What matters this week", each with the stories it sums up. */
export function HighlightsField({ value, onChange, onBlur, stories, editable }: HighlightsFieldProps) {
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState("");
  const focusLine = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll("textarea")[index]?.focus());
  const add = (index: number) => {
    onChange(value.toSpliced(index, 0, { id: newId(), text: "", storyIds: [] }));
    focusLine(index);
  };
  const move = (from: number, step: -1 | 1) => {
    const line = value[from];
    const other = value[from + step];
    if (!line || !other) return;
    onChange(value.with(from, other).with(from + step, line));
    setSaid(`Line moved to place ${from + step + 1} of ${value.length}.`);
  };
  const latest = useRef(value);
  latest.current = value;
  const remove = (index: number) => {
    const line = value[index];
    if (!line) return;
    onChange(value.toSpliced(index, 1));
    if (line.text.trim() === "") return;
    const undo = () => onChange(latest.current.toSpliced(index, 0, line));
    toast("Line removed.", { action: { label: "Undo", onClick: undo } });
  };
  return (
    <>
      <ul ref={list} className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {value.map((line, index) => (
          <HighlightLine
            key={line.id}
            line={line}
            place={index}
            count={value.length}
            stories={stories}
            editable={editable}
            onChange={(next) => onChange(value.with(index, next))}
            onBlur={onBlur}
            onMove={(step) => move(index, step)}
            onNext={() => add(index + 1)}
            onRemove={() => remove(index)}
          />
        ))}
      </ul>
      {editable ? (
        <Button size="sm" variant="quiet" className="mt-2 -ml-2 text-quiet" onClick={() => add(value.length)}>
          <Plus aria-hidden size={13} />
          Add a line
        </Button>
      ) : null}
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}

/** Names a line until the server does; unique within a visit. */
function newId(): string {
  return `new-${performance.now().toString(36)}`;
}
