import type { SaveIssue } from "@/components/desk/issue-words";
import { equal } from "@/lib/equal";
import type { IssueDraft, SourceLine, StoryDraft } from "@/lib/issues/schema";

// The copy of an issue that one screen holds, changed as the server confirms each thing, without reading it all again.

/** The issue with one story changed. What readers see differs now, where there is an edition. */
export function withStory(
  issue: IssueDraft,
  id: string,
  change: (story: StoryDraft) => StoryDraft,
): IssueDraft {
  const sections = issue.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => (story.id === id ? change(story) : story)),
  }));
  return touched({ ...issue, sections });
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
  return { ...issue, changedSincePublished: issue.latestEdition !== null };
}

/** The issue with its own words as they were saved; a new highlight's id is known with the next reading. */
export function withWords(issue: IssueDraft, saved: Parameters<SaveIssue>[0], version: number): IssueDraft {
  const { id, highlights, ...words } = saved;
  const lines = highlights?.map((line, index) => ({ ...line, id: line.id ?? `new-${index}` }));
  return touched({ ...issue, ...words, highlights: lines ?? issue.highlights, id, version });
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

function wordsOf(issue: IssueDraft) {
  const { title, number, slug, standfirst, week, labels, introduction, highlights, thesis, closing } = issue;
  const { feedbackPrompt, version } = issue;
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
    version,
  };
}

/** A source as it is now in every story that has it. */
export function withSource(issue: IssueDraft, line: SourceLine): IssueDraft {
  const sections = issue.sections.map((section) => ({
    ...section,
    stories: section.stories.map((story) => ({
      ...story,
      sources: story.sources.map((source) => (source.id === line.id ? line : source)),
    })),
  }));
  return touched({ ...issue, sections });
}

/** The lines in the order of `ids`; those that are not named are gone. */
export function arranged(lines: SourceLine[], ids: string[]): SourceLine[] {
  return ids.flatMap((id) => lines.find((line) => line.id === id) ?? []);
}
