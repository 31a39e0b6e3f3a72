"use client";

import { useCallback, useEffect, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import { localMoment } from "@/components/desk/dates";
import { InspectorSection } from "@/components/desk/issue-inspector";
import { ThreadsPanel, type ThreadsPanelProps } from "@/components/desk/threads-panel";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/errors";
import type { SourceLine, StoryDraft } from "@/lib/issues/schema";
import type { StoryRevision } from "@/lib/stories/schema";

type ListRevisions = (input: { id: string }) => Promise<Result<StoryRevision[]>>;

interface StoryInspectorProps {
  story: StoryDraft;
  listRevisions: ListRevisions;
  threads: Omit<ThreadsPanelProps, "story">;
}

/** What is said about a story, what it stands on, and what it was before. */
export function StoryInspector({ story, listRevisions, threads }: StoryInspectorProps) {
  const count = story.sources.length;
  return (
    <>
      <ThreadsPanel story={story} {...threads} />
      <InspectorSection title="Sources" remark={count > 0 ? count : null}>
        {count === 0 ? (
          <p className="text-sm text-quiet">None yet. Add the first one under the headline.</p>
        ) : (
          <ol className="grid gap-2">
            {story.sources.map((source) => (
              <SourceCard key={source.id} source={source} />
            ))}
          </ol>
        )}
      </InspectorSection>
      {/* Another story has another past. */}
      <Revisions key={story.id} story={story} listRevisions={listRevisions} />
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
    </li>
  );
}

const REASONS: Record<StoryRevision["reason"], string> = {
  autosave: "Written",
  import: "Imported",
  review: "As sent to review",
  publish: "As published",
  restore: "Brought back",
  named: "Kept by name",
};

type Reading =
  | { state: "reading" }
  | { state: "failed"; error: Failure }
  | { state: "read"; lines: StoryRevision[] };

function Revisions({ story, listRevisions }: Omit<StoryInspectorProps, "threads">) {
  const [reading, setReading] = useState<Reading>({ state: "reading" });
  const { id, version } = story;
  const read = useCallback(async () => {
    const answer = await attempt(listRevisions({ id }));
    return answer.ok
      ? ({ state: "read", lines: answer.value } as const)
      : ({ state: "failed", error: answer.error } as const);
  }, [id, listRevisions]);
  // Each save may have made one more.
  useEffect(() => {
    let wanted = version > 0;
    void read().then((answer) => wanted && setReading(answer));
    return () => {
      wanted = false;
    };
  }, [read, version]);
  return (
    <InspectorSection
      title="Versions"
      remark={reading.state === "read" ? reading.lines.length || null : null}
    >
      {reading.state === "reading" ? <p className="text-sm text-quiet">Reading…</p> : null}
      {reading.state === "failed" ? (
        <div className="text-sm">
          <p className="mb-2">The versions could not be read. {reading.error.message}</p>
          <Button size="sm" onClick={() => void read().then(setReading)}>
            Try again
          </Button>
        </div>
      ) : null}
      {reading.state === "read" && reading.lines.length === 0 ? (
        <p className="text-sm text-quiet">None kept yet. The first save makes one.</p>
      ) : null}
      {reading.state === "read" ? (
        <ol className="text-sm">
          {reading.lines.map((line) => (
            <li
              key={line.id}
              className="flex justify-between gap-3 border-t border-hair py-1.5 first:border-t-0"
            >
              <span className="min-w-0 truncate">
                {line.name ?? REASONS[line.reason]}
                <span className="text-quiet">
                  {" "}
                  · <bdi>{line.author ?? "command line"}</bdi>
                </span>
              </span>
              <time dateTime={line.at} className="shrink-0 text-quiet tabular-nums">
                {localMoment(line.at)}
              </time>
            </li>
          ))}
        </ol>
      ) : null}
    </InspectorSection>
  );
}
