import { issueAddress } from "@/components/edition/addresses";
import { SourceNow } from "@/components/edition/condition";
import { Headline } from "@/components/edition/headline";
import { NamedSource } from "@/components/edition/named-source";
import type { AnalysisNote, StoryNotes } from "@/components/edition/notes";
import { RichTextView } from "@/components/edition/rich-text";
import { Tally } from "@/components/edition/tally";
import { KIND_MARKS } from "@/lib/claims/kind";
import type { EditionSource, EditionStory } from "@/lib/editions/schema";
import { isEmpty } from "@/lib/rich-text/document";
import type { Conditions } from "@/lib/sources/conditions";

interface SourceProps {
  source: EditionSource;
  language: string;
  conditions: Conditions | undefined;
}

function Source({ source, language, conditions }: SourceProps) {
  return (
    <li>
      <NamedSource source={source} language={language} />
      <SourceNow now={conditions?.sources.get(source.id)} language={language} />
    </li>
  );
}

function Resting({ note }: { note: AnalysisNote }) {
  const count = note.premises.length;
  return (
    <button type="button" className="opener resting" popoverTarget={note.popover}>
      <span className="shape" aria-hidden="true">
        {KIND_MARKS.analysis.shape}
      </span>
      <span className="words">
        Our analysis{count > 0 ? `, resting on ${count} ${count === 1 ? "claim" : "claims"}` : null}
      </span>
      <span className="endnote" aria-hidden="true">
        {note.number}
      </span>
    </button>
  );
}

export interface StorySetting {
  /** House wording of the box. */
  whyLabel: string;
  language: string;
  /** 3 under a section's heading, 2 where the section has none. */
  headingLevel: 2 | 3;
  /** True where the reader wants no analysis: the box begins shut. */
  folded: boolean;
  conditions: Conditions | undefined;
}

/** "Our analysis", where no note says more about it. */
function OurAnalysis() {
  return (
    <span className="resting">
      <span className="shape" aria-hidden="true">
        {KIND_MARKS.analysis.shape}
      </span>
      <span className="words">Our analysis</span>
    </span>
  );
}

function WhyItMatters({ own, setting }: { own: StoryNotes; setting: StorySetting }) {
  const { story, byMark, box } = own;
  if (isEmpty(story.whyItMatters)) return null;
  const Heading = setting.headingLevel === 2 ? "h3" : "h4";
  const words = (
    <RichTextView
      document={story.whyItMatters}
      notes={byMark}
      headingLevel={setting.headingLevel + 2}
      tableLabel={`Table in “${story.headline}”`}
      language={setting.language}
    />
  );
  if (setting.folded) {
    return (
      <details className="why">
        <summary>
          {setting.whyLabel} <OurAnalysis />
        </summary>
        {box ? <Resting note={box} /> : null}
        {words}
      </details>
    );
  }
  return (
    <div className="why">
      <div className="why-head">
        <Heading>{setting.whyLabel}</Heading>
        {box ? <Resting note={box} /> : <OurAnalysis />}
      </div>
      {words}
    </div>
  );
}

/** Where the story began: a quiet line that leads to it. */
function FollowsUp({ follows }: { follows: NonNullable<EditionStory["follows"]> }) {
  return (
    <p className="follows">
      Follows up <a href={`${issueAddress(follows.issueSlug)}#${follows.anchor}`}>“{follows.headline}”</a>,
      issue {follows.issueNumber}
    </p>
  );
}

/** Between the headline and the text: one row of the story's grid. */
function Under({ story, setting }: { story: EditionStory; setting: StorySetting }) {
  const { language, conditions } = setting;
  const sources =
    story.sources.length > 0 ? (
      <ul className="sources" aria-label="Sources">
        {story.sources.map((source) => (
          <Source key={source.id} {...{ source, language, conditions }} />
        ))}
      </ul>
    ) : null;
  if (!story.follows) return sources;
  return (
    <div>
      <FollowsUp follows={story.follows} />
      {sources}
    </div>
  );
}

/** One story: its number hung in the margin, the plumb line beside its text, the editor's box under it. */
export function Story({ own, setting }: { own: StoryNotes; setting: StorySetting }) {
  const { story, byMark } = own;
  const Heading = setting.headingLevel === 2 ? "h2" : "h3";
  return (
    <article className="story" id={story.anchor} aria-labelledby={`${story.anchor}-h`}>
      <Heading className="headline" id={`${story.anchor}-h`}>
        <span className="number">
          <span className="unseen">Story </span>
          {story.number}
          <span className="unseen">: </span>
        </span>
        <Headline text={story.headline} />
      </Heading>
      <Under story={story} setting={setting} />
      <div className="body">
        <RichTextView
          document={story.body}
          notes={byMark}
          headingLevel={setting.headingLevel + 1}
          tableLabel={`Table in “${story.headline}”`}
          language={setting.language}
        />
      </div>
      <Tally story={story} conditions={setting.conditions} />
      <WhyItMatters own={own} setting={setting} />
    </article>
  );
}
