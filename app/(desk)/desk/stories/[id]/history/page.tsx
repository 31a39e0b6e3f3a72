import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { HistoryPage } from "@/components/desk/history-page";
import { partAddress } from "@/components/desk/part";
import { subjectOf } from "@/components/desk/running-order-words";
import { requireDeskActor } from "@/lib/auth/session";
import { getIssueName } from "@/lib/issues/queries";
import { type Actor, can } from "@/lib/policy";
import { getStory, issueOfStory } from "@/lib/stories/queries";
import { storyIdInput } from "@/lib/stories/schema";
import { orNotFound } from "../../../or-not-found";
import { nameRevision, restoreRevision } from "../../../revisions/actions";
import { type HistorySearch, readHistory } from "../../../revisions/read-history";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: HistorySearch;
}

const readOr404 = cache(async (actor: Actor, id: string) => {
  if (!storyIdInput.safeParse({ id }).success) notFound();
  return getStory(actor, id).catch(orNotFound);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireDeskActor();
  return { title: `Versions of ${subjectOf((await readOr404(actor, (await params).id)).headline)}` };
}

/** Every kept version of a story, one compared with another: `?version=…&with=…`. */
export default async function StoryHistory({ params, searchParams }: Props) {
  const actor = await requireDeskActor();
  const { id } = await params;
  const story = await readOr404(actor, id);
  const target = { storyId: id };
  const history = await readHistory(actor, target, searchParams);
  return (
    <HistoryPage
      target={target}
      crumbs={await crumbsOf(actor, id, subjectOf(story.headline))}
      {...history}
      canWrite={can(actor, "story.write", { ownerId: story.authorId })}
      deeds={{ nameRevision, restoreRevision }}
    />
  );
}

async function crumbsOf(actor: Actor, id: string, label: string) {
  const issueId = await issueOfStory(actor, id);
  if (issueId === null) {
    return [
      { href: "/desk/backlog", label: "Backlog" },
      { href: `/desk/stories/${id}`, label },
    ];
  }
  const issue = `/desk/issues/${issueId}`;
  return [
    { href: issue, label: await getIssueName(actor, issueId) },
    { href: `${issue}${partAddress(`story:${id}`)}`, label },
  ];
}
