import Link from "next/link";
import { partAddress } from "@/components/desk/part";
import { subjectOf } from "@/components/desk/running-order-words";
import { nameOfIssue } from "@/components/desk/search-address";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { EntityClaim, EntityDetail } from "@/lib/entities/schema";

function addressOf({ id, issue }: EntityClaim["story"]): string {
  return issue ? `/desk/issues/${issue.id}${partAddress(`story:${id}`)}` : `/desk/stories/${id}`;
}

/** What it said, by stories: the one with the latest claim first. */
export function EntityClaims({ entity }: { entity: EntityDetail }) {
  const stories = [...Map.groupBy(entity.latest, ({ story }) => story.id).values()];
  if (stories.length === 0) {
    return (
      <p className="rounded-card border border-hair bg-paper px-4 py-3 text-sm text-quiet">
        No claim has it for its speaker. Published stories that name it are on its page for readers.
      </p>
    );
  }
  const rest = entity.claims - entity.latest.length;
  return (
    <>
      <ol aria-label="Stories" className="rounded-card border border-hair bg-paper">
        {stories.map((claims) => (
          <Told key={claims[0]?.story.id} claims={claims} own={entity.name} />
        ))}
      </ol>
      {rest > 0 ? <p className="mt-1 text-sm text-quiet">And {rest} earlier claims.</p> : null}
    </>
  );
}

function Told({ claims, own }: { claims: EntityClaim[]; own: string }) {
  const [first] = claims;
  if (!first) return null;
  const { story } = first;
  return (
    <li className="border-t border-hair px-4 py-3 first:border-t-0">
      <p className="text-sm text-quiet">
        {story.issue ? nameOfIssue(story.issue) : "Backlog"},{" "}
        <Link href={addressOf(story)} prefetch={false} className="link [overflow-wrap:anywhere]">
          {subjectOf(story.headline)}
        </Link>
      </p>
      <ul className="mt-1 grid gap-1.5">
        {claims.map((claim) => (
          <li key={claim.id} className="[overflow-wrap:anywhere]">
            <span className="text-sm text-quiet">
              <span aria-hidden className="text-line">
                {KIND_MARKS[claim.kind].shape}
              </span>{" "}
              {KIND_MARKS[claim.kind].word}
              {claim.speaker === own ? "" : ` by “${claim.speaker}”`}
            </span>{" "}
            {claim.text}
          </li>
        ))}
      </ul>
    </li>
  );
}
