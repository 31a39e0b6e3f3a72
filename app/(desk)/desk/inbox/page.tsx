import type { Metadata } from "next";
import Link from "next/link";
import { Inbox as InboxList } from "@/components/desk/inbox/inbox";
import { buttonClass } from "@/components/ui/button";
import { requireDeskActor } from "@/lib/auth/session";
import { listFeeds } from "@/lib/feeds/queries";
import { listInbox as readInbox } from "@/lib/inbox/queries";
import { inboxInput } from "@/lib/inbox/schema";
import { bringBack, dismiss, findStories, joinStory, listInbox, takeAsStory } from "./actions";

export const metadata: Metadata = { title: "Inbox" };

const actions = { bringBack, dismiss, findStories, joinStory, listInbox, takeAsStory };

interface Props {
  searchParams: Promise<{ feed?: string | string[] }>;
}

/** What feeds brought and people sent, until somebody decides about it. */
export default async function Inbox({ searchParams }: Props) {
  const actor = await requireDeskActor();
  const asked = inboxInput.safeParse({ feed: (await searchParams).feed });
  const { feed = "" } = asked.data ?? {};
  const [page, feeds] = await Promise.all([readInbox(actor, feed ? { feed } : {}), listFeeds(actor)]);
  return (
    <main className="mx-auto max-w-5xl px-3 py-6 sm:px-4 sm:py-8">
      <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-serif text-2xl font-medium">Inbox</h1>
          <p className="mt-1 text-quiet">
            What feeds bring and people send, until somebody decides about it.
          </p>
        </div>
        <div className="flex gap-2">
          <Link href="/desk/feeds" className={buttonClass()}>
            Feeds
          </Link>
          <Link href="/desk/collect" className={buttonClass()}>
            Collect an address
          </Link>
        </div>
      </div>
      <InboxList
        given={page}
        start={{ feed, query: "" }}
        feeds={feeds.map(({ id, title, url }) => ({ id, title: title || url }))}
        actor={actor}
        actions={actions}
      />
    </main>
  );
}
