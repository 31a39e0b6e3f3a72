"use client";

import { useMemo, useState } from "react";
import { Crumbs } from "@/components/desk/crumbs";
import { FollowsPanel } from "@/components/desk/follows-panel";
import type { StoryActions } from "@/components/desk/issue-actions";
import { changedStory } from "@/components/desk/issue-copy";
import { subjectOf } from "@/components/desk/running-order-words";
import { Sheet } from "@/components/desk/sheet";
import { StoryForm } from "@/components/desk/story-form";
import { StoryInspector } from "@/components/desk/story-inspector";
import { type Copy, useStoryDeeds } from "@/components/desk/use-story-deeds";
import { useStoryLive } from "@/components/desk/use-story-live";
import { useStoryWorkflow } from "@/components/desk/use-workflow-room";
import type { StoryDraft } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";
import type { Colleague } from "@/lib/workflow/schema";

interface StoryDeskProps {
  story: StoryDraft;
  actor: Actor;
  colleagues: Colleague[];
  actions: StoryActions;
}

/** A story without an issue: its sheet and its inspector. */
export function StoryDesk({ story: given, actor, colleagues, actions }: StoryDeskProps) {
  const [story, setStory] = useState(given);
  const copy = useMemo<Copy>(
    () => ({
      changeStory: (_, change) => setStory((held) => changedStory(held, change(held))),
      changeSource: (line) =>
        setStory((held) => ({
          ...held,
          sources: held.sources.map((source) => (source.id === line.id ? line : source)),
        })),
    }),
    [],
  );
  const workflow = useStoryWorkflow({ actor, colleagues, actions: actions.workflow }, setStory);
  useStoryLive({ story, setStory, readStory: actions.readStory, actorId: actor.id ?? "" });
  const deeds = useStoryDeeds(actions, copy);
  const threads = useMemo(() => ({ onStory: copy.changeStory }), [copy]);
  return (
    <>
      <div className="border-b border-hair px-3 py-2.5 sm:px-4">
        <Crumbs links={[{ href: "/desk/backlog", label: "Backlog" }]}>
          <h1 className="min-w-0 [overflow-wrap:anywhere]">{subjectOf(story.headline)}</h1>
        </Crumbs>
      </div>
      <div
        data-pane
        className="relative grid grid-cols-[minmax(0,1fr)] content-start gap-6 overflow-y-auto px-3 py-4 sm:px-6 sm:py-6 xl:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <main>
          <Sheet>
            <StoryForm
              story={story}
              actorId={actor.id ?? ""}
              mayWrite={can(actor, "story.write", { ownerId: story.authorId })}
              mayEditSources={can(actor, "source.edit")}
              {...deeds}
            />
          </Sheet>
        </main>
        <aside aria-label="Details" className="mx-auto w-full max-w-[44rem]">
          <StoryInspector story={story} revisions={actions.revisions} workflow={workflow} threads={threads} />
          <FollowsPanel
            story={story}
            actor={actor}
            planning={actions.planning}
            onChange={(followsId) => copy.changeStory(story.id, (held) => ({ ...held, followsId }))}
          />
        </aside>
      </div>
    </>
  );
}
