"use client";

import Link from "next/link";
import { useState } from "react";
import { attempt, type Failure, fieldError, formError } from "@/components/desk/attempt";
import { sentSentence } from "@/components/desk/collect/sent-words";
import { useLook } from "@/components/desk/collect/use-look";
import type { CollectActions, Destination } from "@/components/desk/inbox/inbox-actions";
import { JoinedStoryPicker } from "@/components/desk/inbox/joined-story-picker";
import { AlreadyKnown } from "@/components/desk/inbox/used-in";
import { Button, buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { StoryChoice, Undo } from "@/lib/inbox/schema";

/** A page as it was sent here. */
export interface SharedPage {
  url: string;
  title: string;
  text: string;
}

interface Done {
  sentence: string;
  href: string;
  undo: Undo | null;
}

/** The page that was sent: looked at, put right, and then collected. Nothing happens until a button is pressed. */
export function CollectForm({
  page,
  isSent,
  actions,
}: {
  page: SharedPage;
  /** Something came with the address of this screen. */
  isSent: boolean;
  actions: CollectActions;
}) {
  const [words, setWords] = useState(page);
  const [failure, setFailure] = useState<Failure>();
  const [pending, setPending] = useState<Destination["kind"] | null>(null);
  const [picking, setPicking] = useState(false);
  const [done, setDone] = useState<Done | null>(null);
  const isReady = useHydrated();
  const send = async (to: Destination, story?: StoryChoice) => {
    if (pending) return;
    setPending(to.kind);
    const isTyped = words.title !== page.title;
    const sent = { url: words.url, title: words.title, selectedText: words.text, isTyped };
    const answer = await attempt(actions.send({ pages: [sent], to }));
    setPending(null);
    setFailure(answer.ok ? undefined : answer.error);
    if (!answer.ok) return;
    const { storyId, undo } = answer.value;
    const href = storyId ? `/desk/stories/${storyId}` : "/desk/inbox";
    setDone({ sentence: sentSentence(answer.value, story?.headline ?? null), href, undo });
  };
  if (done) {
    const again = () => {
      setDone(null);
      setWords({ url: "", title: "", text: "" });
    };
    return (
      <Collected done={done} bringBack={actions.bringBack} onAgain={again} onUndone={() => setDone(null)} />
    );
  }
  const change = (changes: Partial<SharedPage>) => setWords({ ...words, ...changes });
  const error = formError(failure) ?? fieldError(failure, "pages");
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
      <Field label="Address">
        {(control) => (
          <Input
            {...control}
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://"
            readOnly={!isReady}
            value={words.url}
            onChange={(event) => change({ url: event.target.value })}
          />
        )}
      </Field>
      <Known url={words.url} actions={actions} />
      <Field label="Title" hint="May be empty: then the page itself is asked.">
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={500}
            readOnly={!isReady}
            value={words.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="What you selected" hint="Kept with the page, for evidence.">
        {(control) => (
          <textarea
            {...control}
            rows={4}
            readOnly={!isReady}
            value={words.text}
            onChange={(event) => change({ text: event.target.value })}
            className="block w-full resize-y rounded-control border border-edge bg-paper px-2.5 py-1.5 font-serif text-lg leading-snug max-sm:text-[1rem]"
          />
        )}
      </Field>
      {error ? <Notice kind="error">{error}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending === "inbox"}>
          To the inbox
        </Button>
        <Button pending={pending === "newStory"} onClick={() => void send({ kind: "newStory" })}>
          New story
        </Button>
        <Button pending={pending === "story"} onClick={() => setPicking(true)}>
          Add to a story…
        </Button>
      </div>
      <JoinedStoryPicker
        open={picking}
        name="This page"
        findStories={actions.findStories}
        onClose={() => setPicking(false)}
        onPick={(story) => {
          setPicking(false);
          void send({ kind: "story", storyId: story.id }, story);
        }}
      />
    </form>
  );
}

/** Where the address is used already, or that it waits. */
function Known({ url, actions }: { url: string; actions: CollectActions }) {
  const look = useLook(url === "" ? [] : [url.slice(0, 2_000)], null, actions.lookAtAddresses);
  const [known] = look?.ok ? look.value.addresses : [];
  return (
    <div aria-live="polite" className="-mt-2 empty:hidden">
      <AlreadyKnown known={known} />
    </div>
  );
}

interface CollectedProps {
  done: Done;
  bringBack: CollectActions["bringBack"];
  onAgain: () => void;
  onUndone: () => void;
}

function Collected({ done: { sentence, href, undo }, bringBack, onAgain, onUndone }: CollectedProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const takeBack = async (given: Undo) => {
    const answer = await attempt(bringBack(given));
    if (answer.ok) onUndone();
    else setProblem(answer.error.message);
  };
  return (
    <div className="grid gap-4 rounded-card border border-hair bg-paper p-4 sm:p-5">
      <p role="status">
        <span aria-hidden className="text-good">
          ✓{" "}
        </span>
        {sentence} You can close this window.
      </p>
      {problem ? <Notice kind="error">It could not be undone. {problem}</Notice> : null}
      <div className="flex flex-wrap gap-2">
        <Link href={href} className={buttonClass({ variant: "primary" })}>
          {href === "/desk/inbox" ? "Open the inbox" : "Open the story"}
        </Link>
        {undo ? <Button onClick={() => void takeBack(undo)}>Undo</Button> : null}
        <Button onClick={onAgain}>Collect another</Button>
      </div>
    </div>
  );
}
