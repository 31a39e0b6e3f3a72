import { z } from "zod";
import { id } from "@/lib/id";
import { type Labels, labels } from "@/lib/issues/labels";
import { oneLine } from "@/lib/one-line";
import { type RichText, richText } from "@/lib/rich-text/document";
import type { ReadingFailure, SourceState } from "@/lib/sources/state";
import type { Work } from "@/lib/workflow/schema";

export type WorkflowState = "drafting" | "inReview" | "approved";
export type PublicationState = "unpublished" | "scheduled" | "published" | "withdrawn";

/** ISO dates, both included; null where nobody has said yet. */
export interface Week {
  from: string | null;
  to: string | null;
}

/** `publishedAt` is an ISO moment. */
export interface LatestEdition {
  number: number;
  publishedAt: string;
}

export interface IssueSummary {
  id: string;
  number: number | null;
  slug: string;
  title: string;
  week: Week;
  workflowState: WorkflowState;
  publicationState: PublicationState;
  stories: number;
  updatedAt: string;
  latestEdition: LatestEdition | null;
  changedSincePublished: boolean;
}

/** What is known of a source's page. Moments are ISO. */
export interface SourceLook {
  state: SourceState;
  stateSince: string | null;
  /** A look was asked for and has not ended. */
  askedAt: string | null;
  /** Why the last look brought no text; null when it did, or before the first. */
  failure: ReadingFailure | null;
}

export interface SourceLine {
  id: string;
  title: string;
  byline: string;
  publisher: string;
  url: string | null;
  publishedAt: string | null;
  version: number;
  /** On the desk only: no part of what readers see. */
  look?: SourceLook;
}

export interface StoryDraft extends Work {
  id: string;
  anchor: string;
  /** Derived from the order, from 1 through the issue; null outside an issue. */
  number: number | null;
  headline: string;
  body: RichText;
  whyItMatters: RichText;
  authorId: string | null;
  authorName: string | null;
  version: number;
  /** The earlier story it follows up. */
  followsId: string | null;
  sources: SourceLine[];
}

export interface SectionDraft {
  id: string;
  title: string;
  version: number;
  stories: StoryDraft[];
}

export interface HighlightDraft {
  id: string;
  text: string;
  storyIds: string[];
}

/** A story that a highlight of the issue points at although it stands in it no longer; its link is kept for its return. */
export interface LeftStory {
  id: string;
  headline: string;
  where: "backlog" | "trash" | "elsewhere";
  /** The issue it stands in now, where that is another one. */
  issueId: string | null;
}

/** What `saveIssue` writes: the issue's own words. */
export interface IssueWords {
  title: string;
  number: number | null;
  slug: string;
  standfirst: string;
  week: Week;
  labels: Labels;
  introduction: RichText;
  highlights: HighlightDraft[];
  thesis: string[];
  closing: RichText;
  feedbackPrompt: string;
  version: number;
}

export interface IssueDraft extends IssueWords, Work {
  id: string;
  publicationState: PublicationState;
  orderVersion: number;
  latestEdition: LatestEdition | null;
  changedSincePublished: boolean;
  sections: SectionDraft[];
  leftStories: LeftStory[];
}

/** The whole running order: every section, every story, in sequence. */
export type Order = { sectionId: string; storyIds: string[] }[];

/** What a refused `arrangeStories` gives back, so that the screen can show the order that stands. */
export interface StandingOrder {
  orderVersion: number;
  sections: { id: string; title: string; stories: { id: string; headline: string }[] }[];
}

const version = z.int().positive().max(2_147_483_647);

export const issueTitle = oneLine()
  .min(1, { error: "An issue needs a title." })
  .max(200, { error: "A title has at most 200 characters." });

/** Lower-case words joined by hyphens: the issue's address. */
export const issueSlug = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: "An address has lower-case letters, digits and single hyphens, such as issue-12.",
  })
  .max(120, { error: "An address has at most 120 characters." });

const NOT_A_DAY = "A week lies between the years 1900 and 2199.";
const day = z.iso
  .date({ error: NOT_A_DAY })
  .refine((date) => date >= "1900" && date < "2200", { error: NOT_A_DAY });

export const week = z
  .strictObject({ from: day.nullable(), to: day.nullable() })
  .refine((value) => value.from === null || value.to === null || value.from <= value.to, {
    error: "The week ends before it begins.",
  });

const text = (what: string, most: number) =>
  oneLine().max(most, { error: `${what} has at most ${most} characters.` });

/** An issue's number; the next one must fit the database's integer too. */
export const issueNumber = z
  .int()
  .positive({ error: "An issue's number counts from 1." })
  .max(999_999, { error: "An issue's number has at most six digits." });

export const createIssueInput = z.strictObject({ title: issueTitle });

export const saveIssueInput = z.strictObject({
  id,
  version,
  title: issueTitle.optional(),
  number: issueNumber.nullable().optional(),
  slug: issueSlug.optional(),
  standfirst: text("A standfirst", 600).optional(),
  week: week.optional(),
  labels: labels.optional(),
  introduction: richText.optional(),
  highlights: z
    .array(
      z.strictObject({
        id: id.optional(),
        text: text("A highlight", 600).min(1, { error: "A highlight needs words." }),
        storyIds: z.array(id).max(50),
      }),
    )
    .max(50)
    .optional(),
  thesis: z.array(text("A thesis line", 600).min(1)).max(10).optional(),
  closing: richText.optional(),
  feedbackPrompt: text("A feedback prompt", 600).optional(),
});

export const sectionTitle = text("A section's title", 200);

export const arrangeStoriesInput = z.strictObject({
  issueId: id,
  baseVersion: version,
  order: z.array(z.strictObject({ sectionId: id, storyIds: z.array(id).max(500) })).max(200),
});

export const addSectionInput = z.strictObject({ issueId: id, title: sectionTitle });
export const renameSectionInput = z.strictObject({ id, version, title: sectionTitle });
export const removeSectionInput = z.strictObject({ id });
export const restoreSectionInput = z.strictObject({
  issueId: id,
  title: sectionTitle,
  position: z.int().positive(),
  storyIds: z.array(id).max(500),
});
export const issueIdInput = z.strictObject({ id });
