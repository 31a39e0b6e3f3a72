import { z } from "zod";
import { id } from "@/lib/id";
import type { WorkflowState } from "@/lib/issues/schema";
import { type Seen, seenInput } from "@/lib/workflow/seen";

/** What work is done on. */
export type What = "story" | "issue";

export const STATES = ["drafting", "inReview", "approved"] as const satisfies WorkflowState[];

export interface Person {
  id: string;
  name: string;
}

/** How far the work on a story or an issue is, and who sees it through. Readers see nothing of it. */
export interface Work {
  workflowState: WorkflowState;
  assignee: Person | null;
  /** An ISO date without a zone: a day on the wall calendar. */
  dueOn: string | null;
  /** Name of who approved it, while it is approved. */
  approvedBy: string | null;
  /** ISO moment. */
  approvedAt: string | null;
}

/** The work as it stands, with the version of the words it is about: what every command of the workflow answers. */
export interface StandingWork extends Work {
  version: number;
}

const what = z.enum(["story", "issue"]);
/** The state that the person saw when they chose the next one. */
const from = z.enum(STATES);

export const moveInput = z.strictObject({ what, id, from });

export const approveInput = z.strictObject({
  what,
  id,
  from,
  /** What was read: nothing else is approved. */
  seen: seenInput,
  /** Approving an issue: those of its stories that are not approved and may stay so. */
  despite: z.array(id).max(1_000).default([]),
});

const day = z.iso
  .date({ error: "A due date is a day, such as 2026-03-14." })
  .refine((date) => date >= "1900" && date < "2200", {
    error: "A due date lies between the years 1900 and 2199.",
  });
const assignment = { assigneeId: id.nullable(), dueOn: day.nullable() };

export const assignInput = z.strictObject({
  what,
  id,
  /** What the person saw; a field that is the same here and below stays as it stands. */
  base: z.strictObject(assignment),
  ...assignment,
});

export const boardInput = z.strictObject({ issueId: id.nullable() });

/** A person whom work can be given to. */
export interface Colleague extends Person {
  role: "admin" | "editor" | "contributor";
}

/** A story that keeps an issue from being approved without a question. */
export interface OpenStory {
  id: string;
  number: number;
  headline: string;
  workflowState: WorkflowState;
}

/** What is still open about a story: counts, and whether it has text at all. */
export interface OpenQuestions {
  hasText: boolean;
  sources: number;
  sourcesWithoutAddress: number;
  /** Open comment threads and suggestions. */
  threads: number;
}

/** A story on the board. */
export interface BoardCard extends StandingWork {
  id: string;
  /** Null in the backlog. */
  number: number | null;
  headline: string;
  authorId: string | null;
  authorName: string | null;
  issueId: string | null;
  /** "Issue 13", or its title while it has no number; null in the backlog. */
  issueName: string | null;
  sectionId: string | null;
  sectionTitle: string | null;
  seen: Seen;
  open: OpenQuestions;
}

/** The board of one issue, or of everything that readers do not have yet. */
export interface Board {
  issue: (StandingWork & { id: string; number: number | null; title: string }) | null;
  cards: BoardCard[];
}

/** One line of "my work": a story or an issue. */
export interface WorkLine {
  what: What;
  id: string;
  /** A story's headline or an issue's title. */
  title: string;
  issueName: string | null;
  workflowState: WorkflowState;
  dueOn: string | null;
}
