"use client";

import { format } from "date-fns";
import { useSyncExternalStore } from "react";

/** Asked again each minute, so that midnight passes over an open page too. */
function subscribe(listener: () => void): () => void {
  const timer = window.setInterval(listener, 60_000);
  return () => window.clearInterval(timer);
}

const read = () => format(new Date(), "yyyy-MM-dd");

/** The reader's own day as an ISO date; null in the server's HTML, which does not know where they are. */
export function useToday(): string | null {
  return useSyncExternalStore(subscribe, read, () => null);
}
