import { describe, expect, it } from "vitest";
import { same, sendable } from "@/components/desk/issue-words";
import { DEFAULT_LABELS } from "@/lib/issues/labels";

describe("what of the issue's words is sent", () => {
  it("leaves out empty lines and ids that only this window knows", () => {
    const sent = sendable({
      highlights: [
        { id: "new-1", text: "One", storyIds: ["a"] },
        { id: "new-2", text: "  ", storyIds: [] },
        { id: "h2", text: "Two", storyIds: [] },
      ],
      thesis: ["A line", ""],
    });
    expect(sent).toEqual({
      highlights: [
        { text: "One", storyIds: ["a"] },
        { id: "h2", text: "Two", storyIds: [] },
      ],
      thesis: ["A line"],
    });
  });

  it("puts the house's wording where a heading was emptied", () => {
    expect(sendable({ labels: { ...DEFAULT_LABELS, closing: " " } }).labels).toEqual(DEFAULT_LABELS);
  });

  it("takes what the server stores alike for the same", () => {
    const mine = [
      { id: "new-1", text: "One ", storyIds: [] },
      { id: "new-2", text: "", storyIds: [] },
    ];
    expect(same("highlights", mine, [{ id: "h9", text: "One", storyIds: [] }])).toBe(true);
    expect(same("highlights", mine, [{ id: "h9", text: "One", storyIds: ["a"] }])).toBe(false);
    expect(same("thesis", ["A", " "], ["A"])).toBe(true);
    expect(same("title", "A ", "A")).toBe(true);
  });
});
