"use client";

import { type KeyboardEvent, useState } from "react";
import { useCommands } from "@/components/desk/commands";
import type { Deeds } from "@/components/desk/inbox/use-inbox";
import { useSingleKeys } from "@/components/desk/single-keys";
import type { InboxLine } from "@/lib/inbox/schema";

const rowOf = (id: string) => document.querySelector<HTMLElement>(`[data-inbox-item="${CSS.escape(id)}"]`);

interface Keys {
  items: InboxLine[];
  deeds: Deeds;
  mayDismiss: boolean;
  onJoin: (item: InboxLine) => void;
}

/** Which item is in hand, and the ways from one to another. */
function useInHand(items: InboxLine[]) {
  const [held, setHeld] = useState<{ id: string; place: number } | null>(null);
  const found = items.findIndex(({ id }) => id === held?.id);
  // What was in hand is gone: the one that took its place is.
  const index = found < 0 && held ? Math.min(held.place, items.length - 1) : found;
  const current = items[index];
  const enter = (id: string) => setHeld({ id, place: items.findIndex((item) => item.id === id) });
  const take = (item: InboxLine | undefined) => {
    if (!item) return;
    enter(item.id);
    const row = rowOf(item.id);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  };
  const next = () => take(items[index + 1] ?? items.at(-1));
  const previous = () => take(items[Math.max(index - 1, 0)]);
  return { index, current, enter, take, next, previous };
}

interface Ways extends Keys {
  current: InboxLine | undefined;
  next: () => void;
  previous: () => void;
  decide: (deed: (item: InboxLine) => void) => void;
}

function useInboxCommands({ items, current, deeds, mayDismiss, onJoin, next, previous, decide }: Ways) {
  const group = "This page" as const;
  const isThere = current !== undefined;
  useCommands([
    { id: "inbox-next", title: "Next item", group, enabled: items.length > 0, run: next },
    { id: "inbox-previous", title: "Previous item", group, enabled: items.length > 0, run: previous },
    {
      id: "inbox-story",
      title: "Make a story of the item",
      group,
      enabled: isThere,
      run: () => decide(deeds.take),
    },
    {
      id: "inbox-join",
      title: "Add the item to a story…",
      group,
      enabled: isThere,
      run: () => current && onJoin(current),
    },
    {
      id: "inbox-dismiss",
      title: "Dismiss the item",
      group,
      enabled: isThere && mayDismiss,
      run: () => decide(deeds.dismiss),
    },
    {
      id: "inbox-open",
      title: "Open the item's page",
      group,
      enabled: isThere,
      run: () => current && window.open(current.url, "_blank", "noreferrer"),
    },
    { id: "inbox-undo", title: "Undo the last decision", group, enabled: deeds.canUndo, run: deeds.undo },
  ]);
}

/** Which item is in hand, and the keys that go through the inbox and decide about it. */
export function useInboxKeys({ items, deeds, mayDismiss, onJoin }: Keys) {
  const { index, current, enter, take, next, previous } = useInHand(items);
  const singles = useSingleKeys();
  /** Decides, and gives the focus to the row that comes to stand there. */
  const decide = (deed: (item: InboxLine) => void) => {
    if (!current) return;
    const heir = items[index + 1] ?? items[index - 1];
    deed(current);
    take(heir);
  };
  useInboxCommands({ items, current, deeds, mayDismiss, onJoin, next, previous, decide });
  return {
    currentId: current?.id ?? null,
    enter,
    /** For a button of a row: the same as the key, wherever the focus is. */
    decideOn: (item: InboxLine, deed: (item: InboxLine) => void) => {
      const at = items.indexOf(item);
      deed(item);
      take(items[at + 1] ?? items[at - 1]);
    },
    /** Enter on the row itself; on a button or link inside it means that one. */
    onKeyDown: (event: KeyboardEvent) => {
      const isRow = event.target instanceof HTMLElement && event.target.dataset.inboxItem !== undefined;
      if (!singles || !isRow || event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey)
        return;
      event.preventDefault();
      decide(deeds.take);
    },
  };
}
