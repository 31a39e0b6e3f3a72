import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache, Suspense } from "react";
import { ClaimsProvider } from "@/components/desk/claims/claims-room";
import { IssueDesk } from "@/components/desk/issue-desk";
import { SuggestionsProvider } from "@/components/desk/suggestions/suggestions-room";
import { ThreadsProvider } from "@/components/desk/threads-room";
import { requireDeskActor } from "@/lib/auth/session";
import { getIssue } from "@/lib/issues/queries";
import type { IssueDraft } from "@/lib/issues/schema";
import { issueIdInput } from "@/lib/issues/schema";
import type { Actor } from "@/lib/policy";
import { listColleagues } from "@/lib/workflow/queries";
import { approve, askForReview, assign, sendBackToDrafting } from "../../board/actions";
import * as claimActions from "../../claims/actions";
import { orNotFound } from "../../or-not-found";
import * as planning from "../../planning/actions";
import { listRevisions } from "../../revisions/actions";
import * as suggestionActions from "../../suggestions/actions";
import * as threadActions from "../../threads/actions";
import {
  addSection,
  addSource,
  addStory,
  arrangeSources,
  arrangeStories,
  editSource,
  getPreflight,
  publishIssue,
  readIssue,
  readStory,
  removeSection,
  removeSource,
  removeStory,
  renameSection,
  restoreSection,
  restoreSource,
  restoreStory,
  saveIssue,
  saveStory,
  unplaceStory,
} from "./actions";

interface Props {
  params: Promise<{ id: string }>;
}

const actions = {
  revisions: { list: listRevisions },
  planning: { ...planning },
  addSection,
  addSource,
  addStory,
  arrangeSources,
  arrangeStories,
  editSource,
  getPreflight,
  publishIssue,
  readIssue,
  readStory,
  removeSection,
  removeSource,
  removeStory,
  renameSection,
  restoreSection,
  restoreSource,
  restoreStory,
  saveIssue,
  saveStory,
  unplaceStory,
  workflow: { approve, askForReview, assign, sendBackToDrafting },
};

const threads = { ...threadActions };
const claims = { ...claimActions };
const suggestions = { ...suggestionActions };

/** The draft, or the page that says there is none. Read once for title and page. */
const readOr404 = cache(async (actor: Actor, id: string): Promise<IssueDraft> => {
  if (!issueIdInput.safeParse({ id }).success) notFound();
  return getIssue(actor, id).catch(orNotFound);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requireDeskActor();
  return { title: (await readOr404(actor, (await params).id)).title };
}

/** One issue on the desk: running order, the part in hand, and its inspector. */
export default async function IssuePage({ params }: Props) {
  const actor = await requireDeskActor();
  const issue = await readOr404(actor, (await params).id);
  const colleagues = await listColleagues(actor);
  return (
    <Suspense>
      <ThreadsProvider key={issue.id} actor={actor} issueId={issue.id} actions={threads}>
        <ClaimsProvider key={issue.id} actor={actor} issueId={issue.id} actions={claims}>
          <SuggestionsProvider issueId={issue.id} writtenOn={issue.week.to} actions={suggestions}>
            <IssueDesk issue={issue} actor={actor} colleagues={colleagues} actions={actions} />
          </SuggestionsProvider>
        </ClaimsProvider>
      </ThreadsProvider>
    </Suspense>
  );
}
