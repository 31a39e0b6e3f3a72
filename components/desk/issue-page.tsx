"use client";

import {
  type Dispatch,
  memo,
  type SetStateAction,
  useCallback,
  useMemo,
  useRef,
  useSyncExternalStore,
} from "react";
import { ClosingForm } from "@/components/desk/closing-form";
import { DrawHighlightContext, useDrawHighlight } from "@/components/desk/draw-highlight";
import { useSearchedIssue } from "@/components/desk/find/use-searched-issue";
import { FrontForm } from "@/components/desk/front-form";
import type { IssueActions } from "@/components/desk/issue-actions";
import { withSection, withSource, withStory, withWords } from "@/components/desk/issue-copy";
import { type SaveIssue, useIssueAutosave } from "@/components/desk/issue-words";
import { MovingParts } from "@/components/desk/moving-parts";
import { PageEnd } from "@/components/desk/page-end";
import type { SelectPart } from "@/components/desk/part";
import type { StructureChanges } from "@/components/desk/running-order-context";
import type { RunningOrderStore } from "@/components/desk/running-order-store";
import { SectionTitle } from "@/components/desk/section-title";
import { Sheet } from "@/components/desk/sheet";
import { StoryForm } from "@/components/desk/story-form";
import { StoryNumbers } from "@/components/desk/story-number";
import { StoryOutline } from "@/components/desk/story-outline";
import { type Copy, useStoryDeeds } from "@/components/desk/use-story-deeds";
import { useUnfolding } from "@/components/desk/use-unfolding";
import { numberStories } from "@/lib/issues/order";
import type { IssueDraft, SectionDraft, StoryDraft } from "@/lib/issues/schema";
import { type Actor, can } from "@/lib/policy";

interface IssuePageProps {
  issue: IssueDraft;
  setIssue: Dispatch<SetStateAction<IssueDraft>>;
  store: RunningOrderStore;
  changes: StructureChanges;
  actor: Actor;
  actions: IssueActions;
  onSelect: SelectPart;
  /** The story that the page was opened at, if it was opened at one. */
  start: string | null;
}

/** The whole issue on one sheet, in the order readers meet it, every word of it edited where it stands. */
export const IssuePage = memo(function IssuePage(props: IssuePageProps) {
  const { issue, setIssue, store, changes, actor, actions, onSelect, start } = props;
  const { order } = useSyncExternalStore(store.subscribe, store.getState, store.getState);
  const { saveIssue, renameSection, deeds } = usePageDeeds(actions, setIssue);
  const actorId = actor.id ?? "";
  const editable = can(actor, "issue.edit");
  const autosave = useIssueAutosave(issue, actorId, saveIssue);
  const sheet = useRef<HTMLDivElement>(null);
  const extensions = useSearchedIssue(autosave, editable, () => sheet.current);
  const draw = useDrawHighlight(autosave, editable, onSelect);
  const numbers = useMemo(() => numberStories(order), [order]);
  const { sections, stories } = useMemo(() => byId(issue), [issue]);
  const choices = order.flatMap(({ storyIds }) =>
    storyIds.map((id) => ({
      id,
      number: numbers.get(id) ?? null,
      headline: stories.get(id)?.headline ?? "",
    })),
  );
  const isThere = useUnfolding(
    order.flatMap((section) => section.storyIds),
    start,
  );
  const titleOf = (section: SectionDraft) => (
    <SectionTitle section={section} actorId={actorId} editable={editable} renameSection={renameSection} />
  );
  const formOf = (story: StoryDraft) => (
    <div className="pt-10">
      {isThere(story.id) ? (
        <StoryForm
          story={story}
          actorId={actorId}
          mayWrite={can(actor, "story.write", { ownerId: story.authorId })}
          mayEditSources={can(actor, "source.edit")}
          whyLabel={issue.labels.whyItMatters}
          {...deeds}
        />
      ) : (
        <StoryOutline story={story} />
      )}
    </div>
  );
  // One flat list, so that a story that moves to another section stays the same form, with its undo and its caret.
  const parts = order.flatMap(({ sectionId, storyIds }) => {
    const section = sections.get(sectionId);
    const title = section ? [{ id: sectionId, content: titleOf(section) }] : [];
    const forms = storyIds.flatMap((id) => {
      const story = stories.get(id);
      return story ? [{ id, content: formOf(story) }] : [];
    });
    return [...title, ...forms];
  });
  return (
    <Sheet ref={sheet}>
      <FrontForm
        autosave={autosave}
        stories={choices}
        left={issue.leftStories}
        isPublished={issue.publicationState !== "unpublished"}
        editable={editable}
        extensions={extensions.introduction}
      />
      <StoryNumbers value={numbers}>
        <DrawHighlightContext value={draw}>
          <MovingParts parts={parts} />
        </DrawHighlightContext>
      </StoryNumbers>
      {can(actor, "issue.arrange") ? (
        <PageEnd changes={changes} lastSectionId={order.at(-1)?.sectionId ?? null} />
      ) : null}
      <ClosingForm autosave={autosave} editable={editable} extensions={extensions.closing} />
    </Sheet>
  );
});

/** The server's actions, each with the copy on the screen kept in step; the same functions from render to render. */
function usePageDeeds(actions: IssueActions, setIssue: Dispatch<SetStateAction<IssueDraft>>) {
  const copy = useMemo<Copy>(
    () => ({
      changeStory: (id, change) => setIssue((held) => withStory(held, id, change)),
      changeSource: (line) => setIssue((held) => withSource(held, line)),
    }),
    [setIssue],
  );
  const deeds = useStoryDeeds(actions, copy);
  const saveIssue = useCallback<SaveIssue>(
    async (input) => {
      const result = await actions.saveIssue(input);
      if (result.ok) setIssue((held) => withWords(held, input, result.value.version));
      return result;
    },
    [actions, setIssue],
  );
  const renameSection = useCallback<IssueActions["renameSection"]>(
    async (input) => {
      const result = await actions.renameSection(input);
      if (result.ok) {
        const saved = { title: input.title, version: result.value.version };
        setIssue((held) => withSection(held, input.id, saved));
      }
      return result;
    },
    [actions, setIssue],
  );
  return { saveIssue, renameSection, deeds };
}

function byId(issue: IssueDraft) {
  const sections = new Map<string, SectionDraft>(issue.sections.map((section) => [section.id, section]));
  const stories = new Map<string, StoryDraft>(
    issue.sections.flatMap((section) => section.stories).map((story) => [story.id, story]),
  );
  return { sections, stories };
}
