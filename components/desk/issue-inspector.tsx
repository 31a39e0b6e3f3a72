"use client";

import { type ReactNode, useMemo } from "react";
import { beforePublishing, type Finding } from "@/components/desk/before-publishing";
import { shortWeek } from "@/components/desk/dates";
import { HistoryPanel } from "@/components/desk/history-panel";
import { editionPhrase, PublicationWord } from "@/components/desk/issue-state";
import { lengthInWords, useWordCount } from "@/components/desk/length";
import type { Part } from "@/components/desk/part";
import type { RevisionActions } from "@/components/desk/revision-actions";
import type { WorkflowRoom } from "@/components/desk/use-work";
import { issueItem } from "@/components/desk/use-workflow-room";
import { WorkflowPanel } from "@/components/desk/workflow-panel";
import type { IssueDraft, Order } from "@/lib/issues/schema";

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
  onSelect: (part: Part) => void;
}

/** The issue as a whole: its state, and what stands between it and its readers. */
export function IssueInspector({ issue, order, workflow, revisions, onSelect }: IssueInspectorProps) {
  const findings = beforePublishing(issue);
  const blocked = findings.some((finding) => finding.kind === "blocks");
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
        remark={findings.length > 0 ? `${findings.length} open` : null}
      >
        {blocked ? null : (
          <p className="mb-2 text-sm text-good">
            <span aria-hidden>✓ </span>Nothing blocks publishing.
          </p>
        )}
        <ul className="border-b border-hair text-sm empty:hidden">
          {findings.map((finding) => (
            <FindingLine key={`${finding.part} ${finding.text}`} finding={finding} onSelect={onSelect} />
          ))}
        </ul>
        <p className="mt-3 text-xs text-pretty text-quiet">
          Whether each sentence stands on evidence is not checked yet: read it with that eye.
        </p>
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

function FindingLine({ finding, onSelect }: { finding: Finding; onSelect: (part: Part) => void }) {
  const { kind, text, part } = finding;
  const blocks = kind === "blocks";
  return (
    <li className="grid grid-cols-[1.2rem_minmax(0,1fr)_auto] gap-1.5 border-t border-hair py-2">
      <span aria-hidden className="text-line">
        {blocks ? "■" : "▲"}
      </span>
      <span>
        <span className="sr-only">{blocks ? "Blocks publishing: " : "Worth a look: "}</span>
        {text}
      </span>
      {part ? (
        <button type="button" className="link min-h-6 px-1" onClick={() => onSelect(part)}>
          Go<span className="sr-only"> to it</span>
        </button>
      ) : null}
    </li>
  );
}
