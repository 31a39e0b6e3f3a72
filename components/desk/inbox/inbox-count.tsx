"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import { onLive } from "@/components/desk/live";
import { useReadingOnReturn } from "@/components/desk/use-notifications";
import type { Result } from "@/lib/errors";

export type CountInbox = (input: Record<string, never>) => Promise<Result<number>>;

/** How much waits in the inbox, behind its name in the bar; read again with the page's stream, on coming back, and on another page. */
export function InboxCount({ given, countInbox }: { given: number; countInbox: CountInbox }) {
  const [count, setCount] = useState(given);
  const read = useCallback(async () => {
    const answer = await attempt(countInbox({}));
    if (answer.ok) setCount(answer.value);
  }, [countInbox]);
  useReadingOnReturn(read);
  useEffect(() => onLive(({ what }) => what === "inbox" && void read()), [read]);
  const path = usePathname();
  const last = useRef(path);
  useEffect(() => {
    if (last.current === path) return;
    last.current = path;
    void read();
  }, [path, read]);
  if (count === 0) return null;
  return (
    <span className="ml-1 font-semibold tabular-nums">
      {count > 999 ? "999+" : count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
