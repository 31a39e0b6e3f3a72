"use client";

import { useEffect, useRef } from "react";
import { useLive } from "@/components/desk/use-live";

/** Milliseconds in which changes are gathered before the board is read: several come at once. */
const GATHER = 300;

/** Reads the board of an issue again when others change anything that stands on it. Shows nothing. */
export function BoardLive({ issueId, onChange }: { issueId: string; onChange: () => void }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const soon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(onChange, GATHER);
  };
  useLive(
    { issue: issueId },
    {
      onChange: ({ what }) => what !== "presence" && what !== "notifications" && soon(),
      onMissed: soon,
    },
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  return null;
}
