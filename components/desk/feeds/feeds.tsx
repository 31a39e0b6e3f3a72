"use client";

import { useState } from "react";
import { toast } from "sonner";
import { attempt } from "@/components/desk/attempt";
import { AddFeed } from "@/components/desk/feeds/add-feed";
import { EditFeed } from "@/components/desk/feeds/edit-feed";
import type { FeedActions } from "@/components/desk/feeds/feed-actions";
import { type FeedDeeds, FeedRow } from "@/components/desk/feeds/feed-row";
import { nameOfFeed } from "@/components/desk/feeds/feed-words";
import { RefreshOnChange } from "@/components/desk/sources/refresh-on-change";
import { EmptyState } from "@/components/ui/empty-state";
import type { FeedLine } from "@/lib/feeds/schema";
import { type Actor, can } from "@/lib/policy";

interface FeedsProps {
  feeds: FeedLine[];
  actor: Actor;
  actions: FeedActions;
}

function useFeedDeeds(actions: FeedActions, edit: (feed: FeedLine) => void): FeedDeeds {
  const tell = (feed: FeedLine, message: string) => void toast.error(`“${nameOfFeed(feed)}”: ${message}`);
  const remove = async (feed: FeedLine) => {
    const removed = await attempt(actions.removeFeed({ id: feed.id }));
    if (!removed.ok) return tell(feed, removed.error.message);
    const undo = async () => {
      const restored = await attempt(actions.restoreFeed(removed.value.undo));
      if (!restored.ok) tell(feed, restored.error.message);
    };
    const told = `“${nameOfFeed(feed)}” removed. What it brought stays in the inbox.`;
    toast(told, { duration: 10_000, action: { label: "Undo", onClick: () => void undo() } });
  };
  const readNow = async (feed: FeedLine) => {
    const asked = await attempt(actions.readNow({ id: feed.id }));
    if (asked.ok) toast(`“${nameOfFeed(feed)}” is being read.`);
    else tell(feed, asked.error.message);
  };
  const pause = async (feed: FeedLine, paused: boolean) => {
    const { id, version } = feed;
    const edited = await attempt(actions.editFeed({ id, version, paused }));
    if (!edited.ok) tell(feed, edited.error.message);
  };
  return {
    edit,
    readNow: (feed) => void readNow(feed),
    pause: (feed, paused) => void pause(feed, paused),
    remove: (feed) => void remove(feed),
  };
}

/** The feeds that are watched: added by address, changed, paused, removed. */
export function Feeds({ feeds, actor, actions }: FeedsProps) {
  const [editing, setEditing] = useState<FeedLine | null>(null);
  const mayManage = can(actor, "feed.manage");
  const deeds = useFeedDeeds(actions, setEditing);
  return (
    <>
      <RefreshOnChange what={["inbox"]} />
      {mayManage ? <AddFeed subscribe={actions.subscribe} /> : null}
      {feeds.length === 0 ? (
        <EmptyState title="No feed is watched yet">
          {mayManage
            ? "Add the first one by its address, or import a list from another feed reader."
            : "Editors add feeds; what they bring stands in the inbox, for everybody."}
        </EmptyState>
      ) : (
        <ul aria-label="Feeds" className="rounded-card border border-hair bg-paper">
          {feeds.map((feed) => (
            <FeedRow key={feed.id} feed={feed} deeds={mayManage ? deeds : null} />
          ))}
        </ul>
      )}
      <EditFeed feed={editing} editFeed={actions.editFeed} onClose={() => setEditing(null)} />
    </>
  );
}
