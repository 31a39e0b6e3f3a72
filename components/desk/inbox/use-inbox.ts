"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { toast } from "sonner";
import { type Attempt, attempt, type Failure } from "@/components/desk/attempt";
import type { InboxActions } from "@/components/desk/inbox/inbox-actions";
import { subjectOf } from "@/components/desk/running-order-words";
import { useLive } from "@/components/desk/use-live";
import type { Result } from "@/lib/errors";
import type { InboxLine, InboxPage, StoryChoice, Undo } from "@/lib/inbox/schema";

/** What of the inbox is shown. */
export interface InboxFilter {
  feed: string;
  query: string;
}

/** Milliseconds of rest before a changed filter, or news, is read. */
const PAUSE = 250;

const asked = ({ feed, query }: InboxFilter) => ({ query, ...(feed && { feed }) });

/** The first page as it is now, and of what was shown what comes after it. */
export function withFirstPage(shown: readonly InboxLine[], first: InboxPage): InboxLine[] {
  const last = first.items.at(-1);
  if (!first.more || !last) return first.items;
  const isAfter = (item: InboxLine) =>
    item.receivedAt < last.receivedAt || (item.receivedAt === last.receivedAt && item.id < last.id);
  return [...first.items, ...shown.filter(isAfter)];
}

/** What the window shows of the inbox: what is decided leaves at once and comes back when the server refuses. */
export function useInbox(given: InboxPage, start: InboxFilter, actions: InboxActions) {
  const [page, setPage] = useState(given);
  const [filter, setFilter] = useState(start);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [reading, setReading] = useState(false);
  const latest = useRef(filter);
  // Decided in this window: an answer that was given before the server knew must not bring it back.
  const decided = useRef(new Set<string>());
  const still = useCallback((items: InboxLine[]) => items.filter(({ id }) => !decided.current.has(id)), []);

  const read = useCallback(async () => {
    const wanted = latest.current;
    setReading(true);
    const answer = await attempt(actions.listInbox(asked(wanted)));
    if (latest.current !== wanted) return;
    setReading(false);
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setPage((held) => ({ ...answer.value, items: still(withFirstPage(held.items, answer.value)) }));
  }, [actions, still]);

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void read(), PAUSE);
  }, [read]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive({ collecting: "1" }, { onChange: ({ what }) => what === "inbox" && soon(), onMissed: soon });

  const change = (next: InboxFilter) => {
    latest.current = next;
    setFilter(next);
    setPage((held) => ({ ...held, more: false }));
    soon();
  };
  const readMore = async () => {
    const wanted = latest.current;
    setReading(true);
    const after = page.items.at(-1)?.id;
    const answer = await attempt(actions.listInbox({ ...asked(wanted), ...(after && { after }) }));
    setReading(false);
    setFailure(answer.ok ? null : answer.error);
    if (!answer.ok || latest.current !== wanted) return;
    const { items, more } = answer.value;
    setPage((held) => ({ ...held, more, items: [...held.items, ...still(items)] }));
  };
  const deeds = useDeeds(actions, { setPage, decided: decided.current, read });
  return { page, filter, change, reading, failure, read, readMore, deeds };
}

interface Shown {
  setPage: (change: (page: InboxPage) => InboxPage) => void;
  decided: Set<string>;
  read: () => Promise<void>;
}

function without(page: InboxPage, item: InboxLine): InboxPage {
  const items = page.items.filter(({ id }) => id !== item.id);
  return { ...page, items, found: page.found - 1, waiting: page.waiting - 1 };
}

const nameOf = (item: InboxLine) => `“${subjectOf(item.title)}”`;

interface Done {
  undo: Undo;
  item: InboxLine;
}

export interface Deeds {
  canUndo: boolean;
  undo(): void;
  take(item: InboxLine): void;
  join(item: InboxLine, story: StoryChoice): void;
  dismiss(item: InboxLine): void;
}

function useDeeds(actions: InboxActions, { setPage, decided, read }: Shown): Deeds {
  const undos = useRef<Done[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  // Whoever undoes at once means the decision that is still under way.
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const bringBack = async (which?: Done) => {
    await underWay.current;
    const last = which ?? undos.current.at(-1);
    if (!last || !undos.current.includes(last)) return;
    undos.current = undos.current.filter((each) => each !== last);
    setCanUndo(undos.current.length > 0);
    const answer = await attempt(actions.bringBack(last.undo));
    if (!answer.ok) return void toast.error(`It could not be undone. ${answer.error.message}`);
    decided.delete(last.item.id);
    await read();
    toast(`${nameOf(last.item)} is back in the inbox.`);
  };
  const run = async <T extends { undo: Undo }>(
    item: InboxLine,
    call: Promise<Attempt<T>>,
    told: (value: T) => string,
  ) => {
    const answer = await call;
    if (!answer.ok) {
      // Whoever was quicker has taken it out; whatever else went wrong, it still waits.
      if (answer.error.code !== "conflict") decided.delete(item.id);
      setCanUndo(undos.current.length > 0);
      toast.error(`${nameOf(item)}: ${answer.error.message}`);
      return read();
    }
    const done = { undo: answer.value.undo, item };
    undos.current = [...undos.current, done];
    const action = { label: "Undo", onClick: () => void bringBack(done) };
    toast(told(answer.value), { duration: 10_000, action });
  };
  const decide = <T extends { undo: Undo }>(
    item: InboxLine,
    call: (key: { id: string; version: number }) => Promise<Result<T>>,
    told: (value: T) => string,
  ): void => {
    if (decided.has(item.id)) return;
    decided.add(item.id);
    setPage((held) => without(held, item));
    setCanUndo(true);
    underWay.current = run(item, attempt(call({ id: item.id, version: item.version })), told);
  };
  return {
    canUndo,
    undo: () => void bringBack(),
    take: (item) => decide(item, actions.takeAsStory, () => `${nameOf(item)} is a story in the backlog now.`),
    join: (item, story) =>
      decide(
        item,
        (key) => actions.joinStory({ ...key, storyId: story.id }),
        ({ added }) =>
          `${nameOf(item)} ${added ? "is a source of" : "was a source already of"} “${subjectOf(story.headline)}”.`,
      ),
    dismiss: (item) => decide(item, actions.dismiss, () => `${nameOf(item)} dismissed.`),
  };
}
