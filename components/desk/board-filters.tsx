"use client";

import { type BoardFilter, groupOf, isFiltering } from "@/components/desk/board-filter";
import { nameOfSection } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Board, Colleague } from "@/lib/workflow/schema";

interface BoardFiltersProps {
  board: Board;
  colleagues: Colleague[];
  filter: BoardFilter;
  onFilter: (filter: BoardFilter) => void;
}

/** Whose stories, from where, and whether only what is late. */
export function BoardFilters({ board, colleagues, filter, onFilter }: BoardFiltersProps) {
  const ready = useHydrated();
  const inIssue = board.issue !== null;
  return (
    <search aria-label="Filter the board" className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <Choice
        label="Assignee"
        width="w-44"
        value={filter.who}
        disabled={!ready}
        options={[
          ["", "Everyone"],
          ["me", "Mine"],
          ["nobody", "Nobody yet"],
          ...colleagues.map(({ id, name }) => [id, name] as const),
        ]}
        onChoose={(who) => onFilter({ ...filter, who })}
      />
      <Choice
        label={inIssue ? "Section" : "Issue"}
        width="w-52"
        value={filter.group}
        disabled={!ready}
        options={[["", inIssue ? "Every section" : "Everything"], ...groupsOf(board)]}
        onChoose={(group) => onFilter({ ...filter, group })}
      />
      <label className="flex min-h-9 items-center gap-2 text-sm">
        <input
          type="checkbox"
          className="size-4 accent-ink"
          disabled={!ready}
          checked={filter.late}
          onChange={(event) => onFilter({ ...filter, late: event.target.checked })}
        />
        Overdue only
      </label>
      {isFiltering(filter) ? (
        <Button variant="quiet" onClick={() => onFilter({ who: "", group: "", late: false })}>
          Show everything
        </Button>
      ) : null}
    </search>
  );
}

interface ChoiceProps {
  label: string;
  width: string;
  value: string;
  disabled: boolean;
  /** Values and their words, in sequence. */
  options: readonly (readonly [string, string])[];
  onChoose: (value: string) => void;
}

function Choice({ label, width, value, disabled, options, onChoose }: ChoiceProps) {
  return (
    <div className={`${width} max-sm:w-[calc(50%-0.375rem)]`}>
      <Field label={label}>
        {(control) => (
          <Select
            {...control}
            disabled={disabled}
            value={value}
            onChange={(event) => onChoose(event.target.value)}
          >
            {options.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}

/** The groups that hold any card, in the cards' order. */
function groupsOf({ issue, cards }: Board): [string, string][] {
  const inIssue = issue !== null;
  return [
    ...new Map(
      cards.map((card) => [
        groupOf(card, inIssue),
        inIssue ? nameOfSection(card.sectionTitle ?? "") : (card.issueName ?? "Backlog"),
      ]),
    ),
  ];
}
