"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLive } from "@/components/desk/use-live";
import type { Change } from "@/lib/live/announce";

/** A check of a thousand sources tells of each: the page is read again at most this often, in milliseconds. */
const PAUSE = 1_500;

/** Reads the page again when something that it shows was changed elsewhere. */
export function RefreshOnChange({ what }: { what: readonly Change["what"][] }) {
  const router = useRouter();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef(0);
  const refresh = () => {
    if (waiting.current !== undefined) return;
    const rest = Math.max(0, last.current + PAUSE - Date.now());
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      last.current = Date.now();
      router.refresh();
    }, rest);
  };
  useEffect(() => () => clearTimeout(waiting.current), []);
  useLive(
    { collecting: "1" },
    { onChange: (change) => what.includes(change.what) && refresh(), onMissed: refresh },
  );
  return null;
}
