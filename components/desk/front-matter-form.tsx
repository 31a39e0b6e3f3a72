"use client";

import type { ReactNode } from "react";
import { HeadlineField } from "@/components/desk/headline-field";
import type { StoryChoice } from "@/components/desk/highlight-line";
import { HighlightsField } from "@/components/desk/highlights-field";
import { IssueFacts } from "@/components/desk/issue-facts";
import { issueViews, type SaveIssue, useIssueAutosave } from "@/components/desk/issue-words";
import { SaveTrouble } from "@/components/desk/save-trouble";
import { Sheet } from "@/components/desk/sheet";
import { ThesisField } from "@/components/desk/thesis-field";
import { RichTextEditor } from "@/components/editor/rich-text-editor";
import type { IssueDraft } from "@/lib/issues/schema";
import type { RichText } from "@/lib/rich-text/document";

export interface FrontMatterFormProps {
  issue: IssueDraft;
  /** The contributor's id: unsaved words are kept in the browser under it. */
  actorId: string;
  can: {
    edit: boolean;
    /** Why not, where `edit` is false: one sentence. */
    why?: string;
  };
  saveIssue: SaveIssue;
}

/** The issue's own words, in the order readers meet them, saved while they are typed. */
export function FrontMatterForm(props: FrontMatterFormProps) {
  return <OpenIssue key={props.issue.id} {...props} />;
}

function OpenIssue({ issue, actorId, can, saveIssue }: FrontMatterFormProps) {
  const autosave = useIssueAutosave(issue, actorId, saveIssue);
  const { values, edit, flush } = autosave;
  const { trouble, takenOver } = autosave.state;
  const stories = storiesOf(issue);
  const editable = can.edit;
  const text = (field: "introduction" | "closing", placeholder: string) => (
    <RichTextEditor
      label={values.labels[field]}
      value={values[field]}
      onChange={(value: RichText) => edit({ [field]: value })}
      onBlur={flush}
      editable={editable}
      variant="plain"
      placeholder={placeholder}
    />
  );
  return (
    <Sheet
      about={editable ? "The issue’s own words" : `Read only. ${can.why ?? ""}`}
      phase={editable ? autosave.phase : null}
      changedBy={trouble?.kind === "conflict" ? trouble.theirs.by : takenOver?.by}
    >
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
      <IssueFacts
        values={values}
        edit={edit}
        flush={flush}
        editable={editable}
        isPublished={issue.publicationState !== "unpublished"}
      />
      <Part at="introduction" title={values.labels.introduction}>
        {text("introduction", "What kind of week it was.")}
      </Part>
      <Part at="highlights" title={values.labels.highlights}>
        <HighlightsField
          value={values.highlights}
          onChange={(highlights) => edit({ highlights })}
          onBlur={flush}
          stories={stories}
          left={issue.leftStories}
          editable={editable}
        />
      </Part>
      <Part title="Thesis">
        <ThesisField
          value={values.thesis}
          onChange={(thesis) => edit({ thesis })}
          onBlur={flush}
          editable={editable}
        />
      </Part>
      <p className="mt-8 border-y border-hair py-2 text-center text-sm text-quiet">
        {stories.length === 0
          ? "The sections and stories come here."
          : `The ${stories.length} stories come here.`}
      </p>
      <Part at="closing" title={values.labels.closing}>
        {text("closing", "What the week adds up to.")}
      </Part>
      <Part title="Feedback prompt">
        <HeadlineField
          label="Feedback prompt"
          value={values.feedbackPrompt}
          onChange={(feedbackPrompt) => edit({ feedbackPrompt })}
          onBlur={flush}
          placeholder="A question to the reader, at the very end"
          readOnly={!editable}
          className="text-[1.125rem] leading-normal"
        />
      </Part>
    </Sheet>
  );
}

/** `at` is the part of the issue (part.ts) whose row in the running order leads here. */
function Part({ title, at, children }: { title: string; at?: string; children: ReactNode }) {
  return (
    <section aria-label={title} data-part={at} className="mt-8 scroll-mt-14">
      <h3 className="mb-2 text-sm font-semibold">{title}</h3>
      {children}
    </section>
  );
}

function storiesOf(issue: IssueDraft): StoryChoice[] {
  return issue.sections.flatMap((section) =>
    section.stories.map(({ id, number, headline }) => ({ id, number, headline })),
  );
}
