import Link from "next/link";
import { Button, buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

interface InboxNothingProps {
  isFiltered: boolean;
  hasFeeds: boolean;
  mayManage: boolean;
  onClear: () => void;
}

/** Nothing waits: by this filter, for now, or because nothing can come in yet. */
export function InboxNothing({ isFiltered, hasFeeds, mayManage, onClear }: InboxNothingProps) {
  if (isFiltered) {
    return (
      <EmptyState title="Nothing of that waits" action={<Button onClick={onClear}>Show everything</Button>}>
        Try fewer words, or look at what came from everywhere.
      </EmptyState>
    );
  }
  const collect = (
    <Link href="/desk/collect" className={buttonClass()}>
      Collect an address
    </Link>
  );
  if (hasFeeds) {
    return (
      <EmptyState title="All gone through" action={collect}>
        What feeds bring and what people send stands here as it comes. Paste an address anywhere on the desk
        to add it.
      </EmptyState>
    );
  }
  const feeds = (
    <Link href="/desk/feeds" className={buttonClass({ variant: "primary" })}>
      {mayManage ? "Add a feed" : "Feeds"}
    </Link>
  );
  return (
    <EmptyState
      title="Nothing has come in yet"
      action={
        <>
          {feeds}
          {collect}
        </>
      }
    >
      Watch a site’s feed, send pages here by a bookmarklet, or paste addresses anywhere on the desk.
    </EmptyState>
  );
}
