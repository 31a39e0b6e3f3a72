import type { Metadata } from "next";
import Link from "next/link";
import { Feeds as FeedList } from "@/components/desk/feeds/feeds";
import { ImportFeeds } from "@/components/desk/feeds/import-feeds";
import { buttonClass } from "@/components/ui/button";
import { requireDeskActor } from "@/lib/auth/session";
import { listFeeds } from "@/lib/feeds/queries";
import { can } from "@/lib/policy";
import { editFeed, importOpml, readNow, removeFeed, restoreFeed, subscribe } from "./actions";

export const metadata: Metadata = { title: "Feeds" };

const actions = { editFeed, importOpml, readNow, removeFeed, restoreFeed, subscribe };

/** The feeds that fill the inbox. */
export default async function Feeds() {
  const actor = await requireDeskActor();
  const feeds = await listFeeds(actor);
  return (
    <main className="mx-auto max-w-3xl px-3 py-6 sm:px-4 sm:py-8">
      <div className="mb-5 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-serif text-2xl font-medium">Feeds</h1>
          <p className="mt-1 text-quiet">
            Read on a schedule; what is new in them waits in the{" "}
            <Link href="/desk/inbox" className="link">
              inbox
            </Link>
            .
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {can(actor, "feed.manage") ? <ImportFeeds importOpml={importOpml} /> : null}
          {feeds.length > 0 ? (
            <a href="/desk/feeds/feeds.opml" download className={buttonClass()}>
              Export the list
            </a>
          ) : null}
        </div>
      </div>
      <FeedList feeds={feeds} actor={actor} actions={actions} />
    </main>
  );
}
