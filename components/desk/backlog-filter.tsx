import { BACKLOG_SORTS, type BacklogSort } from "@/components/desk/backlog-order";
import { Button } from "@/components/ui/button";
import { Input, Select } from "@/components/ui/input";

interface BacklogFilterProps {
  filter: string;
  setFilter: (words: string) => void;
  sort: BacklogSort;
  setSort: (sort: BacklogSort) => void;
}

/** Which of the waiting stories are shown, and in what order. */
export function BacklogFilter({ filter, setFilter, sort, setSort }: BacklogFilterProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Input
        type="search"
        aria-label="Filter by headline or author"
        placeholder="Filter by headline or author"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
        className="min-w-40 flex-1 basis-48"
      />
      <Select
        aria-label="Sort"
        value={sort}
        onChange={(event) => setSort(event.target.value as BacklogSort)}
        className="w-auto!"
      >
        {Object.entries(BACKLOG_SORTS).map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </div>
  );
}

interface SelectionProps {
  count: number;
  /** How many are shown. */
  of: number;
  onAll: (all: boolean) => void;
  onPlace: () => void;
}

/** How many of the shown stories are selected, and what is done with them at once. */
export function Selection({ count, of, onAll, onPlace }: SelectionProps) {
  return (
    <div className="mb-2 flex min-h-9 flex-wrap items-center gap-3 px-4 text-sm">
      <label className="flex min-h-8 items-center gap-3">
        <input
          type="checkbox"
          className="size-4 accent-(--color-ink)"
          checked={of > 0 && count === of}
          disabled={of === 0}
          onChange={(event) => onAll(event.target.checked)}
        />
        <span aria-live="polite">{count > 0 ? `${count} selected` : "Select all"}</span>
      </label>
      <Button size="sm" className="ml-auto" disabled={count === 0} onClick={onPlace}>
        Move to issue…
      </Button>
    </div>
  );
}
