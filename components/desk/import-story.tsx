"use client";

import { useState } from "react";
import { HeadlineField } from "@/components/desk/headline-field";
import type { Correct } from "@/components/desk/import-correction";
import { SourceForm, type SourceWords } from "@/components/desk/source-form";
import { StaticText } from "@/components/editor/static-text";
import { Button } from "@/components/ui/button";
import type { Result } from "@/lib/errors";
import {
  changeSource,
  changeStory,
  isAddressOfAbove,
  joinStoryUp,
  sourceToAddress,
  sourceToText,
  storiesOf,
} from "@/lib/importers/correct";
import type { ImportedIssue, ImportedSource, ImportedStory } from "@/lib/importers/imported-issue";
import { isEmpty } from "@/lib/rich-text/document";
import { plainTables, plainText } from "@/lib/rich-text/plain-text";
import { sourceUrl } from "@/lib/sources/schema";

interface ImportStoryProps {
  issue: ImportedIssue;
  number: number;
  correct: Correct;
  boxLabel: string;
}

/** A story as it was found, its text folded away. */
export function ImportStory({ issue, number, correct, boxLabel }: ImportStoryProps) {
  const story = storiesOf(issue)[number - 1];
  if (!story) return null;
  const rename = (headline: string) =>
    correct(
      changeStory(issue, number, (old) => ({ ...old, headline })),
      `story ${number}`,
    );
  return (
    <article aria-label={`Story ${number}`} className="mt-5 grid grid-cols-[2rem_minmax(0,1fr)] gap-x-2">
      <span className="font-serif text-xl leading-snug text-line tabular-nums">{number}</span>
      <div>
        <div className="flex items-start gap-2">
          <HeadlineField
            label={`Headline of story ${number}`}
            value={story.headline}
            onChange={rename}
            placeholder="Subject — angle"
            className="min-w-0 flex-1 text-xl font-medium"
          />
          {number > 1 ? (
            <Button size="sm" variant="quiet" onClick={() => correct(joinStoryUp(issue, number))}>
              Not a story: join up
            </Button>
          ) : null}
        </div>
        <ul className="mt-1 text-sm text-quiet">
          {sourceKeys(story.sources).map((key, index) => (
            <Source key={key} issue={issue} number={number} index={index} correct={correct} />
          ))}
        </ul>
        <details className="mt-1.5">
          <summary className="text-sm text-quiet">{marksOf(story, boxLabel)}</summary>
          <div className="mt-3 border-l border-hair pl-4">
            <StaticText value={story.body} />
            {isEmpty(story.whyItMatters) ? null : (
              <div className="mt-4 border-l-3 border-line bg-desk px-4 py-3">
                <p className="mb-1 text-sm font-semibold">✎ {boxLabel}</p>
                <StaticText value={story.whyItMatters} />
              </div>
            )}
          </div>
        </details>
      </div>
    </article>
  );
}

/** A key a line, which it keeps when a line above it goes: an open form must not end up over another source. */
function sourceKeys(sources: ImportedSource[]): string[] {
  const names = sources.map(({ title, url }) => `${title} ${url}`);
  return names.map((name, index) => `${name} ${names.slice(0, index).filter((one) => one === name).length}`);
}

/** "212 words · table 3 × 4 · ✎ Why this matters": rows without the header, by columns. */
function marksOf(story: ImportedStory, boxLabel: string): string {
  const words = plainText(story.body).split(/\s+/).filter(Boolean).length;
  const tables = plainTables(story.body).map(
    ({ header, rows }) => `table ${rows.length} × ${Math.max(header.length, rows[0]?.length ?? 0)}`,
  );
  const box = isEmpty(story.whyItMatters) ? [] : [`✎ ${boxLabel}`];
  return [`${words} ${words === 1 ? "word" : "words"}`, ...tables, ...box].join(" · ");
}

interface SourceProps {
  issue: ImportedIssue;
  number: number;
  index: number;
  correct: Correct;
}

function Source({ issue, number, index, correct }: SourceProps) {
  const [isOpen, setOpen] = useState(false);
  const sources = storiesOf(issue)[number - 1]?.sources ?? [];
  const source = sources[index];
  if (!source) return null;
  const save = async (words: SourceWords): Promise<Result<null>> => {
    const change = checked(words);
    if ("error" in change) return { ok: false, error: { code: "invalid", message: change.error } };
    correct(changeSource(issue, number, index, change));
    return { ok: true, value: null };
  };
  if (isOpen) {
    return (
      <li>
        <SourceForm line={source} onSave={save} onDone={() => setOpen(false)} />
      </li>
    );
  }
  return (
    <li className="flex items-start gap-2 leading-7">
      <span className="min-w-0 flex-1 break-words">
        {source.url ? (
          <a className="link text-ink" href={source.url} target="_blank" rel="noreferrer">
            {source.title}
          </a>
        ) : (
          <span className="text-ink">{source.title}</span>
        )}
        {source.byline ? ` by ${source.byline}` : ""}
        {source.publisher ? `, ${source.publisher}` : ""}
      </span>
      <Button size="sm" variant="quiet" onClick={() => setOpen(true)} aria-label={`Edit: ${source.title}`}>
        Edit
      </Button>
      {isAddressOfAbove(sources, index) ? (
        <Button size="sm" variant="quiet" onClick={() => correct(sourceToAddress(issue, number, index))}>
          Address of the source above
        </Button>
      ) : null}
      <Button size="sm" variant="quiet" onClick={() => correct(sourceToText(issue, number, index))}>
        Not a source
      </Button>
    </li>
  );
}

function checked(words: SourceWords): ImportedSource | { error: string } {
  if (words.title.trim() === "") return { error: "A source needs a title." };
  const url = sourceUrl.safeParse(words.url);
  if (!url.success) return { error: url.error.issues[0]?.message ?? "This address cannot be used." };
  return { title: words.title, byline: words.byline, publisher: words.publisher, url: url.data };
}
