"use client";

import Link from "next/link";
import { localMoment } from "@/components/desk/dates";
import { notificationAddress, notificationSentence } from "@/components/desk/notification-words";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { NotificationLine } from "@/lib/notifications/schema";

interface NotificationListProps {
  lines: NotificationLine[];
  /** Somebody opened it: it counts as read. */
  onOpen(line: NotificationLine): void;
}

/** Sentences, newest first, each leading to what it tells of; unread ones with a dot and the word. */
export function NotificationLines({ lines, onOpen }: NotificationListProps) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line.id} className="border-t border-hair first:border-t-0">
          <Sentence line={line} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function Sentence({ line, onOpen }: { line: NotificationLine; onOpen(line: NotificationLine): void }) {
  const address = notificationAddress(line);
  const hydrated = useHydrated();
  const words = (
    <>
      <span aria-hidden className={`mt-1.5 size-2 rounded-full ${line.read ? "" : "bg-line"}`} />
      <span className="min-w-0">
        {line.read ? null : <span className="sr-only">Unread: </span>}
        <span className={`block text-sm [overflow-wrap:anywhere] ${line.read ? "" : "font-semibold"}`}>
          {notificationSentence(line)}
        </span>
        {/* The moment is the reader's own, which the server does not know. */}
        <time dateTime={line.createdAt} className="block min-h-4 text-xs text-quiet tabular-nums">
          {hydrated ? localMoment(line.createdAt) : null}
        </time>
      </span>
    </>
  );
  const shape = "grid grid-cols-[0.5rem_minmax(0,1fr)] gap-2.5 rounded-control px-3 py-2.5";
  if (!address) return <div className={`${shape} text-quiet`}>{words}</div>;
  return (
    <Link
      href={address}
      onClick={() => onOpen(line)}
      onAuxClick={() => onOpen(line)}
      className={`${shape} hover:bg-wash focus-visible:-outline-offset-2`}
    >
      {words}
    </Link>
  );
}
