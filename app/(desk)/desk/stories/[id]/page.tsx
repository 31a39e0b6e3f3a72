import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ClaimsProvider } from "@/components/desk/claims/claims-room";
import { subjectOf } from "@/components/desk/running-order-words";
import { StoryDesk } from "@/components/desk/story-desk";
import { SuggestionsProvider } from "@/components/desk/suggestions/suggestions-room";
import { ThreadsProvider } from "@/components/desk/threads-room";
import { requireDeskActor } from "@/lib/auth/session";
import type { Actor } from "@/lib/policy";
import { getStory, issueOfStory } from "@/lib/stories/queries";
import { storyIdInput } from "@/lib/stories/schema";
import { listColleagues } from "@/lib/workflow/queries";
import { approve, askForReview, assign, sendBackToDrafting } from "../../board/actions";
import * as claimActions from "../../claims/actions";
import {
  addSource,
  arrangeSources,
  editSource,
  readStory,
  removeSource,
  restoreSource,
  saveStory,
} from "../../issues/[id]/actions";
import { orNotFound } from "../../or-not-found";
import * as planning from "../../planning/actions";
import { listRevisions } from "../../revisions/actions";
import * as suggestionActions from "../../suggestions/actions";
import * as threadActions from "../../threads/actions";

interface Props {
  params: Promise<{ id: string }>;
}

const readOr404 = cache(async (actor: Actor, id: string) => {
  if (!storyIdInput.safeParse({ id }).success) notFound();
  return getStory(actor, id).catch(orNotFound);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireDeskActor();
  return { title: subjectOf((await readOr404(actor, (await params).id)).headline) };
}

/** A story that waits in the backlog. One that stands in an issue is opened there, beside its neighbours. */
export default async function Story({ params }: Props) {
  const actor = await requireDeskActor();
  const { id } = await params;
  const story = await readOr404(actor, id);
  const issueId = await issueOfStory(actor, id);
  if (issueId) redirect(`/desk/issues/${issueId}?part=story:${id}`);
  const colleagues = await listColleagues(actor);
  const actions = {
    planning: { ...planning },
    saveStory,
    revisions: { list: listRevisions },
    readStory,
    addSource,
    editSource,
    arrangeSources,
    removeSource,
    restoreSource,
    workflow: { approve, askForReview, assign, sendBackToDrafting },
  };
  return (
    <div className="grid h-[calc(100dvh-var(--top-bar))] grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
      <ThreadsProvider key={story.id} actor={actor} issueId={null} actions={{ ...threadActions }}>
        <ClaimsProvider key={story.id} actor={actor} issueId={null} actions={{ ...claimActions }}>
          <SuggestionsProvider issueId={null} writtenOn={null} actions={{ ...suggestionActions }}>
            <StoryDesk story={story} actor={actor} colleagues={colleagues} actions={actions} />
          </SuggestionsProvider>
        </ClaimsProvider>
      </ThreadsProvider>
    </div>
  );
}
