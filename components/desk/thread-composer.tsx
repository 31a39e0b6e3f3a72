"use client";

import { MessageSquarePlus, PencilLine } from "lucide-react";
import { useEffect, useState } from "react";
import { CommentBox } from "@/components/desk/comment-box";
import { isTyped, type ThreadDraft } from "@/components/desk/thread-draft";
import { partName } from "@/components/desk/thread-words";
import { useThreadsRoom } from "@/components/desk/threads-room";
import type { ThreadsState } from "@/components/desk/threads-state";
import type { StoryThreads } from "@/components/desk/threads-store";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { StoryDraft } from "@/lib/issues/schema";

interface ThreadComposerProps {
  story: StoryDraft;
  threads: StoryThreads;
  state: ThreadsState;
  whyLabel: string;
}

/** Where a comment or a suggestion is begun, and what was begun until it is sent. */
export function ThreadComposer({ threads, state, whyLabel }: ThreadComposerProps) {
  const { draft, problem, selected } = state;
  return (
    <div className="mb-3 grid gap-2.5">
      {draft ? null : (
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            data-thread-start
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => threads.compose("comment")}
          >
            <MessageSquarePlus aria-hidden size={14} />
            {selected === "words" ? "Comment on the selection" : "Comment on this story"}
          </Button>
          <Button
            size="sm"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => threads.compose("suggestion")}
          >
            <PencilLine aria-hidden size={14} />
            {selected === "caret" ? "Suggest words at the caret" : "Suggest a change"}
          </Button>
        </div>
      )}
      {problem ? <Notice kind="error">{problem}</Notice> : null}
      {draft ? <Draft key={draft.kind} draft={draft} threads={threads} whyLabel={whyLabel} /> : null}
    </div>
  );
}

function Draft({
  draft,
  threads,
  whyLabel,
}: {
  draft: ThreadDraft;
  threads: StoryThreads;
  whyLabel: string;
}) {
  const { pending, failure, send } = useSending(draft, threads);
  const isSuggestion = draft.kind === "suggestion";
  const exact = draft.about?.selector.exact ?? "";
  const discard = () => threads.write(null);
  const leave = () => !isTyped(draft) && discard();
  return (
    <form
      data-thread-draft
      aria-label={isSuggestion ? "Suggest a change" : "New comment"}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      className="grid gap-2.5 rounded-card border border-edge bg-paper p-3"
    >
      <p className="text-xs font-medium text-quiet">
        {isSuggestion ? "Suggestion" : "Comment"} ·{" "}
        {draft.about ? partName(draft.about.part, whyLabel) : "The whole story"}
      </p>
      {exact ? (
        <blockquote className="max-h-32 overflow-y-auto border-l-2 border-edge pl-2.5 font-serif text-[0.9375rem] leading-snug whitespace-pre-wrap [overflow-wrap:anywhere]">
          {exact}
        </blockquote>
      ) : null}
      {isSuggestion ? (
        <Replacement
          draft={draft}
          exact={exact}
          threads={threads}
          onSend={() => void send()}
          onEscape={leave}
        />
      ) : null}
      <CommentBox
        label={isSuggestion ? "Why (may stay empty)" : "Comment"}
        placeholder={isSuggestion ? "Why? May stay empty" : "Comment, @ to mention somebody"}
        value={draft.text}
        onChange={(text) => threads.write({ ...draft, text, problem: null })}
        onSend={() => void send()}
        onEscape={leave}
      />
      {failure ? <Notice kind="error">{failure}</Notice> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button size="sm" variant="quiet" onClick={discard}>
          Discard
        </Button>
        <Button size="sm" variant="primary" type="submit" pending={pending}>
          {isSuggestion ? "Suggest" : "Comment"}
        </Button>
      </div>
    </form>
  );
}

interface ReplacementProps {
  draft: ThreadDraft;
  exact: string;
  threads: StoryThreads;
  onSend(): void;
  onEscape(): void;
}

function Replacement({ draft, exact, threads, onSend, onEscape }: ReplacementProps) {
  return (
    <div className="grid gap-1">
      <CommentBox
        label={exact ? "Becomes" : "Words to put in"}
        placeholder={exact ? "Empty: take these words out" : "Words to put in at the caret"}
        plain
        value={draft.replacement}
        onChange={(replacement) => threads.write({ ...draft, replacement, problem: null })}
        onSend={onSend}
        onEscape={onEscape}
      />
      {exact ? (
        <p className="text-xs text-quiet">
          {draft.replacement === ""
            ? "Suggests taking these words out."
            : "Change the words; empty takes them out."}
        </p>
      ) : null}
    </div>
  );
}

function useSending(draft: ThreadDraft, threads: StoryThreads) {
  const room = useThreadsRoom();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // What was refused may be right now.
  useEffect(() => {
    if (draft) setFailure(null);
  }, [draft]);
  const send = async () => {
    if (pending) return;
    setPending(true);
    const { storyId } = threads;
    const { about, replacement } = draft;
    const text = draft.text.trim();
    const mentions = (await room?.mentionedIn(text)) ?? [];
    const answer = await threads.run((actions) =>
      draft.kind === "suggestion" && about
        ? actions.suggestChange({ storyId, ...about, replacement, text, mentions })
        : actions.startThread({ storyId, about, text, mentions }),
    );
    setPending(false);
    if (!answer.ok) return setFailure(answer.error.message);
    threads.write(null);
    threads.select(answer.value.id, "come");
  };
  return { pending, failure, send };
}
