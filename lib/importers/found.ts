import type { ImportedIssue, ImportedSource, ImportedStory, Unplaced } from "@/lib/importers/imported-issue";
import { EMPTY } from "@/lib/rich-text/document";

/** What reading a file finds; the title is null when the text has none. */
export interface Found {
  issue: Omit<ImportedIssue, "title"> & { title: string | null };
  unplaced: Unplaced[];
  /** Sources whose title is their headline's words, and stories whose box keeps a label of its own: said once. */
  drawn: Set<ImportedSource | ImportedStory>;
  /** Every word of the file, to hold against every word of the issue. */
  words: string[];
}

/** An issue in which nothing has been found yet. */
export function nothingFound(): Found["issue"] {
  return {
    title: null,
    number: null,
    standfirst: "",
    week: { from: null, to: null },
    labels: {},
    introduction: EMPTY,
    highlights: [],
    thesis: [],
    sections: [],
    closing: EMPTY,
    feedbackPrompt: "",
  };
}

/** The issue's number as titles and file names give it: "Issue 12", "No. 12", "#12", "issue-12". */
export function numberIn(text: string): number | null {
  const match = /(?:\bissue|\bno\.?|\bnumber|#)[\s_-]*(\d{1,4})\b/i.exec(text);
  const number = Number(match?.[1] ?? 0);
  return number > 0 ? number : null;
}

/**
 * The issue has one wording for its boxes: the first one found. Answers the wording of a box that has another,
 * to be kept as the box's first words, or "".
 */
export function keepBoxLabel({ issue }: Found, text: string): string {
  const label = text.replace(/:$/, "").trim();
  issue.labels.whyItMatters ??= label;
  return issue.labels.whyItMatters.toLowerCase() === label.toLowerCase() ? "" : label;
}
