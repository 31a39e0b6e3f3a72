"use client";

import { Check, RotateCcw, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { localMoment } from "@/components/desk/dates";
import { SuggestionWords } from "@/components/desk/suggestion-words";
import { ThreadComment } from "@/components/desk/thread-comment";
import { ThreadReply } from "@/components/desk/thread-reply";
import { partName, settledWord, threadName } from "@/components/desk/thread-words";
import type { StoryThreads } from "@/components/desk/threads-store";
import type { ThreadDeeds } from "@/components/desk/use-thread-deeds";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ThreadLine } from "@/lib/threads/schema";

interface ThreadCardProps {
  thread: ThreadLine;
  /** The words it was about are gone. */
  gone: boolean;
  active: boolean;
  /** Whether Tab comes to it; from there the arrows lead on. */
  reachable: boolean;
  whyLabel: string;
  threads: StoryThreads;
  deeds: ThreadDeeds;
}

/** One thread: what it is about, what was said, and what can be done. */
export function ThreadCard(props: ThreadCardProps) {
  const { thread, gone, active, reachable, threads, deeds } = props;
  const { id } = thread;
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const run = async (deed: (thread: ThreadLine) => Promise<string | null>) => {
    if (pending) return;
    setPending(true);
    setProblem(await deed(thread));
    setPending(false);
  };
  const take = (target: EventTarget) => {
    if (!active) threads.select(id);
    // Working inside a card leaves the page where it is.
    if (!(target instanceof Element) || !target.closest("button, form")) threads.reveal(id);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.target !== event.currentTarget) return;
    event.preventDefault();
    threads.reveal(id, true);
  };
  return (
    <li>
      <article
        data-thread-card
        aria-label={threadName(thread)}
        aria-current={active || undefined}
        tabIndex={reachable ? 0 : -1}
        onFocus={(event) => event.target === event.currentTarget && take(event.target)}
        onClick={(event) => take(event.target)}
        onKeyDown={keys}
        className="grid scroll-my-4 gap-2 rounded-card border border-hair bg-paper p-3 text-sm aria-[current]:border-line aria-[current]:shadow-[inset_3px_0_0_var(--color-line)]"
      >
        <Heading {...props} />
        <What thread={thread} gone={gone} />
        {thread.comments.length > 0 ? (
          <ol className="grid gap-2">
            {thread.comments.map((comment) => (
              <ThreadComment key={comment.id} comment={comment} deeds={deeds} />
            ))}
          </ol>
        ) : null}
        <ThreadReply thread={thread} active={active} deeds={deeds} />
        {problem ? <Notice kind="error">{problem}</Notice> : null}
        <Deeds thread={thread} deeds={deeds} pending={pending} run={run} />
      </article>
    </li>
  );
}

function Heading({ thread, whyLabel }: ThreadCardProps) {
  const { kind, about, author, createdAt } = thread;
  const place = about ? partName(about.part, whyLabel) : "The whole story";
  const settled = settledWord(thread);
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-xs text-quiet">
      <span>
        {kind === "suggestion" ? (
          <>
            Suggestion by <bdi>{author?.name ?? "somebody who left"}</bdi> ·{" "}
          </>
        ) : null}
        {place}
      </span>
      {settled ? (
        <span className="font-medium">
          {settled}
          {thread.settledBy ? (
            <>
              {" by "}
              <bdi>{thread.settledBy.name}</bdi>
            </>
          ) : null}
        </span>
      ) : kind === "suggestion" ? (
        <time dateTime={createdAt} className="tabular-nums">
          {localMoment(createdAt)}
        </time>
      ) : null}
    </p>
  );
}

function What({ thread, gone }: { thread: ThreadLine; gone: boolean }) {
  const { kind, about, replacement, state } = thread;
  if (!about) return null;
  const { exact } = about.selector;
  return (
    <>
      {gone && state === "open" ? (
        <p className="text-xs text-line">
          <span aria-hidden>▲ </span>
          {exact ? "The words this was about are gone." : "The place this was about is gone."}
        </p>
      ) : null}
      {kind === "suggestion" ? (
        <SuggestionWords before={exact} after={replacement ?? ""} />
      ) : exact ? (
        <blockquote className="line-clamp-4 border-l-2 border-edge pl-2.5 font-serif text-[0.9375rem] leading-snug [overflow-wrap:anywhere] text-quiet">
          {exact}
        </blockquote>
      ) : null}
    </>
  );
}

interface DeedsProps {
  thread: ThreadLine;
  deeds: ThreadDeeds;
  pending: boolean;
  run(deed: (thread: ThreadLine) => Promise<string | null>): void;
}

function Deeds({ thread, deeds, pending, run }: DeedsProps) {
  const { kind, state, author } = thread;
  const button = (label: string, icon: ReactNode, deed: (thread: ThreadLine) => Promise<string | null>) => (
    <Button size="sm" pending={pending} onClick={() => run(deed)}>
      {icon}
      {label}
    </Button>
  );
  if (state === "accepted") return null;
  if (state !== "open") {
    return <div>{button("Reopen", <RotateCcw aria-hidden size={14} />, deeds.reopen)}</div>;
  }
  if (kind === "comment") {
    return <div>{button("Resolve", <Check aria-hidden size={14} />, deeds.resolve)}</div>;
  }
  const isOwn = author !== null && author.id === deeds.actorId;
  if (!deeds.maySettle && !isOwn) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {deeds.maySettle ? button("Accept", <Check aria-hidden size={14} />, deeds.accept) : null}
      {button(isOwn && !deeds.maySettle ? "Take back" : "Refuse", <X aria-hidden size={14} />, deeds.refuse)}
    </div>
  );
}
