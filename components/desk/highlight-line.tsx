"use client";

import { X } from "lucide-react";
import { HeadlineField } from "@/components/desk/headline-field";
import { LineButton } from "@/components/desk/line-button";
import { PointsAt } from "@/components/desk/points-at";
import { ROW_TOOLS, RowMenu } from "@/components/desk/row-menu";
import type { SortableRow } from "@/components/desk/sortable-list";
import { MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { HighlightDraft, LeftStory } from "@/lib/issues/schema";

/** A story as a highlight can point at it. */
export interface StoryChoice {
  id: string;
  number: number | null;
  headline: string;
}

interface HighlightLineProps {
  line: HighlightDraft;
  row: SortableRow;
  stories: StoryChoice[];
  left: LeftStory[];
  editable: boolean;
  onChange(line: HighlightDraft): void;
  onBlur(): void;
  onNext(): void;
  onRemove(): void;
}

/** One line: its words, the stories it points at, its place. */
export function HighlightLine({ line, row, stories, left, editable, ...events }: HighlightLineProps) {
  const { onChange, onRemove } = events;
  const name = `Line ${row.place + 1}`;
  return (
    <div className="group/line flex gap-3">
      <span aria-hidden className="mt-0.5 font-serif text-[1.125rem] text-line">
        –
      </span>
      <div className="min-w-0 flex-1">
        <HeadlineField
          label={name}
          value={line.text}
          onChange={(text) => onChange({ ...line, text })}
          onBlur={events.onBlur}
          onEnter={events.onNext}
          placeholder="One sentence that sums up one story or several"
          readOnly={!editable}
          className="text-[1.125rem] leading-normal"
        />
        <PointsAt
          line={line}
          name={name}
          stories={stories}
          left={left}
          editable={editable}
          onChange={onChange}
        />
      </div>
      {editable ? (
        <span className={`self-start pt-0.5 ${ROW_TOOLS}`}>
          {row.handle}
          <LineButton label={`Remove ${name.toLowerCase()}`} onPress={onRemove}>
            <X aria-hidden size={13} />
          </LineButton>
          {row.handle ? (
            <RowMenu name={name.toLowerCase()}>
              {row.moves}
              <MenuSeparator />
              <MenuItem onSelect={onRemove}>Remove</MenuItem>
            </RowMenu>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
