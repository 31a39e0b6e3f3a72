import type { IssueWords } from "@/lib/issues/schema";

/** An issue's own words, as its form holds them. */
export type IssueValues = Omit<IssueWords, "version">;

/** The words among all that is known of an issue. */
export function valuesOfIssue(words: IssueWords): IssueValues {
  const { title, number, slug, standfirst, week, labels } = words;
  const { introduction, highlights, thesis, closing, feedbackPrompt } = words;
  return {
    title,
    number,
    slug,
    standfirst,
    week,
    labels,
    introduction,
    highlights,
    thesis,
    closing,
    feedbackPrompt,
  };
}
