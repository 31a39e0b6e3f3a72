import { expect, test } from "vitest";
import { aDraft, aStory, said, saidOf } from "@/lib/preflight/test-draft";
import { EMPTY } from "@/lib/rich-text/document";

test("issue-without-story", () => {
  expect(said("issue-without-story", aDraft({ stories: [] }))).toEqual(["There is no story in it yet."]);
  expect(said("issue-without-story", aDraft())).toEqual([]);
});

test("introduction-missing and highlights-missing", () => {
  expect(said("introduction-missing", aDraft({ introduction: EMPTY }))).toHaveLength(1);
  expect(said("introduction-missing", aDraft())).toEqual([]);
  expect(said("highlights-missing", aDraft({ highlights: [] }))).toEqual([
    "“What matters this week” is empty.",
  ]);
  expect(said("highlights-missing", aDraft())).toEqual([]);
});

test("a highlight without a story, or to one that left", () => {
  const loose = aDraft({ highlights: [{ id: "h", text: "Of nothing", storyIds: [] }] });
  expect(said("highlight-without-story", loose)).toEqual([
    "“Of nothing” in “What matters this week” points at no story.",
  ]);
  expect(said("highlight-without-story", aDraft())).toEqual([]);
  const left = aDraft({
    highlights: [{ id: "h", text: "Of two", storyIds: ["story", "gone"] }],
    leftStories: [{ id: "gone", headline: "Tram", where: "backlog", issueId: null }],
  });
  expect(said("highlight-to-story-elsewhere", left)).toEqual([
    "“Of two” in “What matters this week” points at “Tram”, which left the issue.",
  ]);
  expect(said("highlight-to-story-elsewhere", { ...left, leftStories: [] })).toEqual([]);
});

test("headline-is-address", () => {
  for (const headline of ["example.org/terns?page=2", "https://example.org", "127.0.0.1:4711/breakwater"])
    expect(saidOf("headline-is-address", aStory({ headline })), headline).toEqual([
      "The headline of story 1 is an address.",
    ]);
  for (const headline of ["Node.js", "GPT-4.1/4o", "and/or", "See example.org/terns"])
    expect(saidOf("headline-is-address", aStory({ headline })), headline).toEqual([]);
});

test("story-without-text and story-without-why", () => {
  expect(saidOf("story-without-text", aStory({ body: EMPTY }))).toEqual(["Story 1 has no text."]);
  expect(saidOf("story-without-text", aStory())).toEqual([]);
  expect(saidOf("story-without-why", aStory({ whyItMatters: EMPTY }))).toEqual([
    "Story 1 has no “Why this matters”.",
  ]);
  expect(saidOf("story-without-why", aStory())).toEqual([]);
});

test("not-approved: the issue and its stories, never more than a note", () => {
  const rule = "not-approved";
  const drafting = aStory({ workflowState: "drafting" });
  expect(said(rule, aDraft())).toEqual([]);
  expect(said(rule, aDraft({ workflowState: "inReview", stories: [drafting] }))).toEqual([
    "The issue is in review, not approved yet.",
    "Story 1 is not approved yet.",
  ]);
  const two = [drafting, { ...drafting, id: "b", number: 2 }];
  expect(said(rule, aDraft({ stories: two }))).toEqual(["2 of its stories are not approved yet."]);
});

test("open-conversation: what is still being talked about, never more than a note", () => {
  const rule = "open-conversation";
  expect(saidOf(rule, aStory({ open: { comments: 2, suggestions: 1 } }))).toEqual([
    "Story 1 has one open suggestion and 2 open comments.",
  ]);
  expect(saidOf(rule, aStory())).toEqual([]);
});
