"use client";

import { HeadlineField } from "@/components/desk/headline-field";
import { type Correct, keyed } from "@/components/desk/import-correction";
import { ImportStory } from "@/components/desk/import-story";
import { Button } from "@/components/ui/button";
import { joinSectionUp, renameSection } from "@/lib/importers/correct";
import type { ImportedIssue } from "@/lib/importers/imported-issue";

interface ImportSectionProps {
  issue: ImportedIssue;
  index: number;
  correct: Correct;
  boxLabel: string;
}

/** A section as it was found: its title, its stories, and the way to say that it is none. */
export function ImportSection({ issue, index, correct, boxLabel }: ImportSectionProps) {
  const section = issue.sections[index];
  if (!section) return null;
  const before = issue.sections.slice(0, index).reduce((count, one) => count + one.stories.length, 0);
  const canJoin = index > 0 || section.title !== "";
  return (
    <section aria-label={section.title || "Stories without a section"} className="mt-10">
      <div className="flex items-baseline gap-2 border-b border-ink pb-1.5">
        <HeadlineField
          label={`Title of section ${index + 1}`}
          value={section.title}
          onChange={(title) => correct(renameSection(issue, index, title), `section ${index}`)}
          placeholder="No section title"
          className="min-w-0 flex-1 text-[1.375rem] leading-snug font-medium"
        />
        {canJoin ? (
          <Button size="sm" variant="quiet" onClick={() => correct(joinSectionUp(issue, index))}>
            {index > 0 ? "Not a section: join to the one above" : "Not a section"}
          </Button>
        ) : null}
      </div>
      {keyed(section.stories).map(({ key, index: place }) => (
        <ImportStory
          key={key}
          issue={issue}
          number={before + place + 1}
          correct={correct}
          boxLabel={boxLabel}
        />
      ))}
      {section.stories.length === 0 ? (
        <p className="mt-3 text-sm text-quiet">No story in this section.</p>
      ) : null}
    </section>
  );
}
