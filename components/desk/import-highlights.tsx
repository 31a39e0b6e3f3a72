import { HeadlineField } from "@/components/desk/headline-field";
import type { StoryChoice } from "@/components/desk/highlight-line";
import { type Correct, keyed } from "@/components/desk/import-correction";
import { PointsAt } from "@/components/desk/points-at";
import { Button } from "@/components/ui/button";
import { highlightToText, pointHighlight, storiesOf } from "@/lib/importers/correct";
import type { ImportedIssue } from "@/lib/importers/imported-issue";

interface ImportHighlightsProps {
  issue: ImportedIssue;
  title: string;
  correct: Correct;
}

/** The lines that were found to say what matters: each can be reworded, pointed at other stories, or taken for text. */
export function ImportHighlights({ issue, title, correct }: ImportHighlightsProps) {
  if (issue.highlights.length === 0 && issue.thesis.length === 0) return null;
  const stories: StoryChoice[] = storiesOf(issue).map(({ headline }, index) => ({
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
          <Line
            key={keyed(issue.highlights)[index]?.key}
            {...{ line, index, stories }}
            onText={(text) => rename(index, text)}
            onPoint={(numbers) => correct(pointHighlight(issue, index, numbers))}
            onTakeAsText={() => correct(highlightToText(issue, index))}
          />
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

interface LineProps {
  line: ImportedIssue["highlights"][number];
  index: number;
  stories: StoryChoice[];
  onText(text: string): void;
  /** By their numbers in the issue. */
  onPoint(numbers: number[]): void;
  onTakeAsText(): void;
}

function Line({ line, index, stories, onText, onPoint, onTakeAsText }: LineProps) {
  return (
    <li className="group/line flex gap-3">
      <span aria-hidden className="mt-0.5 font-serif text-[1.125rem] text-line">
        –
      </span>
      <div className="min-w-0 flex-1">
        <HeadlineField
          label={`Line ${index + 1}`}
          value={line.text}
          onChange={onText}
          className="text-[1.125rem] leading-normal"
        />
        <PointsAt
          line={{ id: String(index), text: line.text, storyIds: line.stories.map(String) }}
          name={`Line ${index + 1}`}
          stories={stories}
          left={[]}
          editable
          onChange={({ storyIds }) => onPoint(storyIds.map(Number))}
        />
      </div>
      <Button size="sm" variant="quiet" className="self-start" onClick={onTakeAsText}>
        Not one of these
      </Button>
    </li>
  );
}
