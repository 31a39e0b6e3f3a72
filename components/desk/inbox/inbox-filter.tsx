"use client";

import type { FeedChoice } from "@/components/desk/inbox/inbox";
import type { InboxFilter } from "@/components/desk/inbox/use-inbox";
import { ShortcutKeys } from "@/components/desk/shortcut-keys";
import { useSingleKeys } from "@/components/desk/single-keys";
import { Input, Select } from "@/components/ui/input";
import { useHydrated } from "@/components/ui/use-hydrated";

interface InboxFilterBarProps {
  filter: InboxFilter;
  feeds: FeedChoice[];
  onChange: (filter: InboxFilter) => void;
  found: number;
  waiting: number;
  isFiltered: boolean;
}

/** Which of it is shown, and how much that is. */
export function InboxFilterBar({ filter, feeds, onChange, found, waiting, isFiltered }: InboxFilterBarProps) {
  const isReady = useHydrated();
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Input
        type="search"
        aria-label="Words in what waits"
        placeholder="Words, names, addresses"
        autoComplete="off"
        maxLength={500}
        readOnly={!isReady}
        value={filter.query}
        onChange={(event) => onChange({ ...filter, query: event.target.value })}
        className="min-w-40 flex-1 basis-48"
      />
      <Select
        aria-label="Where it came from"
        value={filter.feed}
        onChange={(event) => onChange({ ...filter, feed: event.target.value })}
        className="w-auto! max-w-full"
      >
        <option value="">From everywhere</option>
        <option value="sent">Sent by people</option>
        {feeds.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
      <p role="status" className="text-sm text-quiet tabular-nums">
        {isFiltered ? `${found} of ${waiting}` : waiting === 1 ? "1 waits" : `${waiting} wait`}
      </p>
    </div>
  );
}

const HINTS = [
  { keys: ["j", "k"], deed: "go through" },
  { keys: ["enter"], deed: "new story" },
  { keys: ["s"], deed: "add to a story" },
  { keys: ["e"], deed: "dismiss", dismisses: true },
  { keys: ["o"], deed: "open the page" },
  { keys: ["u"], deed: "undo" },
];

/** The keys of the list, where there is a keyboard and they are not turned off. */
export function InboxKeyHints({ mayDismiss }: { mayDismiss: boolean }) {
  const isOn = useSingleKeys();
  if (!isOn) return null;
  return (
    <p className="mb-2 flex flex-wrap gap-x-4 gap-y-1 px-1 text-xs text-quiet max-lg:hidden">
      {HINTS.filter(({ dismisses }) => mayDismiss || !dismisses).map(({ keys, deed }) => (
        <span key={deed} className="inline-flex items-center gap-1.5">
          {keys.map((each) => (
            <ShortcutKeys key={each} keys={each} />
          ))}
          {deed}
        </span>
      ))}
    </p>
  );
}
