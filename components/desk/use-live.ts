"use client";

import { useEffect, useRef } from "react";
import { tellLive } from "@/components/desk/live";
import type { Change } from "@/lib/live/announce";

const FIRST_RETRY = 2_000;
const LAST_RETRY = 30_000;

interface Heard {
  onChange(change: Change): void;
  /** Something may have been missed: at first, after a cut, and on coming back to this window. */
  onMissed(): void;
}

/**
 * Listens to what others change in an issue, in a story of the backlog, or on the screens of collecting. Nothing waits for it: without a stream the desk
 * works as it does alone. A window that nobody sees has none, so that many of them leave connections free.
 */
export function useLive(
  subject: { issue: string } | { story: string } | { collecting: "1" },
  heard: Heard,
): void {
  const latest = useRef(heard);
  useEffect(() => {
    latest.current = heard;
  });
  const address = `/api/desk/events?${new URLSearchParams({ ...subject })}`;
  useEffect(() => listen(address, latest), [address]);
}

function listen(address: string, latest: { readonly current: Heard }): () => void {
  let source: EventSource | null = null;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const open = () => {
    close();
    const stream = new EventSource(address);
    source = stream;
    stream.onopen = () => {
      failures = 0;
      latest.current.onMissed();
    };
    stream.addEventListener("missed", () => latest.current.onMissed());
    stream.onmessage = (event: MessageEvent<string>) => {
      const change: Change = JSON.parse(event.data);
      latest.current.onChange(change);
      tellLive(change);
    };
    stream.onerror = () => {
      // The browser comes back by itself after a cut, but not after a refusal.
      if (stream.readyState !== EventSource.CLOSED) return;
      retry = setTimeout(open, Math.min(LAST_RETRY, FIRST_RETRY * 2 ** failures));
      failures += 1;
    };
  };
  const close = () => {
    clearTimeout(retry);
    source?.close();
    source = null;
  };
  const look = () => {
    if (document.visibilityState === "hidden") close();
    else if (source === null) open();
  };
  look();
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", look);
  return () => {
    document.removeEventListener("visibilitychange", look);
    window.removeEventListener("pagehide", close);
    window.removeEventListener("pageshow", look);
    close();
  };
}
