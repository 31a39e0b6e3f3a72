"use client";

import type { Deeds } from "@/components/desk/inbox/use-inbox";
import { UsedIn } from "@/components/desk/inbox/used-in";
import { momentOf } from "@/components/desk/revision-words";
import { Button } from "@/components/ui/button";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { InboxLine } from "@/lib/inbox/schema";

interface InboxRowProps {
  item: InboxLine;
  place: number;
  found: number;
  /** In hand: the keys act on it. */
  current: boolean;
  mayDismiss: boolean;
  deeds: Pick<Deeds, "take" | "dismiss">;
  onJoin: () => void;
  onEnter: () => void;
}

/** One thing that waits: what it is, where it came from, where its page is used already, and what can become of it. */
export function InboxRow({ item, place, found, current, mayDismiss, deeds, onJoin, onEnter }: InboxRowProps) {
  const { id, title, url, summary, selectedText, uses } = item;
  return (
    <article
      id={`item-${id}`}
      data-inbox-item={id}
      tabIndex={-1}
      aria-posinset={place}
      aria-setsize={found}
      aria-labelledby={`title-${id}`}
      onFocus={onEnter}
      className={`relative grid gap-x-6 gap-y-2.5 border-t border-hair px-4 py-3.5 outline-offset-[-2px] first:border-t-0 sm:px-5 lg:grid-cols-[minmax(0,1fr)_auto] ${current ? "bg-desk before:absolute before:inset-y-2 before:left-0 before:w-[3px] before:rounded-full before:bg-line focus-visible:before:hidden" : ""}`}
    >
      <div className="grid min-w-0 content-start gap-1">
        <h2 id={`title-${id}`} className="font-serif text-lg font-medium [overflow-wrap:anywhere]">
          <a href={url} target="_blank" rel="noreferrer" className="hover:underline">
            {title}
          </a>
        </h2>
        <About item={item} />
        {summary ? <p className="line-clamp-2 text-pretty [overflow-wrap:anywhere]">{summary}</p> : null}
        {selectedText ? (
          <blockquote className="line-clamp-3 border-l-2 border-edge pl-3 font-serif text-pretty [overflow-wrap:anywhere]">
            {selectedText}
          </blockquote>
        ) : null}
        <UsedIn uses={uses} />
      </div>
      <div className="-ml-1 flex flex-wrap content-start items-start gap-1.5 lg:ml-0 lg:pt-0.5">
        <Button size="sm" onClick={() => deeds.take(item)} aria-label={`New story from ${title}`}>
          New story
        </Button>
        <Button size="sm" onClick={onJoin} aria-label={`Add to a story…: ${title}`}>
          Add to a story…
        </Button>
        {mayDismiss ? (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => deeds.dismiss(item)}
            aria-label={`Dismiss ${title}`}
          >
            Dismiss
          </Button>
        ) : null}
      </div>
    </article>
  );
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");

function About({
  item: { url, byline, publisher, publishedAt, receivedAt, feed, sentBy },
}: {
  item: InboxLine;
}) {
  const zone = useHydrated() ? null : "UTC";
  const host = hostOf(url);
  const names = [publisher || feed?.title, byline, publisher === host ? null : host].filter(Boolean);
  return (
    <p className="flex flex-wrap gap-x-2 text-sm text-quiet [overflow-wrap:anywhere]">
      <span>{names.join(" · ")}</span>
      <time dateTime={publishedAt ?? receivedAt}>{momentOf(publishedAt ?? receivedAt, zone)}</time>
      {sentBy ? (
        <span>
          sent by <bdi>{sentBy}</bdi>
        </span>
      ) : null}
    </p>
  );
}
