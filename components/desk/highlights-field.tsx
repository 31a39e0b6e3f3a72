"use client";

import { Plus } from "lucide-react";
import { useRef } from "react";
import { toast } from "sonner";
import { inOrder } from "@/components/desk/flat-order";
import { HighlightLine, type StoryChoice } from "@/components/desk/highlight-line";
import { SortableList } from "@/components/desk/sortable-list";
import { Button } from "@/components/ui/button";
import type { HighlightDraft, LeftStory } from "@/lib/issues/schema";

interface HighlightsFieldProps {
  value: HighlightDraft[];
  onChange(value: HighlightDraft[]): void;
  onBlur(): void;
  stories: StoryChoice[];
  /** Stories that lines point at and that are not in the issue. */
  left: LeftStory[];
  editable: boolean;
}

/** The lines of "What matters this week", each with the stories it sums up. */
export function HighlightsField({ value, onChange, onBlur, stories, left, editable }: HighlightsFieldProps) {
  const list = useRef<HTMLDivElement>(null);
  const focusLine = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll("textarea")[index]?.focus());
  const add = (index: number) => {
    onChange(value.toSpliced(index, 0, { id: newId(), text: "", storyIds: [] }));
    focusLine(index);
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
      <div ref={list}>
        <SortableList
          items={value}
          nameOf={nameOf}
          canSort={editable && value.length > 1}
          onArrange={(ids) => onChange(inOrder(value, ids))}
          className="grid grid-cols-[minmax(0,1fr)] gap-3"
          gap={12}
        >
          {(line, row) => (
            <HighlightLine
              line={line}
              row={row}
              stories={stories}
              left={left}
              editable={editable}
              onChange={(next) => onChange(value.map((each) => (each.id === line.id ? next : each)))}
              onBlur={onBlur}
              onNext={() => add(value.indexOf(line) + 1)}
              onRemove={() => remove(value.indexOf(line))}
            />
          )}
        </SortableList>
      </div>
      {editable ? (
        <Button size="sm" variant="quiet" className="mt-2 -ml-2 text-quiet" onClick={() => add(value.length)}>
          <Plus aria-hidden size={13} />
          Add a line
        </Button>
      ) : null}
    </>
  );
}

/** A line as it is called aloud. */
function nameOf({ text }: HighlightDraft): string {
  const words = text.trim();
  if (words === "") return "Empty line";
  return words.length > 60 ? `“${words.slice(0, 60).trimEnd()}…”` : `“${words}”`;
}

/** Names a line until the server does; unique within a visit. */
function newId(): string {
  return `new-${performance.now().toString(36)}`;
}
