"use client";

import { useEffect, useState } from "react";
import type { SearchHit } from "@/lib/search/schema";

/** Milliseconds of rest before a question is sent. */
const PAUSE = 120;

export interface LookUp {
  hits: SearchHit[];
  /** "asking" keeps the last answer on the screen until the next one is there. */
  state: "asking" | "answered" | "failed";
  /** What to say of a failure. */
  message: string;
}

const FAILED = "The search did not answer: there may be no connection. Commands still work.";

async function ask(query: string, signal: AbortSignal): Promise<LookUp> {
  const answer = await fetch(`/api/desk/search?q=${encodeURIComponent(query)}`, { signal });
  const body = (await answer.json()) as { hits?: SearchHit[]; message?: string };
  if (answer.ok && body.hits) return { hits: body.hits, state: "answered", message: "" };
  return { hits: [], state: "failed", message: body.message ?? FAILED };
}

/** What the desk finds for the query while it is typed; an answer to an older question is dropped. `open` asks at all. */
export function useLookUp(query: string, open: boolean): LookUp {
  const [found, setFound] = useState<LookUp>({ hits: [], state: "asking", message: "" });
  useEffect(() => {
    if (!open) return;
    const control = new AbortController();
    setFound((last) => ({ ...last, state: "asking" }));
    const timer = setTimeout(
      () => {
        ask(query.trim(), control.signal).then(
          (answer) => control.signal.aborted || setFound(answer),
          () => control.signal.aborted || setFound({ hits: [], state: "failed", message: FAILED }),
        );
      },
      query === "" ? 0 : PAUSE,
    );
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [query, open]);
  return found;
}
