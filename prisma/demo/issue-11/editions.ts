import { commitment, type DemoStory, fact } from "@/prisma/demo/content";
import { analysis, body, claim, p } from "@/prisma/demo/notation";
import { canonicalJson } from "@/prisma/demo/sources";

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
  },
  analyses: { "house-numbers": { restsOn: ["house-edition"] } },
};
