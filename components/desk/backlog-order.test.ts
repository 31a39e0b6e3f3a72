import { expect, test } from "vitest";
import { orderBacklog, waitedFor } from "@/components/desk/backlog-order";
import type { WaitingStory } from "@/lib/stories/backlog-schema";

const story = (headline: string, authorName: string, createdAt: string, updatedAt: string): WaitingStory => ({
  id: headline,
  headline,
  authorId: null,
  authorName,
  workflowState: "drafting",
  sources: 0,
  createdAt: `2026-03-${createdAt}T08:00:00.000Z`,
  updatedAt: `2026-03-${updatedAt}T08:00:00.000Z`,
});
const stories = [
  story("Berths", "Ines", "02", "20"),
  story("Cranes 10", "Ola", "01", "21"),
  story("Cranes 9", "Ines", "03", "19"),
];
const names = (found: WaitingStory[]) => found.map(({ headline }) => headline);

test("the backlog is filtered by the words of headline and author, and sorted", () => {
  expect(names(orderBacklog(stories, "", "changed"))).toEqual(["Cranes 10", "Berths", "Cranes 9"]);
  expect(names(orderBacklog(stories, "", "oldest"))).toEqual(["Cranes 10", "Berths", "Cranes 9"]);
  expect(names(orderBacklog(stories, "", "newest"))).toEqual(["Cranes 9", "Berths", "Cranes 10"]);
  expect(names(orderBacklog(stories, "", "headline"))).toEqual(["Berths", "Cranes 9", "Cranes 10"]);
  expect(names(orderBacklog(stories, "ines CRAN", "headline"))).toEqual(["Cranes 9"]);
});

test("a wait is told in days, then weeks, then months", () => {
  const at = (days: number) => Date.parse("2026-03-01T08:00:00.000Z") + days * 86_400_000;
  const told = [0, 1, 13, 14, 59, 90].map((days) => waitedFor("2026-03-01T08:00:00.000Z", at(days)));
  expect(told).toEqual([
    "since today",
    "for 1 day",
    "for 13 days",
    "for 2 weeks",
    "for 8 weeks",
    "for 3 months",
  ]);
});
