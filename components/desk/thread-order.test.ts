import { expect, it } from "vitest";
import { placedThreads } from "@/components/desk/thread-order";
import { doc, p } from "@/lib/rich-text/test-words";
import { selectorAt } from "@/lib/threads/anchor";
import type { StoryPart, ThreadLine } from "@/lib/threads/schema";

const words = {
  headline: "Harbour by the hour",
  body: doc(p("The port charges by the hour.")),
  whyItMatters: doc(p("Waiting has a price.")),
};
const texts = {
  headline: words.headline,
  body: "The port charges by the hour.",
  whyItMatters: "Waiting has a price.",
};

function thread(
  id: string,
  part: StoryPart | null,
  exact = "",
  state: ThreadLine["state"] = "open",
): ThreadLine {
  const text = part ? texts[part] : "";
  const start = Math.max(0, text.indexOf(exact));
  const selector = { ...selectorAt(text, start, start + exact.length), exact };
  return {
    id,
    storyId: "s",
    kind: "comment",
    state,
    about: part && { part, selector },
    replacement: null,
    author: null,
    createdAt: "2026-03-14T06:00:00.000Z",
    settledBy: null,
    settledAt: null,
    comments: [],
  };
}

it("threads stand in the order of their words; those whose words are gone come last", () => {
  const threads = [
    thread("gone", "body", "ferries that never were here"),
    thread("why", "whyItMatters", "price"),
    thread("late", "body", "the hour."),
    thread("early", "body", "port"),
    thread("headline", "headline", "by"),
    thread("all", null),
  ];
  const placed = placedThreads(threads, {}, words);
  expect(placed.map(({ thread: { id } }) => id)).toEqual(["all", "headline", "early", "late", "why", "gone"]);
  expect(placed.filter(({ gone }) => gone).map(({ thread: { id } }) => id)).toEqual(["gone"]);
});

it("a text that is awake knows better than what was saved", () => {
  const threads = [thread("early", "body", "port"), thread("late", "body", "the hour.")];
  const places = {
    body: new Map([
      ["early", { from: 40, to: 44 }],
      ["late", null],
    ]),
  };
  expect(placedThreads(threads, places, words)).toEqual([
    { thread: threads[0], gone: false },
    { thread: threads[1], gone: true },
  ]);
});
