"use client";

import { useCallback } from "react";
import type { Attempt } from "@/components/desk/attempt";
import type { CollectActions, Look } from "@/components/desk/inbox/inbox-actions";
import { useAnswer } from "@/components/desk/use-answer";

/** Milliseconds of rest before a question is sent. */
const PAUSE = 200;

/** What the desk knows of these addresses and of the story in hand; null until it has answered. */
export function useLook(
  urls: readonly string[],
  storyId: string | null,
  lookAtAddresses: CollectActions["lookAtAddresses"],
): Attempt<Look> | null {
  const key = JSON.stringify(urls);
  const ask = useCallback(() => {
    const asked: string[] = JSON.parse(key);
    return lookAtAddresses({ urls: asked, storyId });
  }, [key, storyId, lookAtAddresses]);
  return useAnswer(ask, PAUSE);
}
