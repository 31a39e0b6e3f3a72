"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { Popover } from "radix-ui";
import { type ComponentProps, useEffect, useRef, useState } from "react";
import { onLive } from "@/components/desk/live";
import { NotificationLines } from "@/components/desk/notification-list";
import { bellName } from "@/components/desk/notification-words";
import {
  type NotificationActions,
  useNotifications,
  useReadingOnReturn,
} from "@/components/desk/use-notifications";
import { Button } from "@/components/ui/button";
import type { NotificationList } from "@/lib/notifications/schema";

/** The bell over every page of the desk: how much is unread, and the latest of it. */
export function NotificationBell({
  given,
  actions,
}: {
  given: NotificationList;
  actions: NotificationActions;
}) {
  const { list, failure, read, open, openAll } = useNotifications(given, actions);
  const [shown, setShown] = useState(false);
  useReadingOnReturn(read);
  useReadingOnNavigation(read);
  // Where the page has a stream.
  useEffect(() => onLive(({ what }) => what === "notifications" && void read()), [read]);
  const { unread } = list;
  return (
    <Popover.Root
      open={shown}
      onOpenChange={(next) => {
        setShown(next);
        if (next) void read();
      }}
    >
      <Popover.Trigger asChild>
        <BellButton unread={unread} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Notifications"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-h-[min(32rem,calc(100dvh-5rem))] w-[min(24rem,calc(100vw-1rem))] flex-col rounded-card border border-hair bg-paper font-sans shadow-lift"
        >
          <Latest
            list={list}
            failure={failure}
            onOpenAll={() => void openAll()}
            onOpen={(line) => {
              open(line);
              setShown(false);
            }}
          />
          <Link
            href="/desk/notifications"
            onClick={() => setShown(false)}
            className="link border-t border-hair px-3 py-2.5 text-center text-sm"
          >
            All notifications
          </Link>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The bell itself, with how much is unread. Takes what the popover gives to its trigger. */
function BellButton({ unread, ...trigger }: { unread: number } & ComponentProps<"button">) {
  return (
    <button
      {...trigger}
      type="button"
      aria-label={bellName(unread)}
      className="relative ml-auto grid size-9 shrink-0 place-items-center rounded-control hover:bg-wash"
    >
      <Bell aria-hidden size={16} />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute top-0.5 right-0 grid h-4 min-w-4 place-items-center rounded-full bg-line px-1 text-[0.625rem] leading-none font-bold text-paper tabular-nums"
        >
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </button>
  );
}

interface LatestProps extends Pick<ReturnType<typeof useNotifications>, "list" | "failure"> {
  onOpenAll: () => void;
  onOpen: ComponentProps<typeof NotificationLines>["onOpen"];
}

/** The latest ten, and the way to have read them all. */
function Latest({ list, failure, onOpenAll, onOpen }: LatestProps) {
  return (
    <>
      <div className="flex items-center justify-between gap-3 border-b border-hair px-3 py-2">
        <h2 className="text-sm font-semibold">Notifications</h2>
        <Button size="sm" variant="quiet" disabled={list.unread === 0} onClick={onOpenAll}>
          Mark all as read
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-1">
        {failure ? <p className="px-3 py-2 text-sm text-line">{failure.message}</p> : null}
        {list.lines.length === 0 ? (
          <p className="px-3 py-6 text-center text-sm text-pretty text-quiet">
            Nothing yet. Mentions, answers and suggestions show up here.
          </p>
        ) : (
          <NotificationLines lines={list.lines.slice(0, 10)} onOpen={onOpen} />
        )}
      </div>
    </>
  );
}

/** Whoever goes to another page sees what came meanwhile, and what was opened elsewhere as read. */
function useReadingOnNavigation(read: () => Promise<void>) {
  const path = usePathname();
  const thread = useSearchParams().get("thread");
  const here = `${path} ${thread ?? ""}`;
  const last = useRef(here);
  useEffect(() => {
    if (last.current === here) return;
    last.current = here;
    void read();
  }, [here, read]);
}
