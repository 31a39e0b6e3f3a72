"use client";

import type { ReadFile } from "@/components/desk/import-form";
import { storiesOf } from "@/lib/importers/correct";
import type { ImportedIssue } from "@/lib/importers/imported-issue";

/** What was found, how much of the text was kept, and what could not be placed for certain. */
export function ImportReportPanel({ read, issue }: { read: ReadFile; issue: ImportedIssue }) {
  const stories = storiesOf(issue);
  const sources = stories.flatMap((story) => story.sources);
  const { wordsIn, wordsOut, unplaced, titleFrom } = read.report;
  const isWhole = wordsOut >= wordsIn;
  const rows: [string, string | number][] = [
    ["Sections", issue.sections.length],
    ["Stories", stories.length],
    ["Sources", sources.length],
    ["Highlights", issue.highlights.length],
  ];
  return (
    <section aria-label="What was found" className="rounded-card border border-hair bg-paper p-4">
      <h2 className="mb-2 truncate text-sm font-semibold">{read.fileName}</h2>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm">
        {rows.map(([name, count]) => (
          <div key={name} className="flex justify-between">
            <dt className="text-quiet">{name}</dt>
            <dd className="tabular-nums">{count}</dd>
          </div>
        ))}
      </dl>
      <p className={`mt-3 border-t border-hair pt-3 text-sm ${isWhole ? "text-good" : "text-line"}`}>
        <span aria-hidden>{isWhole ? "✓ " : "▲ "}</span>
        {isWhole
          ? `All ${wordsIn.toLocaleString("en")} words kept`
          : `${wordsOut.toLocaleString("en")} of ${wordsIn.toLocaleString("en")} words kept`}
      </p>
      {titleFrom === "fileName" ? (
        <p className="mt-1 text-sm text-quiet">The text names no title; the file’s name stands in for it.</p>
      ) : null}
      {unplaced.length > 0 ? (
        <details className="mt-3 border-t border-hair pt-3 text-sm" open={unplaced.length < 6}>
          <summary className="font-medium">
            {unplaced.length === 1 ? "1 piece" : `${unplaced.length} pieces`} kept as text, place not certain
          </summary>
          <ul className="mt-2 grid gap-2">
            {unplaced.map(({ text, where, line }) => (
              <li key={`${line} ${text}`}>
                <span className="line-clamp-2 font-serif text-base break-words">{text}</span>
                <span className="text-xs text-quiet">
                  line {line}, {where}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}
