import { expect, test } from "vitest";
import { countWords, partOf } from "@/components/desk/preflight/preflight-words";
import type { Level, PreflightLine } from "@/lib/preflight/schema";

test("a line leads to the part of the page on which it is mended", () => {
  expect(partOf({ issueId: "i", storyId: "s", part: "sources" })).toBe("story:s");
  expect(partOf({ issueId: "i", part: "closing" })).toBe("closing");
  expect(partOf({ issueId: "i", part: "front" })).toBe("front");
  expect(partOf({ issueId: "i" })).toBe("front");
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
