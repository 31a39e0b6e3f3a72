import type { ImportedIssue } from "@/lib/importers/imported-issue";
import { week } from "@/lib/issues/schema";

/** What is wrong with the week, in a sentence; nothing when it can be kept. */
export function weekTrouble(issue: ImportedIssue): string | undefined {
  return week.safeParse(issue.week).error?.issues[0]?.message;
}

/** Why a corrected import cannot become an issue yet, in a sentence; nothing when it can. */
export function importTrouble(issue: ImportedIssue): string | undefined {
  const headlines = issue.sections.flatMap((section) => section.stories.map((story) => story.headline));
  const isBlank = [issue.title, ...headlines].some((words) => words.trim() === "");
  return isBlank ? "The issue and every story need a headline first." : weekTrouble(issue);
}
