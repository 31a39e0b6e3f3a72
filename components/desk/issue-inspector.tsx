"use client";

import { type ReactNode, useMemo } from "react";
import { shortWeek } from "@/components/desk/dates";
import { HistoryPanel } from "@/components/desk/history-panel";
import type { IssueActions } from "@/components/desk/issue-actions";
import { editionPhrase, PublicationWord } from "@/components/desk/issue-state";
import { lengthInWords, useWordCount } from "@/components/desk/length";
import { PreflightPanel } from "@/components/desk/preflight/preflight-panel";
import { countWords } from "@/components/desk/preflight/preflight-words";
import { usePreflight } from "@/components/desk/preflight/use-preflight";
import type { RevisionActions } from "@/components/desk/revision-actions";
import { SuggestedInIssue } from "@/components/desk/suggestions/suggested-in-issue";
import type { WorkflowRoom } from "@/components/desk/use-work";
import { issueItem } from "@/components/desk/use-workflow-room";
import { WorkflowPanel } from "@/components/desk/workflow-panel";
import type { IssueDraft, Order } from "@/lib/issues/schema";
import type { PreflightPlace } from "@/lib/preflight/schema";

/** A heading of the inspector with a quiet remark at its end. */
export function InspectorSection({ title, remark, children }: InspectorSectionProps) {
  return (
    <section className="mb-6">
      <h2 className="mb-2 flex items-baseline justify-between gap-3 text-sm font-semibold">
        {title}
        {remark ? <span className="font-normal text-quiet">{remark}</span> : null}
      </h2>
      {children}
    </section>
  );
}

interface InspectorSectionProps {
  title: string;
  remark?: ReactNode;
  children: ReactNode;
}

interface IssueInspectorProps {
  issue: IssueDraft;
  /** The running order as it is shown. */
  order: Order;
  workflow: WorkflowRoom;
  revisions: RevisionActions;
  getPreflight: IssueActions["getPreflight"];
  /** Brings the person to where a line of preflight is mended. */
  onGo: (place: PreflightPlace) => void;
}

/** The issue as a whole: its state, and what stands between it and its readers. */
export function IssueInspector({
  issue,
  order,
  workflow,
  revisions,
  getPreflight,
  onGo,
}: IssueInspectorProps) {
  const preflight = usePreflight(issue, getPreflight);
  return (
    <>
      <WorkflowPanel item={issueItem(issue, order)} room={workflow} />
      <InspectorSection title="Issue">
        <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 text-sm *:odd:text-quiet">
          <dt>Readers</dt>
          <dd>
            <PublicationWord
              state={issue.publicationState}
              changedSincePublished={issue.changedSincePublished}
            />
          </dd>
          <dt>Published</dt>
          <dd>{editionPhrase(issue.latestEdition)}</dd>
          <dt>Week</dt>
          <dd>{shortWeek(issue.week) ?? "Not said yet"}</dd>
          <dt>Length</dt>
          <dd>
            <IssueLength issue={issue} />
          </dd>
          <SuggestedInIssue issue={issue} />
          <dt>Address</dt>
          <dd className="[overflow-wrap:anywhere]">
            {issue.publicationState === "published" ? (
              <a className="link" href={`/issues/${issue.slug}`} target="_blank" rel="noreferrer">
                /issues/{issue.slug}
              </a>
            ) : (
              `/issues/${issue.slug}`
            )}
          </dd>
        </dl>
      </InspectorSection>
      <InspectorSection
        title="Before publishing"
        remark={preflight.lines === null ? null : countWords(preflight.lines)}
      >
        <PreflightPanel read={preflight} onGo={onGo} />
      </InspectorSection>
      <HistoryPanel target={{ issueId: issue.id }} version={issue.version} actions={revisions} />
    </>
  );
}

/** Everything readers read, as it was last saved. */
function IssueLength({ issue }: { issue: IssueDraft }) {
  const words = useWordCount(useMemo(() => textsOf(issue), [issue]));
  return words === null ? "…" : lengthInWords(words);
}

function textsOf({ introduction, highlights, thesis, closing, sections }: IssueDraft) {
  const stories = sections.flatMap((section) => section.stories);
  return [
    introduction,
    ...highlights.map(({ text }) => text),
    ...thesis,
    ...stories.flatMap(({ headline, body, whyItMatters }) => [headline, body, whyItMatters]),
    closing,
  ];
}
