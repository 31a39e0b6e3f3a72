"use client";

import { useState } from "react";
import type { InboxActions } from "@/components/desk/inbox/inbox-actions";
import { InboxFilterBar, InboxKeyHints } from "@/components/desk/inbox/inbox-filter";
import { InboxNothing } from "@/components/desk/inbox/inbox-nothing";
import { InboxRow } from "@/components/desk/inbox/inbox-row";
import { JoinedStoryPicker } from "@/components/desk/inbox/joined-story-picker";
import { type InboxFilter, useInbox } from "@/components/desk/inbox/use-inbox";
import { useInboxKeys } from "@/components/desk/inbox/use-inbox-keys";
import { subjectOf } from "@/components/desk/running-order-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { InboxLine, InboxPage } from "@/lib/inbox/schema";
import { type Actor, can } from "@/lib/policy";

export interface FeedChoice {
  id: string;
  title: string;
}

interface InboxProps {
  given: InboxPage;
  start: InboxFilter;
  feeds: FeedChoice[];
  actor: Actor;
  actions: InboxActions;
}

/** What came in and waits for somebody to decide, gone through by keys or by mouse. */
export function Inbox({ given, start, feeds, actor, actions }: InboxProps) {
  const inbox = useInbox(given, start, actions);
  const { page, deeds, filter } = inbox;
  const [joining, setJoining] = useState<InboxLine | null>(null);
  const mayDismiss = can(actor, "inbox.dismiss");
  const keys = useInboxKeys({ items: page.items, deeds, mayDismiss, onJoin: setJoining });
  const isFiltered = filter.feed !== "" || filter.query.trim() !== "";
  return (
    <>
      <InboxFilterBar
        filter={filter}
        feeds={feeds}
        onChange={inbox.change}
        found={page.found}
        waiting={page.waiting}
        isFiltered={isFiltered}
      />
      {inbox.failure ? <Unread message={inbox.failure.message} onAgain={() => void inbox.read()} /> : null}
      {page.items.length === 0 && !inbox.reading ? (
        <InboxNothing
          isFiltered={isFiltered}
          hasFeeds={feeds.length > 0}
          mayManage={can(actor, "feed.manage")}
          onClear={() => inbox.change({ feed: "", query: "" })}
        />
      ) : (
        <>
          <InboxKeyHints mayDismiss={mayDismiss} />
          <Waiting {...{ inbox, keys, mayDismiss }} onJoin={setJoining} />
        </>
      )}
      {page.more ? (
        <div className="mt-4 grid justify-center">
          <Button pending={inbox.reading} onClick={() => void inbox.readMore()}>
            Show older ones
          </Button>
        </div>
      ) : null}
      <JoinedStoryPicker
        open={joining !== null}
        name={`“${subjectOf(joining?.title ?? "")}”`}
        findStories={actions.findStories}
        onClose={() => setJoining(null)}
        onPick={(story) => {
          const item = joining;
          setJoining(null);
          // Once the dialog is closed and the focus is back in the list.
          if (item) requestAnimationFrame(() => keys.decideOn(item, (each) => deeds.join(each, story)));
        }}
      />
    </>
  );
}

interface WaitingProps {
  inbox: ReturnType<typeof useInbox>;
  keys: ReturnType<typeof useInboxKeys>;
  mayDismiss: boolean;
  onJoin: (item: InboxLine) => void;
}

function Waiting({ inbox: { page, deeds, reading }, keys, mayDismiss, onJoin }: WaitingProps) {
  return (
    <div
      role="feed"
      aria-label="Waiting in the inbox"
      aria-busy={reading}
      onKeyDown={keys.onKeyDown}
      className="min-h-24 rounded-card border border-hair bg-paper"
    >
      {page.items.map((item, index) => (
        <InboxRow
          key={item.id}
          item={item}
          place={index + 1}
          found={page.found}
          current={item.id === keys.currentId}
          mayDismiss={mayDismiss}
          deeds={{
            take: () => keys.decideOn(item, deeds.take),
            dismiss: () => keys.decideOn(item, deeds.dismiss),
          }}
          onJoin={() => onJoin(item)}
          onEnter={() => keys.enter(item.id)}
        />
      ))}
    </div>
  );
}

function Unread({ message, onAgain }: { message: string; onAgain: () => void }) {
  return (
    <div className="mb-3">
      <Notice kind="error">
        The inbox could not be read. {message}{" "}
        <Button size="sm" onClick={onAgain}>
          Try again
        </Button>
      </Notice>
    </div>
  );
}
