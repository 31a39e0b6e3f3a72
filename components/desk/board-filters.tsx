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
      <div className="w-44 max-sm:w-[calc(50%-0.375rem)]">
        <Field label="Assignee">
          {(control) => (
            <Select
              {...control}
              disabled={!ready}
              value={filter.who}
              onChange={(event) => onFilter({ ...filter, who: event.target.value })}
            >
              <option value="">Everyone</option>
              <option value="me">Mine</option>
              <option value="nobody">Nobody yet</option>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div className="w-52 max-sm:w-[calc(50%-0.375rem)]">
        <Field label={inIssue ? "Section" : "Issue"}>
          {(control) => (
            <Select
              {...control}
              disabled={!ready}
              value={filter.group}
              onChange={(event) => onFilter({ ...filter, group: event.target.value })}
            >
              <option value="">{inIssue ? "Every section" : "Everything"}</option>
              {groupsOf(board).map(([id, name]) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
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
