import { commitment, type DemoStory, fact, forecast } from "@/prisma/demo/content";
import { analysis, body, claim, p } from "@/prisma/demo/notation";
import { canonicalJson, ownIssue12 } from "@/prisma/demo/sources";

export const editions: DemoStory = {
  key: "house-editions",
  headline: "The edition — what happens after we press publish",
  author: "editor",
  state: "approved",
  sources: [canonicalJson],
  body: body(
    p`${claim(
      "house-edition",
      "Publishing turns a draft into an edition, numbered from one, which the database itself refuses to alter",
    )}. ${claim(
      "house-hash",
      `Every edition carries a fingerprint, the SHA-256 of its own content written as RFC 8785 prescribes, so that a
      downloaded copy can be checked against the page with tools that are not ours`,
    )}. The copies are at the issue’s address with .json or .md after it.`,
    p`What we say of days to come is kept too, and held against us. So here is something to hold: ${claim(
      "house-outright",
      "the issue of 21 March will say outright that where it shows no passage it has none",
    )}. And since nobody is careful enough, ${claim(
      "house-mistake",
      "we expect to have published our first correction by midsummer",
    )}.`,
    p`When something turns out wrong, ${claim(
      "house-correct",
      "the editors publish a new edition with the correction listed, and leave the earlier one where it was",
    )}. ${analysis(
      "house-numbers",
      "Story numbers may move between editions, which is why a link should use the story’s anchor: that stays",
    )}.`,
  ),
  why: {
    words: body(
      p`Trust in a publication is a matter of what it does on the day it was mistaken. We would like that day to be
      dull: a line in a list, a date, the sentence before and the sentence after.`,
    ),
    analysis: { restsOn: ["house-edition", "house-correct"] },
  },
  claims: {
    "house-edition": fact(),
    "house-hash": fact(),
    "house-correct": commitment("The editors", {
      utteredAt: "2026-03-14",
      resolutionCriteria: "Broken if an edition is ever taken away because of a correction.",
    }),
    "house-outright": commitment("The editors", {
      utteredAt: "2026-03-14",
      horizonAt: "2026-03-21",
      resolutionCriteria: "Kept if the introduction of issue 12 says so in a sentence of its own.",
      settled: {
        outcome: "yes",
        resolution: "Issue 12 says it in the last paragraph of its introduction.",
        resolvedOn: "2026-03-21",
        evidence: [
          {
            source: ownIssue12,
            exact: "where a claim has no passage behind it, we have none to show",
          },
        ],
      },
    }),
    "house-mistake": forecast("The editors", {
      utteredAt: "2026-03-14",
      horizonAt: "2026-06-24",
      resolutionCriteria: "True if an edition with a correction of ours is out by the end of 24 June 2026.",
    }),
  },
  analyses: { "house-numbers": { restsOn: ["house-edition"] } },
};
