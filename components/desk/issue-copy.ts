import { valuesOfIssue } from "@/components/desk/issue-values";
import type { SaveIssue } from "@/components/desk/issue-words";
import { equal } from "@/lib/equal";
import type { IssueDraft, SourceLine, StoryDraft } from "@/lib/issues/schema";
import type { What, Work } from "@/lib/workflow/schema";

// The copy of an issue that one screen holds, changed as the server confirms each thing, without reading it all again.

/** What was approved asks for approval again, as the server has it by now (lib/workflow/approval.ts). */
function unapproved<T extends Work>(work: T): T {
  if (work.workflowState !== "approved") return work;
  return { ...work, workflowState: "inReview", approvedBy: null, approvedAt: null };
}

function shownOf({ headline, body, whyItMatters, followsId, sources }: StoryDraft) {
  return [headline, body, whyItMatters, followsId, sources.map(({ version: _, ...line }) => line)];
}

/** The story as it is after a change; not approved any more, where readers would see the change. */
export function changedStory(before: StoryDraft, after: StoryDraft): StoryDraft {
  return equal(shownOf(before), shownOf(after)) ? after : unapproved(after);
}

/** The issue with the work on it, or on one of its stories, as the server says it stands. */
export function withWork(issue: IssueDraft, what: What, id: string, work: Work): IssueDraft {
  if (what === "issue") return { ...issue, ...work };
  const sections = issue.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => (story.id === id ? { ...story, ...work } : story)),
  }));
  return { ...issue, sections };
}

/** The issue with one story changed. What readers see differs now, where there is an edition. */
export function withStory(
  issue: IssueDraft,
  id: string,
  change: (story: StoryDraft) => StoryDraft,
): IssueDraft {
  let shows = false;
  const follow = (story: StoryDraft) => {
    const next = change(story);
    shows ||= !equal(shownOf(story), shownOf(next));
    return changedStory(story, next);
  };
  const sections = issue.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => (story.id === id ? follow(story) : story)),
  }));
  return shows ? touched({ ...issue, sections }) : { ...issue, sections };
}

/** The issue with one story as it was read just now; nothing goes back to before what this screen saved meanwhile. */
export function withRead(issue: IssueDraft, read: StoryDraft): IssueDraft {
  return withStory(issue, read.id, (held) =>
    held.version > read.version ? held : { ...read, number: held.number },
  );
}

/** The issue with a section's title as it was saved. */
export function withSection(
  issue: IssueDraft,
  id: string,
  saved: { title: string; version: number },
): IssueDraft {
  const sections = issue.sections.map((section) => (section.id === id ? { ...section, ...saved } : section));
  return touched({ ...issue, sections });
}

/** The issue as something readers see was saved; publishing compares the words themselves. */
export function touched(issue: IssueDraft): IssueDraft {
  return unapproved({ ...issue, changedSincePublished: issue.latestEdition !== null });
}

/** The issue with its own words as they were saved; a new highlight's id is known with the next reading. */
export function withWords(issue: IssueDraft, saved: Parameters<SaveIssue>[0], version: number): IssueDraft {
  const { id, highlights, ...words } = saved;
  const lines = highlights?.map((line, index) => ({ ...line, id: line.id ?? `new-${index}` }));
  const next = { ...issue, ...words, highlights: lines ?? issue.highlights, id, version };
  return equal({ ...next, version: issue.version }, issue) ? next : touched(next);
}

/** What was read just now, except that nothing goes back to before what this screen saved meanwhile. */
export function newest(held: IssueDraft, read: IssueDraft): IssueDraft {
  const stories = new Map(
    held.sections.flatMap((section) => section.stories).map((story) => [story.id, story]),
  );
  const sections = read.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => {
      const own = stories.get(story.id);
      if (!own) return story;
      // The same object where nothing changed, so that its form is not rendered again.
      return own.version > story.version || equal(own, story) ? own : story;
    }),
  }));
  return held.version > read.version ? { ...read, ...wordsOf(held), sections } : { ...read, sections };
}

const wordsOf = (issue: IssueDraft) => ({ ...valuesOfIssue(issue), version: issue.version });

/** A source as it is now in every story that has it. */
export function withSource(issue: IssueDraft, line: SourceLine): IssueDraft {
  const sections = issue.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) =>
      changedStory(story, {
        ...story,
        sources: story.sources.map((source) => (source.id === line.id ? line : source)),
      }),
    ),
  }));
  return touched({ ...issue, sections });
}

/** The lines in the order of `ids`; those that are not named are gone. */
export function arranged(lines: SourceLine[], ids: string[]): SourceLine[] {
  return ids.flatMap((id) => lines.find((line) => line.id === id) ?? []);
}
