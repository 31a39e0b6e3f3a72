import { expect, it } from "vitest";
import { sentSentence } from "@/components/desk/collect/sent-words";

it("says what came where, and what was there", () => {
  const sent = { storyId: null, undo: null, repeated: 0 };
  expect(sentSentence({ ...sent, added: 1, known: 0 }, null)).toBe("1 page collected in the inbox.");
  expect(sentSentence({ ...sent, added: 13, known: 0, repeated: 1 }, null)).toBe(
    "13 pages collected in the inbox; 1 more address leads to the same.",
  );
  expect(sentSentence({ ...sent, added: 2, known: 1, storyId: "s" }, null)).toBe(
    "2 pages collected in a new story; 1 page was there already.",
  );
  expect(sentSentence({ ...sent, added: 0, known: 1 }, null)).toBe("This page is in the inbox already.");
  expect(sentSentence({ ...sent, added: 0, known: 3, storyId: "s" }, "Piers — old ones")).toBe(
    "All 3 pages are in “Piers” already.",
  );
});
