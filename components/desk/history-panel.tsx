"use client";

import { useCallback, useEffect, useState } from "react";
import { attempt, type Failure } from "@/components/desk/attempt";
import { HistoryLink } from "@/components/desk/history-link";
import { InspectorSection } from "@/components/desk/issue-inspector";
import type { RevisionActions } from "@/components/desk/revision-actions";
import { byDay, historyAddress, timeOf, titleOfRevision, writerOf } from "@/components/desk/revision-words";
import { Button } from "@/components/ui/button";
import type { RevisionLine, RevisionTarget } from "@/lib/revisions/schema";

/** The panel shows the latest; all of them stand on the page of versions. */
const SHOWN = 6;

interface HistoryPanelProps {
  target: RevisionTarget;
  /** The document's version on the screen: each save may have made one more. */
  version: number;
  actions: RevisionActions;
}

type Reading =
  | { state: "reading" }
  | { state: "failed"; error: Failure }
  | { state: "read"; lines: RevisionLine[] };

/** The versions of a story or of an issue's own words: by day, who wrote them and why they were kept. */
export function HistoryPanel(props: HistoryPanelProps) {
  // Another document has another past.
  const key = "storyId" in props.target ? props.target.storyId : props.target.issueId;
  return <Panel key={key} {...props} />;
}

function Panel({ target, version, actions }: HistoryPanelProps) {
  const { reading, read } = useRevisions(target, version, actions);
  const lines = reading.state === "read" ? reading.lines : [];
  const all = (
    <HistoryLink href={historyAddress(target)} className="link inline-flex min-h-6 items-center px-1">
      Open<span className="sr-only"> all versions</span>
    </HistoryLink>
  );
  return (
    <InspectorSection
      title={"storyId" in target ? "Versions" : "Versions of the issue’s own words"}
      remark={lines.length > 0 ? all : null}
    >
      {reading.state === "reading" ? <p className="text-sm text-quiet">Reading…</p> : null}
      {reading.state === "failed" ? (
        <div className="text-sm">
          <p className="mb-2">The versions could not be read. {reading.error.message}</p>
          <Button size="sm" onClick={read}>
            Try again
          </Button>
        </div>
      ) : null}
      {byDay(lines.slice(0, SHOWN), null).map(({ day, lines: ofDay }) => (
        <div key={day} className="mb-2">
          <h3 className="text-xs text-quiet">{day}</h3>
          <ol aria-label={day} className="text-sm">
            {ofDay.map((line) => (
              <PanelLine key={line.id} line={line} href={historyAddress(target, line.id)} />
            ))}
          </ol>
        </div>
      ))}
      {lines.length === 1 ? (
        <p className="text-sm text-quiet">Nothing has changed yet. Each change is kept here.</p>
      ) : null}
      {lines.length > SHOWN ? (
        <p className="text-xs text-quiet">{`${lines.length - SHOWN} earlier`}</p>
      ) : null}
    </InspectorSection>
  );
}

function PanelLine({ line, href }: { line: RevisionLine; href: string }) {
  return (
    <li className="border-t border-hair first:border-t-0">
      <HistoryLink
        href={href}
        className="-mx-2 flex min-h-8 items-center justify-between gap-3 rounded-control px-2 py-1 hover:bg-wash"
      >
        <span className="min-w-0 truncate">
          {titleOfRevision(line)}
          <span className="text-quiet">
            {" "}
            · <bdi>{writerOf(line)}</bdi>
          </span>
        </span>
        <time dateTime={line.at} className="shrink-0 text-quiet tabular-nums">
          {timeOf(line.at, null)}
        </time>
      </HistoryLink>
    </li>
  );
}

function useRevisions(target: RevisionTarget, version: number, actions: RevisionActions) {
  const [reading, setReading] = useState<Reading>({ state: "reading" });
  const storyId = "storyId" in target ? target.storyId : null;
  const issueId = "issueId" in target ? target.issueId : "";
  const ask = useCallback(async (): Promise<Reading> => {
    const answer = await attempt(actions.list(storyId === null ? { issueId } : { storyId }));
    return answer.ok ? { state: "read", lines: answer.value } : { state: "failed", error: answer.error };
  }, [storyId, issueId, actions]);
  useEffect(() => {
    let wanted = version > 0;
    void ask().then((answer) => wanted && setReading(answer));
    return () => {
      wanted = false;
    };
  }, [ask, version]);
  return { reading, read: () => void ask().then(setReading) };
}
