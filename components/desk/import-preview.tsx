"use client";

import { type ReactNode, useId, useState } from "react";
import { type Correct, keyed } from "@/components/desk/import-correction";
import { ImportFacts } from "@/components/desk/import-facts";
import type { ReadFile } from "@/components/desk/import-form";
import { ImportHighlights } from "@/components/desk/import-highlights";
import { ImportReportPanel } from "@/components/desk/import-report";
import { ImportSection } from "@/components/desk/import-section";
import { StaticText } from "@/components/editor/static-text";
import { Button } from "@/components/ui/button";
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

/** What was found, as it was corrected so far, and the way back. */
function useCorrections(found: ImportedIssue) {
  const [issue, setIssue] = useState(found);
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
  return { issue, past, correct, undo };
}

/** The structure found, to be looked through and corrected before it becomes an issue. */
export function ImportPreview({ read, busy, failure, canAccept, onAccept, onBack }: ImportPreviewProps) {
  const { issue, past, correct, undo } = useCorrections(read.issue);
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
        <ImportHighlights issue={issue} title={labels.highlights} correct={correct} />
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
        <Accept
          busy={busy}
          trouble={trouble}
          canAccept={canAccept}
          canUndo={past.length > 0}
          onAccept={() => onAccept(issue)}
          onUndo={undo}
          onBack={onBack}
        />
      </aside>
    </div>
  );
}

interface AcceptProps {
  busy: boolean;
  /** Why it cannot become an issue yet. */
  trouble: string | undefined;
  canAccept: boolean;
  canUndo: boolean;
  onAccept(): void;
  onUndo(): void;
  onBack(): void;
}

function Accept({ busy, trouble, canAccept, canUndo, onAccept, onUndo, onBack }: AcceptProps) {
  const reasonId = useId();
  return (
    <>
      <div className="flex flex-wrap gap-2 lg:grid">
        <Button
          variant="primary"
          pending={busy}
          disabled={!canAccept || trouble !== undefined}
          aria-describedby={trouble ? reasonId : undefined}
          onClick={onAccept}
        >
          Make it an issue
        </Button>
        <Button disabled={!canUndo} onClick={onUndo}>
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
    </>
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
