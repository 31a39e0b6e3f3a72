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
  const reading = useRef(false);
  const read = useCallback(async () => {
    if (reading.current) return;
    reading.current = true;
    const answer = await attempt(actions.listNotifications({}));
    reading.current = false;
    setFailure(answer.ok ? null : answer.error);
    if (answer.ok) setList(answer.value);
  }, [actions]);
  const open = useCallback(
    ({ id, read: isRead }: NotificationLine) => {
      if (isRead) return;
      setList((held) => marked(held, (line) => line.id === id));
      void attempt(actions.markRead({ ids: [id] }));
    },
    [actions],
  );
  const openAll = useCallback(async () => {
    setList((held) => marked(held, () => true));
    const answer = await attempt(actions.markAllRead({}));
    if (!answer.ok) setFailure(answer.error);
  }, [actions]);
  return { list, failure, read, open, openAll };
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
