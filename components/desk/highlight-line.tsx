"use client";

import { ArrowDown, ArrowUp, ChevronDown, X } from "lucide-react";
import type { KeyboardEvent } from "react";
import { HeadlineField } from "@/components/desk/headline-field";
import { LineButton } from "@/components/desk/line-button";
import { Menu, MenuCheckbox, MenuLabel } from "@/components/ui/menu";
import type { HighlightDraft } from "@/lib/issues/schema";

/** A story as a highlight can point at it. */
export interface StoryChoice {
  id: string;
  number: number | null;
  headline: string;
}

interface HighlightLineProps {
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

/** One line: its words, the stories it points at, its place. */
export function HighlightLine({ line, place, count, stories, editable, ...events }: HighlightLineProps) {
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
export function PointsAt({ line, stories, editable, onChange }: PointsAtProps) {
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
      className="-ml-1.5 flex min-h-6 max-w-full items-center gap-1 rounded-control px-1.5 py-0.5 text-left text-sm text-quiet hover:bg-wash hover:text-ink"
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
