import type { Metadata } from "next";
import { BacklogList } from "@/components/desk/backlog-list";
import { NewBacklogStory } from "@/components/desk/new-backlog-story";
import { TrashLink } from "@/components/desk/trash-link";
import { EmptyState } from "@/components/ui/empty-state";
import { requireDeskActor } from "@/lib/auth/session";
import { listIssues } from "@/lib/issues/queries";
import { can } from "@/lib/policy";
import { listWaiting } from "@/lib/stories/backlog";
import { addStory, listSections, placeStories, removeStory, restoreStory, unplaceStory } from "./actions";

export const metadata: Metadata = { title: "Backlog" };

/** Stories that wait without an issue. Everyone may add one; editors give them their place. */
export default async function Backlog() {
  const actor = await requireDeskActor();
  const stories = await listWaiting(actor);
  const canPlace = can(actor, "issue.arrange");
  const issues = canPlace ? await listIssues(actor) : [];
  const adding = <NewBacklogStory addStory={addStory} />;
  return (
    <main className="mx-auto max-w-3xl px-4 py-8">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-3">
        <div>
          <h1 className="font-serif text-2xl font-medium">Backlog</h1>
          <p className="mt-1 text-quiet">Stories that wait for an issue. Readers see none of them.</p>
        </div>
        {stories.length > 0 ? adding : null}
      </div>
      {stories.length === 0 ? (
        <EmptyState title="Nothing waits here" action={adding}>
          {canPlace
            ? "Add a story that has no issue yet, or put one here from an issue’s running order."
            : "Add your story: you write and source it, an editor gives it a place in an issue."}
        </EmptyState>
      ) : (
        <BacklogList
          stories={stories}
          issues={issues.map(({ id, number, title }) => ({ id, number, title }))}
          actor={actor}
          now={Date.now()}
          deeds={{ listSections, placeStories, unplaceStory, removeStory, restoreStory }}
        />
      )}
      <TrashLink />
    </main>
  );
}
