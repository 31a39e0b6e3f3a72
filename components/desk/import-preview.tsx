"use client";

import { type ReactNode, useId, useState } from "react";
import { HeadlineField } from "@/components/desk/headline-field";
import type { StoryChoice } from "@/components/desk/highlight-line";
import { type Correct, keyed } from "@/components/desk/import-correction";
import { ImportFacts } from "@/components/desk/import-facts";
import type { ReadFile } from "@/components/desk/import-form";
import { ImportReportPanel } from "@/components/desk/import-report";
import { ImportSection } from "@/components/desk/import-section";
import { PointsAt } from "@/components/desk/points-at";
import { StaticText } from "@/components/editor/static-text";
import { Button } from "@/components/ui/button";
import { highlightToText, pointHighlight, storiesOf } from "@/lib/importers/correct";
import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { importTrouble } from "@/lib/importers/trouble";
import { DEFAULT_LABELS } from "@/lib/issues/labels";
import { isEmpty, type RichText } from "@/lib/rich-text/document";

interface ImportPreviewProps {
  read: ReadFile;
  busy: boolean;
  failure: ReactNode;
  canAccept: boolean;
  onAccept(issue: ImportedIssue): void;
  onBack(): void;
}

/** The structure found, to be looked through and corrected before it becomes an issue. */
export function ImportPreview({ read, busy, failure, canAccept, onAccept, onBack }: ImportPreviewProps) {
  const reasonId = useId();
  const [issue, setIssue] = useState(read.issue);
  const [past, setPast] = useState<ImportedIssue[]>([]);
  const [lastTyped, setLastTyped] = useState<string | null>(null);
  const correct: Correct = (next, typedIn) => {
    // Letters typed one after the other into one place are one step back.
    if (typedIn === undefined || typedIn !== lastTyped) setPast((steps) => [...steps, issue]);
    setLastTyped(typedIn ?? null);
    setIssue(next);
  };
  const undo = () => {
    const last = past.at(-1);
    if (!last) return;
    setIssue(last);
    setLastTyped(null);
    setPast(past.slice(0, -1));
  };
  const labels = { ...DEFAULT_LABELS, ...issue.labels };
  const trouble = importTrouble(issue);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="order-2 min-w-0 rounded-card border border-hair bg-paper px-4 py-6 sm:px-8 sm:py-8 lg:order-1">
        <ImportFacts
          issue={issue}
          takenNumbers={read.takenNumbers}
          onChange={(next) => correct(next, "facts")}
        />
        <Words title={labels.introduction} value={issue.introduction} />
        <Highlights issue={issue} title={labels.highlights} correct={correct} />
        {keyed(issue.sections).map(({ key, index }) => (
          <ImportSection
            key={key}
            issue={issue}
            index={index}
            correct={correct}
            boxLabel={labels.whyItMatters}
          />
        ))}
        <Words title={labels.closing} value={issue.closing} />
        {issue.feedbackPrompt ? <p className="mt-6 text-quiet italic">{issue.feedbackPrompt}</p> : null}
      </div>
      <aside className="order-1 grid gap-4 lg:sticky lg:top-[calc(var(--top-bar,0px)+1.25rem)] lg:order-2">
        <ImportReportPanel read={read} issue={issue} />
        <div aria-live="polite" className="empty:hidden">
          {failure}
        </div>
        <div className="flex flex-wrap gap-2 lg:grid">
          <Button
            variant="primary"
            pending={busy}
            disabled={!canAccept || trouble !== undefined}
            aria-describedby={trouble ? reasonId : undefined}
            onClick={() => onAccept(issue)}
          >
            Make it an issue
          </Button>
          <Button disabled={past.length === 0} onClick={undo}>
            Undo the last correction
          </Button>
          <Button variant="quiet" onClick={onBack}>
            Back to the text
          </Button>
        </div>
        {trouble ? (
          <p id={reasonId} className="text-sm text-line">
            ▲ {trouble}
          </p>
        ) : null}
      </aside>
    </div>
  );
}

function Words({ title, value }: { title: string; value: RichText }) {
  if (isEmpty(value)) return null;
  return (
    <section aria-label={title} className="mt-8">
      <h2 className="mb-2 text-sm font-semibold">{title}</h2>
      <StaticText value={value} />
    </section>
  );
}

function Highlights({ issue, title, correct }: { issue: ImportedIssue; title: string; correct: Correct }) {
  if (issue.highlights.length === 0 && issue.thesis.length === 0) return null;
  const choices: StoryChoice[] = storiesOf(issue).map(({ headline }, index) => ({
    id: String(index + 1),
    number: index + 1,
    headline,
  }));
  const rename = (index: number, text: string) => {
    const highlights = issue.highlights.map((line, at) => (at === index ? { ...line, text } : line));
    correct({ ...issue, highlights }, `line ${index}`);
  };
  return (
    <section aria-label={title} className="mt-8">
      <h2 className="mb-2 text-sm font-semibold">{title}</h2>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {issue.highlights.map((line, index) => (
          <li key={keyed(issue.highlights)[index]?.key} className="group/line flex gap-3">
            <span aria-hidden className="mt-0.5 font-serif text-[1.125rem] text-line">
              –
            </span>
            <div className="min-w-0 flex-1">
              <HeadlineField
                label={`Line ${index + 1}`}
                value={line.text}
                onChange={(text) => rename(index, text)}
                className="text-[1.125rem] leading-normal"
              />
              <PointsAt
                line={{ id: String(index), text: line.text, storyIds: line.stories.map(String) }}
                name={`Line ${index + 1}`}
                stories={choices}
                left={[]}
                editable
                onChange={({ storyIds }) => correct(pointHighlight(issue, index, storyIds.map(Number)))}
              />
            </div>
            <Button
              size="sm"
              variant="quiet"
              className="self-start"
              onClick={() => correct(highlightToText(issue, index))}
            >
              Not one of these
            </Button>
          </li>
        ))}
      </ul>
      {issue.thesis.map((line) => (
        <p key={line} className="mt-3 font-serif text-[1.25rem] leading-snug font-medium italic">
          {line}
        </p>
      ))}
    </section>
  );
}
