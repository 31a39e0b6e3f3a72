"use client";

import { useEffect, useState } from "react";
import { type Attempt, attempt } from "@/components/desk/attempt";
import type { CollectActions, Look } from "@/components/desk/inbox/inbox-actions";

/** Milliseconds of rest before a question is sent. */
const PAUSE = 200;

/** What the desk knows of these addresses and of the story in hand; null until it has answered. */
export function useLook(
  urls: readonly string[],
  storyId: string | null,
  lookAtAddresses: CollectActions["lookAtAddresses"],
): Attempt<Look> | null {
  const [answer, setAnswer] = useState<Attempt<Look> | null>(null);
  const key = JSON.stringify(urls);
  useEffect(() => {
    const asked: string[] = JSON.parse(key);
    let wanted = true;
    const timer = setTimeout(() => {
      void attempt(lookAtAddresses({ urls: asked, storyId })).then((found) => wanted && setAnswer(found));
    }, PAUSE);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [key, storyId, lookAtAddresses]);
  return answer;
}
