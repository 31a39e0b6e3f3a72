"use client";

import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useAutosave } from "@/components/desk/autosave";
import { type Newer, YOU } from "@/components/desk/autosave-state";
import { HeadlineField } from "@/components/desk/headline-field";
import { subjectOf } from "@/components/desk/running-order-words";
import { SaveTrouble } from "@/components/desk/save-trouble";
import { Sheet } from "@/components/desk/sheet";
import { type SourceDeeds, SourcesList } from "@/components/desk/sources-list";
import { RichTextEditor } from "@/components/editor/rich-text-editor";
import { StaticText } from "@/components/editor/static-text";
import type { Result } from "@/lib/errors";
import type { StoryDraft } from "@/lib/issues/schema";
import { isEmpty, type RichText } from "@/lib/rich-text/document";
import { documentMerge } from "@/lib/rich-text/merge";
import { plainText } from "@/lib/rich-text/plain-text";
import type { StandingStory } from "@/lib/stories/schema";

interface StoryWords {
  headline: string;
  body: RichText;
  whyItMatters: RichText;
}

export interface StoryFormProps {
  story: StoryDraft;
  /** The contributor's id: unsaved words are kept in the browser under it. */
  actorId: string;
  can: {
    write: boolean;
    /** Editing a source that other stories may share. */
    editSources: boolean;
    /** Why not, where `write` is false: one sentence. */
    why?: string;
  };
  /** The house's label of the box. */
  whyLabel?: string;
  saveStory(
    input: { id: string; version: number } & Partial<StoryWords>,
  ): Promise<Result<{ version: number; savedAt: string }>>;
  sources: SourceDeeds;
}

/** A story on the sheet: headline, sources, body and box, saved while they are typed. */
export function StoryForm(props: StoryFormProps) {
  // Another story is another form: nothing of one may reach the other.
  return <OpenStory key={props.story.id} {...props} />;
}

function OpenStory({
  story,
  actorId,
  can,
  whyLabel = "Why this matters",
  saveStory,
  sources,
}: StoryFormProps) {
  const autosave = useStoryAutosave(story, actorId, saveStory);
  const { values, edit, flush } = autosave;
  const sheet = useRef<HTMLDivElement>(null);
  const about = can.write ? byline(story) : `Read only. ${can.why ?? ""}`;
  const { trouble, takenOver } = autosave.state;
  const changedBy = trouble?.kind === "conflict" ? trouble.theirs.by : takenOver?.by;
  return (
    <div ref={sheet}>
      <Sheet
        number={story.number}
        about={about}
        phase={can.write ? autosave.phase : null}
        changedBy={changedBy}
      >
        <SaveTrouble autosave={autosave} fields={views(whyLabel)} />
        <h2>
          <HeadlineField
            label="Headline"
            value={values.headline}
            onChange={(headline) => edit({ headline })}
            onBlur={flush}
            onEnter={() => sheet.current?.querySelector<HTMLElement>(".rich-text[contenteditable]")?.focus()}
            placeholder="Subject — angle"
            readOnly={!can.write}
            className="mb-2 text-2xl font-medium tracking-[-0.014em]"
          />
        </h2>
        <SourcesList storyId={story.id} actorId={actorId} lines={story.sources} can={can} deeds={sources} />
        <RichTextEditor
          label="Text"
          value={values.body}
          onChange={(body) => edit({ body })}
          onBlur={flush}
          editable={can.write}
          placeholder="What happened, who says so, and what it stands on."
        />
        <WhyItMatters
          label={whyLabel}
          value={values.whyItMatters}
          onChange={(whyItMatters) => edit({ whyItMatters })}
          onBlur={flush}
          editable={can.write}
        />
      </Sheet>
    </div>
  );
}

function useStoryAutosave(story: StoryDraft, actorId: string, saveStory: StoryFormProps["saveStory"]) {
  const { id, version, headline, body, whyItMatters } = story;
  const values = useMemo(() => ({ headline, body, whyItMatters }), [headline, body, whyItMatters]);
  const save = useCallback(
    (base: number, patch: Partial<StoryWords>) => saveStory({ id, version: base, ...patch }),
    [id, saveStory],
  );
  return useAutosave<StoryWords>({
    key: `story:${id}:${actorId}`,
    name: nameOfStory,
    values,
    version,
    save,
    readConflict: (details) => readConflict(details, actorId),
    merges: MERGES,
  });
}

const MERGES = { body: documentMerge, whyItMatters: documentMerge };

const nameOfStory = ({ headline }: StoryWords) => `“${subjectOf(headline)}”`;

function readConflict(details: unknown, actorId: string): Newer<StoryWords> | null {
  const current = (details as Partial<StandingStory> | undefined)?.current;
  if (!current) return null;
  const { version, headline, body, whyItMatters, savedBy, savedById } = current;
  return { version, values: { headline, body, whyItMatters }, by: savedById === actorId ? YOU : savedBy };
}

function views(whyLabel: string) {
  const rich = { show: (value: RichText) => <StaticText value={value} />, text: plainText };
  return {
    headline: { label: "Headline", show: (value: string) => value, text: (value: string) => value },
    body: { label: "Text", ...rich },
    whyItMatters: { label: whyLabel, ...rich },
  };
}

function byline(story: StoryDraft): ReactNode {
  const place = story.number === null ? "Backlog" : `Story ${story.number}`;
  return story.authorName ? (
    <>
      {place} · <bdi>{story.authorName}</bdi>
    </>
  ) : (
    place
  );
}

interface WhyItMattersProps {
  label: string;
  value: RichText;
  onChange(value: RichText): void;
  onBlur(): void;
  editable: boolean;
}

/** The editor's own voice, in its box; until somebody has something to say, one quiet line. */
function WhyItMatters({ label, value, editable, ...events }: WhyItMattersProps) {
  const [wanted, setWanted] = useState(false);
  if (isEmpty(value) && !wanted) {
    if (!editable) return null;
    return (
      <button
        type="button"
        onClick={() => setWanted(true)}
        className="mt-6 w-full rounded-control border-l-3 border-hair px-5 py-3 text-left text-base text-quiet hover:border-line hover:bg-desk hover:text-ink"
      >
        Add “{label}”
      </button>
    );
  }
  return (
    <section aria-label={label} className="relative mt-6 border-l-3 border-line bg-desk px-5 py-4">
      <h3 className="mb-2 flex min-h-7 items-center text-sm font-semibold">
        <span aria-hidden className="mr-1.5">
          ✎
        </span>
        {label}
      </h3>
      <RichTextEditor
        {...events}
        label={label}
        value={value}
        editable={editable}
        variant="box"
        placeholder="The inference you draw, in your own voice."
        autoFocus={wanted}
      />
    </section>
  );
}
