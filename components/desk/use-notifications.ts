"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import type { Result } from "@/lib/errors";
import type { NotificationLine, NotificationList } from "@/lib/notifications/schema";

type Action<I, T> = (input: I) => Promise<Result<T>>;

/** What notifications can do; app/(desk)/desk/notifications/actions.ts gives it. */
export interface NotificationActions {
  listNotifications: Action<Record<string, never>, NotificationList>;
  markRead: Action<{ ids: string[] }, { marked: number }>;
  markAllRead: Action<Record<string, never>, { marked: number }>;
}

/** What one window shows of them: marked as read at once, and told to the server. */
export function useNotifications(given: NotificationList, actions: NotificationActions) {
  const [list, setList] = useState(given);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reading = useRef<"no" | "yes" | "again">("no");
  // What was opened in this window stays read, also when an answer comes that was given before the server knew.
  const opened = useRef(new Set<string>());
  const read = useCallback(async () => {
    if (reading.current !== "no") {
      reading.current = "again";
      return;
    }
    do {
      reading.current = "yes";
      const answer = await attempt(actions.listNotifications({}));
      setFailure(answer.ok ? null : answer.error);
      if (answer.ok) setList(marked(answer.value, ({ id }) => opened.current.has(id)));
    } while (isWantedAgain(reading));
    reading.current = "no";
  }, [actions]);
  const open = useCallback(
    ({ id, read: isRead }: NotificationLine) => {
      if (isRead) return;
      opened.current.add(id);
      setList((held) => marked(held, (line) => line.id === id));
      void attempt(actions.markRead({ ids: [id] }));
    },
    [actions],
  );
  const openAll = useCallback(async () => {
    for (const { id } of list.lines) opened.current.add(id);
    setList((held) => marked(held, () => true));
    const answer = await attempt(actions.markAllRead({}));
    if (!answer.ok) setFailure(answer.error);
    await read();
  }, [actions, list, read]);
  return { list, failure, read, open, openAll };
}

/** Whether somebody asked again while it was read; asked of the ref itself, which changes meanwhile. */
function isWantedAgain(reading: { readonly current: "no" | "yes" | "again" }): boolean {
  return reading.current === "again";
}

function marked(
  { lines, unread }: NotificationList,
  which: (line: NotificationLine) => boolean,
): NotificationList {
  const fresh = lines.filter((line) => !line.read && which(line)).length;
  return {
    lines: lines.map((line) => (which(line) ? { ...line, read: true } : line)),
    unread: Math.max(0, unread - fresh),
  };
}

/** Reads again when somebody comes back to the window after a while. */
export function useReadingOnReturn(read: () => Promise<void>): void {
  useEffect(() => {
    let left = Date.now();
    const blur = () => {
      left = Date.now();
    };
    const focus = () => {
      if (Date.now() - left > 3_000) void read();
    };
    window.addEventListener("blur", blur);
    window.addEventListener("focus", focus);
    return () => {
      window.removeEventListener("blur", blur);
      window.removeEventListener("focus", focus);
    };
  }, [read]);
}
