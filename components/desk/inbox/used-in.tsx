import Link from "next/link";
import { partAddress } from "@/components/desk/part";
import { subjectOf } from "@/components/desk/running-order-words";
import { nameOfIssue } from "@/components/desk/search-address";
import type { KnownAddress } from "@/lib/inbox/schema";
import type { Use } from "@/lib/sources/where-used";

/** "issue 12, story 3", the title of an issue without a number, or the backlog. */
function placeOf({ issue, number }: Use): string {
  if (issue === null) return "the backlog";
  const name = issue.number ? nameOfIssue(issue).toLowerCase() : `“${issue.title}”`;
  return number ? `${name}, story ${number}` : name;
}

const addressOf = ({ issue, storyId }: Use) =>
  issue ? `/desk/issues/${issue.id}${partAddress(`story:${storyId}`)}` : `/desk/stories/${storyId}`;

/** How many uses are named; the rest is counted. */
const NAMED = 3;

/** Where a page is a source already, each place a link. Nothing where it is none. */
export function UsedIn({ uses }: { uses: readonly Use[] }) {
  if (uses.length === 0) return null;
  return (
    <p className="text-sm text-line [overflow-wrap:anywhere]">
      <span aria-hidden>↺ </span>Used in{" "}
      {uses.slice(0, NAMED).map((use, index) => (
        <span key={use.storyId}>
          {index > 0 ? "; " : null}
          <Link href={addressOf(use)} prefetch={false} title={use.headline} className="link">
            {placeOf(use)}
            <span className="sr-only">: {subjectOf(use.headline)}</span>
          </Link>
        </span>
      ))}
      {uses.length > NAMED ? ` and ${uses.length - NAMED} more` : null}
    </p>
  );
}

/** What the desk knows of an address before it is sent: that it waits, and where it is used. */
export function AlreadyKnown({ known }: { known: KnownAddress | undefined }) {
  if (!known) return null;
  return (
    <>
      {known.waits ? (
        <p className="text-sm text-line">
          <span aria-hidden>↺ </span>Waits in the inbox already
        </p>
      ) : null}
      <UsedIn uses={known.uses} />
    </>
  );
}
