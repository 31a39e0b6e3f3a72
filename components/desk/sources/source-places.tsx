import Link from "next/link";
import { Fragment } from "react";
import { partAddress } from "@/components/desk/part";
import { subjectOf } from "@/components/desk/running-order-words";
import { nameOfIssue } from "@/components/desk/search-address";
import type { TaskPlace } from "@/lib/tasks/schema";

function addressOfPlace({ storyId, issue }: TaskPlace): string {
  return issue ? `/desk/issues/${issue.id}${partAddress(`story:${storyId}`)}` : `/desk/stories/${storyId}`;
}

interface SourcePlacesProps {
  places: readonly TaskPlace[];
  /** Beyond these the others are only counted. */
  most?: number;
}

/** The stories that cite a source, each a link, with the issue it stands in. */
export function SourcePlaces({ places, most = Number.POSITIVE_INFINITY }: SourcePlacesProps) {
  const shown = places.slice(0, most);
  const rest = places.length - shown.length;
  return (
    <>
      {shown.map((place, index) => (
        <Fragment key={place.storyId}>
          {index > 0 ? "; " : null}
          {place.issue ? nameOfIssue(place.issue) : "Backlog"},{" "}
          <Link href={addressOfPlace(place)} prefetch={false} className="link [overflow-wrap:anywhere]">
            {subjectOf(place.headline)}
          </Link>
        </Fragment>
      ))}
      {rest > 0 ? `; ${rest} more` : null}
    </>
  );
}
