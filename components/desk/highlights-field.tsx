"use client";

import { ArrowDown, ArrowUp, ChevronDown, Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { toast } from "sonner";
import { HeadlineField } from "@/components/desk/headline-field";
import { LineButton } from "@/components/desk/line-button";
import { Button } from "@/components/ui/button";
import { Menu, MenuCheckbox, MenuLabel } from "@/components/ui/menu";
import type { HighlightDraft } from "@/lib/issues/schema";

/** A story as a highlight can point at it. */
export interface StoryChoice {
  id: string;
  number: number | null;
  headline: string;
}

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
          <Highlight
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

interface HighlightProps {
  line: HighlightDraft;
  place: number;
  count: number;
  stories: StoryChoice[];
  editable: boolean;
  onChange(line: HighlightDraft): void;
  onBlur(): void;
  onMove(step: -1 | 1): void;
  onNext(): void;
  onRemove(): void;
}

function Highlight({ line, place, count, stories, editable, ...events }: HighlightProps) {
  const { onChange, onMove, onRemove } = events;
  const keys = (event: KeyboardEvent) => {
    if (!editable || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li className="group/line flex gap-3" onKeyDown={keys}>
      <span aria-hidden className="mt-0.5 font-serif text-[1.125rem] text-line">
        –
      </span>
      <div className="min-w-0 flex-1">
        <HeadlineField
          label={`Line ${place + 1}`}
          value={line.text}
          onChange={(text) => onChange({ ...line, text })}
          onBlur={events.onBlur}
          onEnter={events.onNext}
          placeholder="One sentence that sums up one story or several"
          readOnly={!editable}
          className="text-[1.125rem] leading-normal"
        />
        <PointsAt line={line} stories={stories} editable={editable} onChange={onChange} />
      </div>
      {editable ? (
        <span className="flex self-start pt-0.5 opacity-0 group-focus-within/line:opacity-100 group-hover/line:opacity-100 max-sm:opacity-100 [@media(hover:none)]:opacity-100">
          <LineButton
            label={`Move line ${place + 1} up`}
            keys="Alt+↑"
            off={place === 0}
            onPress={() => onMove(-1)}
          >
            <ArrowUp aria-hidden size={13} />
          </LineButton>
          <LineButton
            label={`Move line ${place + 1} down`}
            keys="Alt+↓"
            off={place === count - 1}
            onPress={() => onMove(1)}
          >
            <ArrowDown aria-hidden size={13} />
          </LineButton>
          <LineButton label={`Remove line ${place + 1}`} onPress={onRemove}>
            <X aria-hidden size={13} />
          </LineButton>
        </span>
      ) : null}
    </li>
  );
}

interface PointsAtProps {
  line: HighlightDraft;
  stories: StoryChoice[];
  editable: boolean;
  onChange(line: HighlightDraft): void;
}

/** Which stories a line sums up, and a menu to choose them. */
function PointsAt({ line, stories, editable, onChange }: PointsAtProps) {
  const chosen = stories.filter(({ id }) => line.storyIds.includes(id));
  const words = chosen.length > 0 ? chosen.map(nameOf).join(", ") : "no story yet";
  if (!editable) return <p className="text-sm text-quiet">→ {words}</p>;
  const toggle = (id: string, on: boolean) => {
    const ids = line.storyIds.filter((other) => other !== id);
    onChange({ ...line, storyIds: on ? [...ids, id] : ids });
  };
  const trigger = (
    <button
      type="button"
      className="-ml-1.5 flex max-w-full items-center gap-1 rounded-control px-1.5 py-0.5 text-left text-sm text-quiet hover:bg-wash hover:text-ink"
    >
      <span className="truncate">
        <span aria-hidden>→ </span>
        <span className="sr-only">Points at: </span>
        {words}
      </span>
      <ChevronDown aria-hidden size={12} className="shrink-0" />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      <MenuLabel>
        {stories.length > 0 ? "This line sums up" : "There is no story in this issue yet."}
      </MenuLabel>
      {stories.map((story) => (
        <MenuCheckbox
          key={story.id}
          checked={line.storyIds.includes(story.id)}
          onCheckedChange={(on) => toggle(story.id, on)}
        >
          <span className="truncate">{nameOf(story)}</span>
        </MenuCheckbox>
      ))}
    </Menu>
  );
}

function nameOf({ number, headline }: StoryChoice): string {
  // The part before the dash is the story's subject, and enough to know it by.
  const subject = headline.split(" — ")[0] ?? headline;
  return number === null ? subject : `${number} ${subject}`;
}
