"use client";

import { type Dispatch, type SetStateAction, useCallback, useEffect } from "react";
import { attempt } from "@/components/desk/attempt";
import type { IssueActions } from "@/components/desk/issue-actions";
import { withRead } from "@/components/desk/issue-copy";
import { onLive } from "@/components/desk/live";
import type { RunningOrderStore } from "@/components/desk/running-order-store";
import { useLiveIssue } from "@/components/desk/use-live-issue";
import { usePresence } from "@/components/desk/use-presence";
import type { IssueDraft } from "@/lib/issues/schema";
import type { Change } from "@/lib/live/announce";

interface OpenIssue {
  issue: IssueDraft;
  setIssue: Dispatch<SetStateAction<IssueDraft>>;
  store: RunningOrderStore;
  reload(): Promise<boolean>;
  actions: IssueActions;
  actorId: string;
}

/** The issue on this screen follows what others do to it, and they see who is here. */
export function useIssueLive({ issue, setIssue, store, reload, actions, actorId }: OpenIssue): void {
  const readStory = useCallback(
    async (id: string) => {
      const read = await attempt(actions.readStory({ id }));
      if (read.ok) setIssue((held) => withRead(held, read.value));
      else await reload();
    },
    [actions, setIssue, reload],
  );
  const knows = (change: Change) => {
    const { what, version, storyId } = change;
    if (version === undefined) return false;
    if (what === "order") return store.knows(version);
    if (what === "words") return issue.version >= version;
    const story = issue.sections.flatMap((section) => section.stories).find(({ id }) => id === storyId);
    return story !== undefined && story.version >= version;
  };
  useLiveIssue({ id: issue.id, actorId, knows, readStory, readAll: reload });
  const isOut = issue.latestEdition !== null;
  useEffect(() => {
    if (!isOut) return;
    // The claims themselves are read by their own panel; whether readers have them so, only the server can compare.
    return onLive(({ what }) => {
      if (what === "claims") void reload();
    });
  }, [isOut, reload]);
  usePresence(issue.id, actorId);
}
