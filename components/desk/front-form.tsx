"use client";

import type { AnyExtension } from "@tiptap/core";
import type { Autosave } from "@/components/desk/autosave";
import { HeadlineField } from "@/components/desk/headline-field";
import type { StoryChoice } from "@/components/desk/highlight-line";
import { HighlightsField } from "@/components/desk/highlights-field";
import { IssueFacts } from "@/components/desk/issue-facts";
import type { IssueValues } from "@/components/desk/issue-values";
import { issueViews } from "@/components/desk/issue-words";
import { MetaLine } from "@/components/desk/meta-line";
import { OwnPart } from "@/components/desk/own-part";
import { SaveTrouble } from "@/components/desk/save-trouble";
import { ThesisField } from "@/components/desk/thesis-field";
import { WakingEditor } from "@/components/editor/waking-editor";
import type { LeftStory } from "@/lib/issues/schema";

interface FrontFormProps {
  autosave: Autosave<IssueValues>;
  stories: StoryChoice[];
  /** Stories that highlights point at and that are not in the issue. */
  left: LeftStory[];
  isPublished: boolean;
  editable: boolean;
  /** Of its rich text, beyond the usual ones. */
  extensions: AnyExtension[];
}

/** What readers meet before the first story, edited in place: title, week, introduction, highlights and thesis. */
export function FrontForm(props: FrontFormProps) {
  const { autosave, stories, left, isPublished, editable, extensions } = props;
  const { values, edit, flush } = autosave;
  const { trouble, takenOver } = autosave.state;
  return (
    <section data-part="front" aria-label="Front of the issue" className="group/part">
      <MetaLine
        about={editable ? "The issue’s own words" : "Read only: editors write the issue’s own words"}
        phase={editable ? autosave.phase : null}
        changedBy={trouble?.kind === "conflict" ? trouble.theirs.by : (takenOver?.by ?? null)}
      />
      <SaveTrouble autosave={autosave} fields={issueViews(values, stories)} />
      <h2>
        <HeadlineField
          label="Title"
          value={values.title}
          onChange={(title) => edit({ title })}
          onBlur={flush}
          placeholder="The issue’s title"
          readOnly={!editable}
          className="text-[2.25rem] leading-[1.1] font-medium tracking-[-0.018em]"
        />
      </h2>
      <HeadlineField
        label="Standfirst"
        value={values.standfirst}
        onChange={(standfirst) => edit({ standfirst })}
        onBlur={flush}
        placeholder="A standfirst: one or two lines under the title"
        readOnly={!editable}
        className="mt-2 text-[1.25rem] leading-snug text-quiet italic"
      />
      <IssueFacts values={values} edit={edit} flush={flush} editable={editable} isPublished={isPublished} />
      <OwnPart at="introduction" title={values.labels.introduction}>
        <WakingEditor
          label={values.labels.introduction}
          value={values.introduction}
          onChange={(introduction) => edit({ introduction })}
          onBlur={flush}
          editable={editable}
          variant="plain"
          extraExtensions={extensions}
          placeholder="What kind of week it was."
        />
      </OwnPart>
      <OwnPart at="highlights" title={values.labels.highlights}>
        <HighlightsField
          value={values.highlights}
          onChange={(highlights) => edit({ highlights })}
          onBlur={flush}
          stories={stories}
          left={left}
          editable={editable}
        />
      </OwnPart>
      <OwnPart title="Thesis">
        <ThesisField
          value={values.thesis}
          onChange={(thesis) => edit({ thesis })}
          onBlur={flush}
          editable={editable}
        />
      </OwnPart>
    </section>
  );
}
