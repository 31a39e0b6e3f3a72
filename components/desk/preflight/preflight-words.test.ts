import { expect, test } from "vitest";
import { countWords, fieldOf, partOf } from "@/components/desk/preflight/preflight-words";
import type { Level, PreflightLine } from "@/lib/preflight/schema";

test("a line leads to the part of the page on which it is mended", () => {
  expect(partOf({ issueId: "i", storyId: "s", part: "sources" })).toBe("story:s");
  expect(partOf({ issueId: "i", part: "closing" })).toBe("closing");
  expect(partOf({ issueId: "i", part: "front" })).toBe("front");
  expect(partOf({ issueId: "i" })).toBe("front");
});

test("a line without words of its own leads to the field it is about", () => {
  expect(fieldOf({ issueId: "i", storyId: "s", claimId: "c", part: "sources" })).toBe("sources");
  expect(fieldOf({ issueId: "i", storyId: "s", part: "whyItMatters" })).toBe("whyItMatters");
  expect(fieldOf({ issueId: "i", storyId: "s", part: "headline" })).toBe("focus");
  expect(fieldOf({ issueId: "i", part: "closing" })).toBe("focus");
});

test("counts in words", () => {
  const lines = (...levels: Level[]): PreflightLine[] =>
    levels.map((level) => ({
      ...{ rule: "r", level, sentence: "s", key: "k", final: false },
      place: { issueId: "i" },
    }));
  expect(countWords(lines())).toBeNull();
  expect(countWords(lines("note"))).toBe("1 open");
  expect(countWords(lines("blocking", "note"))).toBe("1 blocking · 2 open");
  expect(countWords(lines("blocking", "blocking"))).toBe("2 blocking · 2 open");
});
