import type { SaveIssue } from "@/components/desk/issue-words";
import type { PlanningActions } from "@/components/desk/planning-actions";
import type { RevisionActions } from "@/components/desk/revision-actions";
import type { SourceUndo } from "@/components/desk/sources-list";
import type { WorkflowActions } from "@/components/desk/workflow-actions";
import type { Result } from "@/lib/errors";
import type { IssueDraft, Order, SourceLine, StoryDraft } from "@/lib/issues/schema";
import type { PreflightLine } from "@/lib/preflight/schema";
import type { StoryUndo } from "@/lib/stories/schema";

/** An action of the server: whatever it is given is parsed there. */
type Action<I, T> = (input: I) => Promise<Result<T>>;

type SourceWords = { title: string; byline: string; publisher: string; url: string | null };
type StoryWords = { headline: string; body: unknown; whyItMatters: unknown };

/** What a story's form and its inspector need, wherever the story stands. */
export interface StoryActions {
  planning: PlanningActions;
  saveStory: Action<
    { id: string; version: number } & Partial<StoryWords>,
    { version: number; savedAt: string }
  >;
  revisions: RevisionActions;
  readStory: Action<{ id: string }, StoryDraft>;
  addSource: Action<{ storyId: string } & SourceWords, SourceLine>;
  editSource: Action<{ id: string; version: number } & Partial<SourceWords>, SourceLine>;
  arrangeSources: Action<{ storyId: string; base: string[]; sourceIds: string[] }, { sourceIds: string[] }>;
  removeSource: Action<{ storyId: string; sourceId: string }, { undo: SourceUndo }>;
  restoreSource: Action<SourceUndo, SourceLine>;
  workflow: WorkflowActions;
}

interface SectionUndo {
  issueId: string;
  title: string;
  position: number;
  storyIds: string[];
}

/** What the page of an issue can do; app/(desk)/desk/issues/[id]/actions.ts gives them. */
export interface IssueActions extends StoryActions {
  readIssue: Action<{ id: string }, IssueDraft>;
  saveIssue: SaveIssue;
  publishIssue: Action<
    { id: string; override?: { reason: string } },
    { slug: string; edition: number; hash: string }
  >;
  getPreflight: Action<{ issueId: string }, PreflightLine[]>;
  arrangeStories: Action<
    { issueId: string; baseVersion: number; order: Order },
    { orderVersion: number; order: Order }
  >;
  addSection: Action<{ issueId: string; title: string }, { id: string; orderVersion: number }>;
  renameSection: Action<{ id: string; version: number; title: string }, { version: number }>;
  removeSection: Action<{ id: string }, { orderVersion: number; undo: SectionUndo }>;
  restoreSection: Action<SectionUndo, { id: string; orderVersion: number }>;
  addStory: Action<
    { sectionId: string | null; headline: string },
    { id: string; orderVersion: number | null }
  >;
  removeStory: Action<{ id: string }, { orderVersion: number | null; undo: StoryUndo }>;
  unplaceStory: Action<{ id: string }, { orderVersion: number | null; undo: StoryUndo }>;
  restoreStory: Action<StoryUndo, { orderVersion: number | null }>;
}
