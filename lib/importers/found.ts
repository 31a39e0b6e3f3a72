import type { ImportedIssue, ImportedSource, Unplaced } from "@/lib/importers/imported-issue";
import { EMPTY } from "@/lib/rich-text/document";

/** What reading a file finds; the title is null when the text has none. */
export interface Found {
  issue: Omit<ImportedIssue, "title"> & { title: string | null };
  unplaced: Unplaced[];
  /** Sources whose title is part of their story's headline: shown twice, but said once. */
  drawn: Set<ImportedSource>;
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
