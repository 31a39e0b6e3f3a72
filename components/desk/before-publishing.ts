import type { Part } from "@/components/desk/part";
import { subjectOf } from "@/components/desk/running-order-words";
import { undescribedPictures } from "@/lib/editions/pictures";
import type { IssueDraft, StoryDraft } from "@/lib/issues/schema";
import { isEmpty } from "@/lib/rich-text/document";

/** One line of what stands between the draft and its readers; `part` is where it is mended. */
export interface Finding {
  /** "blocks": publishing is refused. "asks": a person decides. */
  kind: "blocks" | "asks";
  text: string;
  part: Part | null;
}

/**
 * What publishing would stumble over or readers would miss, as far as the draft's outline shows it: no verdict on what
 * the sentences stand on. What blocks comes first; it is what publishIssue refuses.
 */
export function beforePublishing(issue: IssueDraft): Finding[] {
  const stories = issue.sections.flatMap((section) => section.stories);
  const findings: Finding[] = [];
  if (stories.length === 0)
    findings.push({ kind: "blocks", text: "There is no story in it yet.", part: null });
  for (const { place, story, sentence } of undescribedPictures(withSubjects(issue))) {
    const part = place === "story" ? (`story:${story?.id}` as const) : place;
    findings.push({ kind: "blocks", text: sentence, part });
  }
  if (isEmpty(issue.introduction)) {
    findings.push({ kind: "asks", text: "It has no introduction.", part: "introduction" });
  }
  if (issue.highlights.length === 0) {
    findings.push({ kind: "asks", text: `“${issue.labels.highlights}” is empty.`, part: "highlights" });
  }
  for (const text of aboutHighlights(issue)) findings.push({ kind: "asks", text, part: "highlights" });
  for (const finding of approvals(issue, stories)) findings.push(finding);
  for (const story of stories) {
    for (const text of aboutStory(story)) findings.push({ kind: "asks", text, part: `story:${story.id}` });
  }
  return findings;
}

function aboutHighlights({ highlights, labels, leftStories }: IssueDraft): string[] {
  const left = leftStories.filter(({ id }) => highlights.some(({ storyIds }) => storyIds.includes(id)));
  const loose = highlights.filter(({ storyIds }) => storyIds.length === 0).length;
  const gone = left.map(
    ({ headline }) => `“${labels.highlights}” points at “${subjectOf(headline)}”, which left the issue.`,
  );
  if (loose === 0) return gone;
  const lines = loose === 1 ? "A line of" : `${loose} lines of`;
  return [...gone, `${lines} “${labels.highlights}” ${loose === 1 ? "points" : "point"} at no story.`];
}

/** Publishing does not wait for approval and never changes the state of the work: a person decides. */
function approvals(issue: IssueDraft, stories: StoryDraft[]): Finding[] {
  const findings: Finding[] = [];
  if (issue.workflowState !== "approved") {
    const state = issue.workflowState === "inReview" ? "in review" : "being drafted";
    findings.push({ kind: "asks", text: `The issue is ${state}, not approved yet.`, part: null });
  }
  const open = stories.filter((story) => story.workflowState !== "approved");
  const [first] = open;
  if (first && open.length === 1) {
    const text = `“${subjectOf(first.headline)}” is not approved yet.`;
    findings.push({ kind: "asks", text, part: `story:${first.id}` });
  } else if (first) {
    const text = `${open.length} of its stories are not approved yet.`;
    findings.push({ kind: "asks", text, part: `story:${first.id}` });
  }
  return findings;
}

/** Stories go by their subject in a list, not by their whole headline. */
function withSubjects(issue: IssueDraft): IssueDraft {
  const named = (story: StoryDraft) => ({ ...story, headline: subjectOf(story.headline) });
  const sections = issue.sections.map((section) => ({ ...section, stories: section.stories.map(named) }));
  return { ...issue, sections };
}

function aboutStory(story: StoryDraft): string[] {
  const name = subjectOf(story.headline);
  const lacking = story.sources.filter((source) => source.url === null).length;
  return [
    ...(isEmpty(story.body) ? [`“${name}” has no text.`] : []),
    ...(story.sources.length === 0 ? [`“${name}” lists no source.`] : []),
    ...(lacking === 1 ? [`A source of “${name}” has no address.`] : []),
    ...(lacking > 1 ? [`${lacking} sources of “${name}” have no address.`] : []),
  ];
}
