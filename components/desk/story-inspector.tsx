"use client";

import Link from "next/link";
import { ClaimsPanel } from "@/components/desk/claims/claims-panel";
import { HistoryPanel } from "@/components/desk/history-panel";
import { InspectorSection } from "@/components/desk/issue-inspector";
import type { RevisionActions } from "@/components/desk/revision-actions";
import { SourceLookMark } from "@/components/desk/source-look";
import { SuggestionsPanel } from "@/components/desk/suggestions/suggestions-panel";
import { ThreadsPanel, type ThreadsPanelProps } from "@/components/desk/threads-panel";
import type { WorkflowRoom } from "@/components/desk/use-work";
import { storyItem } from "@/components/desk/use-workflow-room";
import { WorkflowPanel } from "@/components/desk/workflow-panel";
import type { SourceLine, StoryDraft } from "@/lib/issues/schema";

interface StoryInspectorProps {
  story: StoryDraft;
  revisions: RevisionActions;
  workflow: WorkflowRoom;
  threads: Omit<ThreadsPanelProps, "story">;
}

/** Whose a story is, what is said about it, what it stands on, and what it was before. */
export function StoryInspector({ story, revisions, workflow, threads }: StoryInspectorProps) {
  const count = story.sources.length;
  return (
    <>
      {/* First: what is accepted makes the list of claims longer, and nothing is to move under the hand. */}
      <SuggestionsPanel story={story} onWanted={threads.onWanted} />
      <ClaimsPanel story={story} whyLabel={threads.whyLabel} onWanted={threads.onWanted} />
      <WorkflowPanel key={`work ${story.id}`} item={storyItem(story)} room={workflow} />
      <ThreadsPanel story={story} {...threads} />
      <InspectorSection title="Sources" remark={count > 0 ? count : null}>
        {count === 0 ? (
          <p className="text-sm text-quiet">None yet. Add the first one under the headline.</p>
        ) : (
          <ol className="grid grid-cols-[minmax(0,1fr)] gap-2">
            {story.sources.map((source) => (
              <SourceCard key={source.id} source={source} />
            ))}
          </ol>
        )}
      </InspectorSection>
      <HistoryPanel target={{ storyId: story.id }} version={story.version} actions={revisions} />
    </>
  );
}

function SourceCard({ source }: { source: SourceLine }) {
  return (
    <li className="rounded-card border border-hair bg-paper px-3 py-2.5 text-sm">
      <span className="block font-medium [overflow-wrap:anywhere]">{source.title}</span>
      <span className="block text-quiet">
        {[source.byline, source.publisher].filter(Boolean).join(", ") || "Publisher not said"}
      </span>
      {source.url ? (
        <a className="link mt-1 block truncate text-quiet" href={source.url} target="_blank" rel="noreferrer">
          {source.url.replace(/^https?:\/\/(www\.)?/, "")}
        </a>
      ) : (
        <span className="mt-1 block text-line">
          <span aria-hidden>▲ </span>No address yet
        </span>
      )}
      <p className="mt-1 text-quiet">
        <Link href={`/desk/sources/${source.id}`} prefetch={false} className="link">
          What is known of it<span className="sr-only">: {source.title}</span>
        </Link>
        {source.url ? <SourceLookMark look={source.look} /> : null}
      </p>
    </li>
  );
}
