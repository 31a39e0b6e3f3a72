import { describe, expect, it } from "vitest";
import { matching, whereabouts } from "@/components/desk/trash-words";
import type { Trashed } from "@/lib/trash/schema";

const place = { issueId: "1", issueTitle: "Woods", issueNumber: 13, sectionTitle: "North" };
const thing: Trashed = {
  kind: "story",
  id: "2",
  title: "Alder — the wet one",
  by: "Edgar",
  at: "2026-03-17T14:05:00.000Z",
  author: "Wanda",
  beginning: "Alders stand in water.",
  stories: 0,
  from: place,
  returnsTo: "section",
  canRestore: true,
  erasable: "no",
};

describe("what the trash says", () => {
  it("tells where a story was and where it goes", () => {
    expect(whereabouts(thing)).toBe("From Issue 13, North. Goes back to its end");
    expect(whereabouts({ ...thing, returnsTo: "backlog" })).toBe("From Issue 13, North. Goes to the backlog");
    const unnamed = { ...place, issueNumber: null, sectionTitle: "" };
    expect(whereabouts({ ...thing, from: unnamed })).toBe("From Woods. Goes back to its end");
    expect(whereabouts({ ...thing, from: null, returnsTo: "backlog" })).toBe("Goes to the backlog");
  });

  it("tells what comes back with an issue", () => {
    const issue: Trashed = { ...thing, kind: "issue", from: null, returnsTo: "issues" };
    expect(whereabouts(issue)).toBe("Comes back with its sections");
    expect(whereabouts({ ...issue, stories: 1 })).toBe("Comes back with its sections and 1 story");
  });

  it("is found by all words, wherever they stand", () => {
    expect(matching([thing], "  wet EDGAR north ")).toEqual([thing]);
    expect(matching([thing], "water wanda 13")).toEqual([thing]);
    expect(matching([thing], "alder oak")).toEqual([]);
    expect(matching([thing], " ")).toEqual([thing]);
  });
});
