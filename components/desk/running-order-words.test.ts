import { expect, test } from "vitest";
import {
  callStory,
  initialsOf,
  nameOfSection,
  subjectOf,
  tellSectionMove,
  tellStoryMove,
} from "@/components/desk/running-order-words";
import { moveSection, moveStory } from "@/lib/issues/order";
import type { Order } from "@/lib/issues/schema";

const sections = [
  {
    id: "race",
    title: "The efficiency race",
    stories: [story("five", "Mistral Small 4 — cheaper"), story("six", "Microsoft MAI-Image-2 — alone")],
  },
  { id: "world", title: "", stories: [story("seven", "Xiaomi and Rakuten")] },
  { id: "none", title: "Empty", stories: [] },
];
const order: Order = sections.map(({ id, stories }) => ({
  sectionId: id,
  storyIds: stories.map((each) => each.id),
}));

function story(id: string, headline: string) {
  return { id, headline, authorName: null };
}

test("the subject is the part before the dash", () => {
  expect(subjectOf("Nvidia GTC 2026 — agents move in")).toBe("Nvidia GTC 2026");
  expect(subjectOf("GPT-5.4 mini – smaller")).toBe("GPT-5.4 mini");
  expect(subjectOf("Open-weight models")).toBe("Open-weight models");
  expect(subjectOf("  ")).toBe("Without a headline");
});

test("initials are those of the first and the last name", () => {
  expect(initialsOf("Jonas Okafor")).toBe("JO");
  expect(initialsOf("Maria del Carmen Kovač")).toBe("MK");
  expect(initialsOf("émile")).toBe("É");
});

test("a story's move is told with its old number, its new place and its new number", () => {
  expect(callStory(sections, order, "six")).toBe("Story 2, Microsoft MAI-Image-2");
  expect(tellStoryMove(sections, order, moveStory(order, "six", "race", 0), "six")).toBe(
    "Story 2, Microsoft MAI-Image-2, moved to place 1 of 2 in The efficiency race; it is now number 1.",
  );
  expect(tellStoryMove(sections, order, moveStory(order, "seven", "none", 0), "seven")).toBe(
    "Story 3, Xiaomi and Rakuten, moved to place 1 of 1 in Empty; it stays number 3.",
  );
});

test("a section's move is told with the numbers its stories have now", () => {
  expect(tellSectionMove(sections, moveSection(order, "race", 2), "race")).toBe(
    "Section The efficiency race moved to place 3 of 3; its stories are numbers 2 to 3.",
  );
  expect(tellSectionMove(sections, moveSection(order, "world", 0), "world")).toBe(
    "The section without a heading moved to place 1 of 3; its story is number 1.",
  );
  expect(tellSectionMove(sections, moveSection(order, "none", 0), "none")).toBe(
    "Section Empty moved to place 1 of 3; it is empty.",
  );
  expect(nameOfSection("  ")).toBe("the section without a heading");
});
