"use client";

import { useState } from "react";
import { Collected } from "@/components/desk/collect/collected";
import { PageFields, type SharedPage } from "@/components/desk/collect/page-fields";
import { useCollecting } from "@/components/desk/collect/use-collecting";
import type { CollectActions, Destination } from "@/components/desk/inbox/inbox-actions";
import { JoinedStoryPicker } from "@/components/desk/inbox/joined-story-picker";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { StoryChoice } from "@/lib/inbox/schema";

interface CollectFormProps {
  page: SharedPage;
  /** Something came with the address of this screen. */
  isSent: boolean;
  actions: CollectActions;
}

/** The page that was sent: looked at, put right, and then collected. Nothing happens until a button is pressed. */
export function CollectForm({ page, isSent, actions }: CollectFormProps) {
  const { words, change, error, pending, send, done, undone, again } = useCollecting(page, actions.send);
  if (done) return <Collected done={done} bringBack={actions.bringBack} onAgain={again} onUndone={undone} />;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send({ kind: "inbox" });
      }}
      className="grid gap-4 rounded-card border border-hair bg-paper p-4 sm:p-5"
    >
      {isSent ? (
        <p className="text-pretty text-quiet">
          This was sent. Nothing is kept until you choose where it goes.
        </p>
      ) : null}
      <PageFields words={words} change={change} actions={actions} />
      {error ? <Notice kind="error">{error}</Notice> : null}
      <WhereTo pending={pending} onSend={send} findStories={actions.findStories} />
    </form>
  );
}

interface WhereToProps extends Pick<CollectActions, "findStories"> {
  pending: Destination["kind"] | null;
  onSend: (to: Destination, story?: StoryChoice) => Promise<void>;
}

/** The places a page can go to; the inbox is where Enter sends it. */
function WhereTo({ pending, onSend, findStories }: WhereToProps) {
  const [picking, setPicking] = useState(false);
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending === "inbox"}>
          To the inbox
        </Button>
        <Button pending={pending === "newStory"} onClick={() => void onSend({ kind: "newStory" })}>
          New story
        </Button>
        <Button pending={pending === "story"} onClick={() => setPicking(true)}>
          Add to a story…
        </Button>
      </div>
      <JoinedStoryPicker
        open={picking}
        name="This page"
        findStories={findStories}
        onClose={() => setPicking(false)}
        onPick={(story) => {
          setPicking(false);
          void onSend({ kind: "story", storyId: story.id }, story);
        }}
      />
    </>
  );
}
