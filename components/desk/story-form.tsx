"use client";

import type { Editor } from "@tiptap/react";
import { memo, type ReactNode, useMemo, useRef } from "react";
import { DrawHighlightButton } from "@/components/desk/draw-highlight";
import { HeadlineField } from "@/components/desk/headline-field";
import { HeadlineThreads } from "@/components/desk/headline-threads";
import { lengthInWords, useWordCount } from "@/components/desk/length";
import { MetaLine } from "@/components/desk/meta-line";
import { subjectOf } from "@/components/desk/running-order-words";
import { SaveTrouble } from "@/components/desk/save-trouble";
import { type SourceDeeds, SourcesList } from "@/components/desk/sources-list";
import { AboutStory, HungNumber, StorySection } from "@/components/desk/story-number";
import { StoryWriters } from "@/components/desk/story-people";
import type { SaveStory, StoryWords, useStoryAutosave } from "@/components/desk/story-words";
import { useStoryEditing } from "@/components/desk/use-story-editing";
import { WhyItMatters } from "@/components/desk/why-it-matters";
import { StaticText } from "@/components/editor/static-text";
import { WakingEditor } from "@/components/editor/waking-editor";
import type { StoryDraft } from "@/lib/issues/schema";
import type { RichText } from "@/lib/rich-text/document";
import { plainText } from "@/lib/rich-text/plain-text";

export interface StoryFormProps {
  story: StoryDraft;
  /** The contributor's id: unsaved words are kept in the browser under it. */
  actorId: string;
  mayWrite: boolean;
  /** Editing a source that other stories may share. */
  mayEditSources: boolean;
  /** The house's label of the box. */
  whyLabel?: string;
  saveStory: SaveStory;
  sources: SourceDeeds;
}

/**
 * A story on the page, edited in place: headline, sources, body and box, saved while they are typed. One of many, so it is
 * rendered again only when something of its own changed.
 */
export const StoryForm = memo(function StoryForm({
  story,
  actorId,
  mayWrite,
  mayEditSources,
  whyLabel = "Why this matters",
  saveStory,
  sources,
}: StoryFormProps) {
  const place = useRef<HTMLElement>(null);
  const { autosave, undo, marks, claims, extensions } = useStoryEditing({
    story,
    actorId,
    mayWrite,
    saveStory,
    place,
  });
  const { values, edit, flush } = autosave;
  const tools = (claim: ReactNode, own: ReactNode) => (editor: Editor) => (
    <>
      {claim}
      {own}
      <DrawHighlightButton editor={editor} storyId={story.id} />
    </>
  );
  // In the backlog nothing stands between it and the title of the page.
  const level = story.number === null ? 2 : 3;
  const toText = () => place.current?.querySelector<HTMLElement>("[data-field=body] [role=textbox]")?.focus();
  return (
    <StorySection ref={place} id={story.id} subject={subjectOf(values.headline)}>
      <StoryHead {...{ story, mayWrite, autosave, whyLabel }} />
      <HungNumber id={story.id} />
      <HeadlineThreads storyId={story.id} value={values.headline} level={level} onKeyDown={undo.keys}>
        <HeadlineField
          label="Headline"
          value={values.headline}
          onChange={undo.typed}
          onBlur={flush}
          onEnter={toText}
          placeholder="Subject — angle"
          readOnly={!mayWrite}
          className="mb-2 text-2xl font-medium tracking-[-0.014em]"
        />
      </HeadlineThreads>
      <div className="story-rest">
        <SourcesList
          storyId={story.id}
          actorId={actorId}
          lines={story.sources}
          can={{ write: mayWrite, editSources: mayEditSources }}
          deeds={sources}
        />
        <div data-field="body">
          <WakingEditor
            toolbarExtra={tools(claims.body.tool, marks.body.toolbarExtra)}
            dockExtra={claims.body.dockTool}
            label="Text"
            value={values.body}
            onChange={(body) => edit({ body })}
            onBlur={flush}
            editable={mayWrite}
            extraExtensions={extensions.body}
            placeholder="What happened, who says so, and what it stands on."
          />
        </div>
        <WhyItMatters
          level={level === 2 ? 3 : 4}
          toolbarExtra={tools(claims.whyItMatters.tool, marks.whyItMatters.toolbarExtra)}
          dockExtra={claims.whyItMatters.dockTool}
          label={whyLabel}
          value={values.whyItMatters}
          onChange={(whyItMatters) => edit({ whyItMatters })}
          onBlur={flush}
          extraExtensions={extensions.box}
          editable={mayWrite}
        />
      </div>
    </StorySection>
  );
});

interface StoryHeadProps extends Pick<StoryFormProps, "story" | "mayWrite"> {
  autosave: ReturnType<typeof useStoryAutosave>;
  whyLabel: string;
}

/** What is known of the story and of the saving of its words. */
function StoryHead({ story, mayWrite, autosave, whyLabel }: StoryHeadProps) {
  const { trouble, takenOver } = autosave.state;
  return (
    <>
      <MetaLine
        about={
          <>
            <AboutStory story={story} mayWrite={mayWrite} />
            <StoryLength values={autosave.values} />
          </>
        }
        phase={mayWrite ? autosave.phase : null}
        changedBy={trouble?.kind === "conflict" ? trouble.theirs.by : (takenOver?.by ?? null)}
      >
        <StoryWriters storyId={story.id} />
      </MetaLine>
      <SaveTrouble autosave={autosave} fields={views(whyLabel)} />
    </>
  );
}

/** How long the story is, its headline left out as by every counter. */
function StoryLength({ values: { body, whyItMatters } }: { values: StoryWords }) {
  const words = useWordCount(useMemo(() => [body, whyItMatters], [body, whyItMatters]));
  return words === null ? null : <> · {lengthInWords(words)}</>;
}

function views(whyLabel: string) {
  const rich = { show: (value: RichText) => <StaticText value={value} />, text: plainText };
  return {
    headline: { label: "Headline", show: (value: string) => value, text: (value: string) => value },
    body: { label: "Text", ...rich },
    whyItMatters: { label: whyLabel, ...rich },
  };
}
