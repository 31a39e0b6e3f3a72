"use client";

import { NotificationLines } from "@/components/desk/notification-list";
import {
  type NotificationActions,
  useNotifications,
  useReadingOnReturn,
} from "@/components/desk/use-notifications";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import type { NotificationList } from "@/lib/notifications/schema";

/** Everything a person was told, to go through. */
export function NotificationsPage({
  given,
  actions,
}: {
  given: NotificationList;
  actions: NotificationActions;
}) {
  const { list, failure, read, open, openAll } = useNotifications(given, actions);
  useReadingOnReturn(read);
  return (
    <main className="mx-auto max-w-2xl px-3 py-6 sm:px-6 sm:py-10">
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-serif text-2xl font-medium">Notifications</h1>
        <Button disabled={list.unread === 0} onClick={() => void openAll()}>
          Mark all as read
        </Button>
      </div>
      {failure ? <Notice kind="error">{failure.message}</Notice> : null}
      {list.lines.length === 0 ? (
        <EmptyState title="Nothing yet">
          When somebody mentions you, answers you, or suggests or decides something about your stories, it
          stands here.
        </EmptyState>
      ) : (
        <div className="rounded-card border border-hair bg-paper p-1">
          <NotificationLines lines={list.lines} onOpen={open} />
        </div>
      )}
    </main>
  );
}
