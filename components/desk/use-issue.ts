"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { attempt } from "@/components/desk/attempt";
import type { IssueActions } from "@/components/desk/issue-actions";
import { newest, touched } from "@/components/desk/issue-copy";
import type { Outline } from "@/components/desk/running-order-outline";
import { RunningOrderStore } from "@/components/desk/running-order-store";
import type { IssueDraft, Order } from "@/lib/issues/schema";

/** The running order's view of a draft. */
function outlineOf({ orderVersion, sections }: IssueDraft): Outline {
  return {
    orderVersion,
    sections: sections.map(({ id, title, stories }) => ({
      id,
      title,
      stories: stories.map((story) => ({
        id: story.id,
        headline: story.headline,
        authorName: story.authorName,
      })),
    })),
  };
}

/** The issue on one screen: the copy it holds, its running order, and reading both again. */
export function useIssue(given: IssueDraft, actions: IssueActions) {
  const [issue, setIssue] = useState(given);
  const reading = useRef<() => Promise<boolean>>(async () => false);
  const [store] = useState(() => {
    const send = async (baseVersion: number, order: Order) => {
      const result = await actions.arrangeStories({ issueId: given.id, baseVersion, order });
      if (result.ok) setIssue(touched);
      return result;
    };
    return new RunningOrderStore(outlineOf(given), send, () => void reading.current());
  });
  const reload = useCallback(async () => {
    const read = await attempt(actions.readIssue({ id: given.id }));
    if (!read.ok) return false;
    setIssue((held) => newest(held, read.value));
    store.receive(outlineOf(read.value));
    return true;
  }, [actions, given.id, store]);
  useEffect(() => {
    reading.current = reload;
  }, [reload]);
  useEffect(() => {
    // A headline or a title that was saved stands in the running order too.
    for (const section of issue.sections) store.retitle(section.id, section.title);
    for (const story of issue.sections.flatMap((section) => section.stories))
      store.rename(story.id, story.headline);
  }, [issue, store]);
  useReadingOnReturn(reload);
  return { issue, setIssue, store, reload };
}

/** Somebody who comes back to this window sees what others did meanwhile. */
function useReadingOnReturn(reload: () => Promise<boolean>) {
  useEffect(() => {
    let left = 0;
    const change = () => {
      if (document.visibilityState === "hidden") left = Date.now();
      else if (Date.now() - left > 10_000) void reload();
    };
    document.addEventListener("visibilitychange", change);
    return () => document.removeEventListener("visibilitychange", change);
  }, [reload]);
}
