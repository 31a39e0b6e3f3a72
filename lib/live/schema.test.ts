import { expect, it } from "vitest";
import { eventsInput } from "@/lib/live/schema";

const id = "0190a1b2-0000-7000-8000-000000000001";

it("takes one issue or one story, as an address names it", () => {
  expect(eventsInput.parse({ issue: id })).toEqual({ issueId: id, storyId: null, collecting: false });
  expect(eventsInput.parse({ story: id })).toEqual({ issueId: null, storyId: id, collecting: false });
});

it.each([{}, { issue: id, story: id }, { issue: "x" }, { other: id }])("refuses %j", (given) => {
  expect(eventsInput.safeParse(given).success).toBe(false);
});
