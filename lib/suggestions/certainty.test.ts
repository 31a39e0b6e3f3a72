import { expect, it } from "vitest";
import { LABELLED } from "@/lib/suggestions/certainty";
import { suggestKinds } from "@/lib/suggestions/suggest";
import { compareStory, labelledStories, scoreRules } from "@/lib/suggestions/test-labels";

it("is what the labelled text says of each rule", () => {
  const compared = labelledStories().flatMap((story) => compareStory(story, (texts) => suggestKinds(texts)));
  const scores = scoreRules(compared).filter(({ rule }) => rule !== "(none)");
  expect(LABELLED).toEqual(
    Object.fromEntries(scores.map(({ rule, fired, right }) => [rule, { fired, right }])),
  );
});
