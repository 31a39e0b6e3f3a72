"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import type { IssueActions } from "@/components/desk/issue-actions";
import { onLive } from "@/components/desk/live";
import type { IssueDraft } from "@/lib/issues/schema";
import type { Change } from "@/lib/live/announce";
import type { PreflightLine } from "@/lib/preflight/schema";

/** What this screen knows of an issue's preflight. */
export interface PreflightRead {
  /** null before the first answer. */
  lines: PreflightLine[] | null;
  /** Why the last reading brought nothing; the lines are then those of before. */
  failure: string | null;
}

interface Preflight extends PreflightRead {
  /** Reads it again at once: the server knows something else than this screen. */
  again(): void;
}

/** Milliseconds without a change before preflight is read again. */
const SETTLE = 800;

const NOT_READ = new Set<Change["what"]>(["presence", "notifications", "inbox", "tasks", "suggestions"]);

/** Preflight of the issue as it was saved: read at once, and again after each change of it, of its claims, sources and threads, and of the rules. */
export function usePreflight(issue: IssueDraft, getPreflight: IssueActions["getPreflight"]): Preflight {
  const [read, setRead] = useState<PreflightRead>({ lines: null, failure: null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const readings = useRef(0);
  const { id } = issue;
  const look = useCallback(
    (wait: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(async () => {
        readings.current += 1;
        const reading = readings.current;
        const answer = await attempt(getPreflight({ issueId: id }));
        // A later one is under way, and knows more.
        if (reading !== readings.current) return;
        setRead(({ lines }) =>
          answer.ok ? { lines: answer.value, failure: null } : { lines, failure: answer.error.message },
        );
      }, wait);
    },
    [id, getPreflight],
  );
  const before = useRef<IssueDraft | null>(null);
  useEffect(() => {
    look(before.current === null ? 0 : SETTLE);
    before.current = issue;
  }, [issue, look]);
  useEffect(() => {
    const stop = onLive(({ what }) => {
      if (!NOT_READ.has(what)) look(SETTLE);
    });
    return () => {
      stop();
      clearTimeout(timer.current);
      // What is still under way is for nobody.
      readings.current += 1;
      before.current = null;
    };
  }, [look]);
  return { ...read, again: () => look(0) };
}
