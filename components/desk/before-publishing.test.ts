import { expect, test } from "vitest";
import { beforePublishing } from "@/components/desk/before-publishing";
import { DEFAULT_LABELS } from "@/lib/issues/labels";
import type { IssueDraft, StoryDraft } from "@/lib/issues/schema";
import { EMPTY, type RichText } from "@/lib/rich-text/document";

const words: RichText = {
  type: "doc",
  content: [{ type: "paragraph", content: [{ type: "text", text: "Words." }] }],
};

const APPROVED = {
  workflowState: "approved",
  assignee: null,
  dueOn: null,
  approvedBy: "Ana",
  approvedAt: "2026-03-20T10:00:00.000Z",
} as const;

function issue(stories: StoryDraft[], given: Partial<IssueDraft> = {}): IssueDraft {
  return {
    id: "issue",
    title: "An issue",
    number: null,
    slug: "an-issue",
    standfirst: "",
    week: { from: null, to: null },
    labels: DEFAULT_LABELS,
    introduction: words,
    highlights: [{ id: "h", text: "A highlight", storyIds: ["a"] }],
    thesis: [],
    closing: EMPTY,
    feedbackPrompt: "",
    version: 1,
    ...APPROVED,
    publicationState: "unpublished",
    orderVersion: 1,
    latestEdition: null,
    changedSincePublished: false,
    sections: [{ id: "section", title: "", version: 1, stories }],
    leftStories: [],
    ...given,
  };
}

function story(id: string, urls: (string | null)[], body = words): StoryDraft {
  const sources = urls.map((url, index) => ({
    id: `${id}-${index}`,
    title: "A page",
    byline: "",
    publisher: "",
    url,
    publishedAt: null,
    version: 1,
  }));
  return {
    id,
    anchor: "s-0000000000",
    number: 1,
    headline: "Subject — angle",
    body,
    whyItMatters: EMPTY,
    authorId: null,
    authorName: null,
    ...APPROVED,
    version: 1,
    followsId: null,
    sources,
  };
}

test("a complete issue has nothing open", () => {
  expect(beforePublishing(issue([story("a", ["https://example.org"])]))).toEqual([]);
});

test("only an issue without a story is blocked", () => {
  expect(beforePublishing(issue([]))).toEqual([
    { kind: "blocks", text: "There is no story in it yet.", part: null },
  ]);
});

test("what readers would miss is named and leads to where it is mended", () => {
  const open = beforePublishing(
    issue([story("a", [null]), story("b", [], EMPTY), story("c", [null, null, "https://example.org"])], {
      introduction: EMPTY,
      highlights: [],
    }),
  );
  expect(open.map(({ text, part }) => [text, part])).toEqual([
    ["It has no introduction.", "introduction"],
    ["“What matters this week” is empty.", "highlights"],
    ["A source of “Subject” has no address.", "story:a"],
    ["“Subject” has no text.", "story:b"],
    ["“Subject” lists no source.", "story:b"],
    ["2 sources of “Subject” have no address.", "story:c"],
  ]);
});

test("a highlight that points at a story that left, or at none, is named", () => {
  const open = beforePublishing(
    issue([story("a", ["https://example.org"])], {
      highlights: [
        { id: "h", text: "Of the one that left", storyIds: ["a", "gone"] },
        { id: "i", text: "Of nothing", storyIds: [] },
      ],
      leftStories: [
        { id: "gone", headline: "Tram — it went", where: "backlog", issueId: null },
        { id: "unlinked", headline: "Unlinked meanwhile", where: "trash", issueId: null },
      ],
    }),
  );
  expect(open.map(({ text, part }) => [text, part])).toEqual([
    ["“What matters this week” points at “Tram”, which left the issue.", "highlights"],
    ["A line of “What matters this week” points at no story.", "highlights"],
  ]);
});

test("what is not approved is worth a look and blocks nothing", () => {
  const drafting = {
    ...story("a", ["https://example.org"]),
    ...APPROVED,
    workflowState: "drafting",
  } as const;
  const open = (given: Partial<IssueDraft>, ...stories: StoryDraft[]) =>
    beforePublishing(issue(stories, given)).map(({ kind, text }) => [kind, text]);
  expect(open({ workflowState: "inReview" }, story("b", ["https://example.org"]))).toEqual([
    ["asks", "The issue is in review, not approved yet."],
  ]);
  expect(open({ workflowState: "drafting" }, drafting)).toEqual([
    ["asks", "The issue is being drafted, not approved yet."],
    ["asks", "“Subject” is not approved yet."],
  ]);
  expect(open({}, drafting, { ...drafting, id: "c", workflowState: "inReview" })).toEqual([
    ["asks", "2 of its stories are not approved yet."],
  ]);
});

test("a picture without alternative text blocks, and leads to where it stands", () => {
  const picture = (alt: string) => ({ type: "figure", attrs: { imageId: "a", alt } });
  const withPicture = (alt: string): RichText => ({ ...words, content: [...words.content, picture(alt)] });
  const open = beforePublishing(
    issue(
      [
        story("a", ["https://example.org"], withPicture(" ")),
        story("b", ["https://x.org"], withPicture("Sea")),
      ],
      {
        closing: withPicture(""),
      },
    ),
  );
  expect(open).toEqual([
    { kind: "blocks", text: "A picture in “Subject” has no alternative text.", part: "story:a" },
    { kind: "blocks", text: "A picture in the closing has no alternative text.", part: "closing" },
  ]);
});
