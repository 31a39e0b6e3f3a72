"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { nameOfFeed, readingsOf } from "@/components/desk/feeds/feed-words";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { FeedLine } from "@/lib/feeds/schema";

export interface FeedDeeds {
  edit(feed: FeedLine): void;
  readNow(feed: FeedLine): void;
  pause(feed: FeedLine, paused: boolean): void;
  remove(feed: FeedLine): void;
}

/** A feed: what it is called, how it stands, what of it waits. `deeds` null for those who may not change it. */
export function FeedRow({ feed, deeds }: { feed: FeedLine; deeds: FeedDeeds | null }) {
  const zone = useHydrated() ? null : "UTC";
  const name = nameOfFeed(feed);
  return (
    <li className="flex items-start gap-3 border-t border-hair px-4 py-3 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <span className="font-serif text-lg font-medium [overflow-wrap:anywhere]">
            {feed.siteUrl ? (
              <a href={feed.siteUrl} target="_blank" rel="noreferrer" className="hover:underline">
                {name}
              </a>
            ) : (
              name
            )}
          </span>
          {feed.pausedAt ? (
            <span className="text-sm text-quiet">
              <span aria-hidden>‖ </span>Paused
            </span>
          ) : null}
          {feed.waiting > 0 ? (
            <Link href={`/desk/inbox?feed=${feed.id}`} className="link text-sm tabular-nums">
              {feed.waiting} waiting<span className="sr-only"> of {name}</span>
            </Link>
          ) : null}
        </p>
        <p className="text-sm text-quiet [overflow-wrap:anywhere]">
          {feed.url}
          {feed.addedBy ? (
            <>
              {" "}
              · added by <bdi>{feed.addedBy}</bdi>
            </>
          ) : null}
        </p>
        <p className="text-sm text-quiet">{readingsOf(feed, zone)}</p>
        {feed.remark ? (
          <p className="mt-0.5 text-sm text-pretty text-line">
            <span aria-hidden>▲ </span>
            {feed.remark}
          </p>
        ) : null}
      </div>
      {deeds ? <FeedMenu feed={feed} name={name} deeds={deeds} /> : null}
    </li>
  );
}

function FeedMenu({ feed, name, deeds }: { feed: FeedLine; name: string; deeds: FeedDeeds }) {
  const trigger = (
    <Button variant="quiet" size="sm" aria-label={`Actions for ${name}`}>
      <Ellipsis aria-hidden size={16} />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      {feed.pausedAt ? (
        <MenuItem onSelect={() => deeds.pause(feed, false)}>Go on reading it</MenuItem>
      ) : (
        <>
          <MenuItem onSelect={() => deeds.readNow(feed)}>Read it now</MenuItem>
          <MenuItem onSelect={() => deeds.pause(feed, true)}>Pause it</MenuItem>
        </>
      )}
      <MenuItem onSelect={() => deeds.edit(feed)}>Edit…</MenuItem>
      <MenuSeparator />
      <MenuItem onSelect={() => deeds.remove(feed)}>Remove feed</MenuItem>
    </Menu>
  );
}
