"use client";

import type { AnyExtension } from "@tiptap/core";
import type { Autosave } from "@/components/desk/autosave";
import { HeadlineField } from "@/components/desk/headline-field";
import type { IssueValues } from "@/components/desk/issue-values";
import { MetaLine } from "@/components/desk/meta-line";
import { OwnPart } from "@/components/desk/own-part";
import { WakingEditor } from "@/components/editor/waking-editor";

interface ClosingFormProps {
  autosave: Autosave<IssueValues>;
  editable: boolean;
  /** Of its rich text, beyond the usual ones. */
  extensions: AnyExtension[];
}

/** What readers meet after the last story: the closing and the feedback prompt. */
export function ClosingForm({ autosave, editable, extensions }: ClosingFormProps) {
  const { values, edit, flush } = autosave;
  return (
    <div className="group/part mt-14 border-t-3 border-double border-hair pt-3">
      <MetaLine about="The end of the issue" phase={editable ? autosave.phase : null} />
      <OwnPart at="closing" title={values.labels.closing}>
        <WakingEditor
          label={values.labels.closing}
          value={values.closing}
          onChange={(closing) => edit({ closing })}
          onBlur={flush}
          editable={editable}
          variant="plain"
          extraExtensions={extensions}
          placeholder="What the week adds up to."
        />
      </OwnPart>
      <OwnPart title="Feedback prompt">
        <HeadlineField
          label="Feedback prompt"
          value={values.feedbackPrompt}
          onChange={(feedbackPrompt) => edit({ feedbackPrompt })}
          onBlur={flush}
          placeholder="A question to the reader, at the very end"
          readOnly={!editable}
          className="text-[1.125rem] leading-normal"
        />
      </OwnPart>
    </div>
  );
}
