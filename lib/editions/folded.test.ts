import { expect, test } from "vitest";
import { foldAnalyses, hasAnalysis } from "@/lib/editions/folded";
import { testEdition } from "@/lib/editions/test-edition";
import { testAnalysis, testClaim, testStory, uuid } from "@/lib/editions/test-parts";
import { plainText } from "@/lib/rich-text/plain-text";
import { analysisMark, bold, claimMark, doc, list, p } from "@/lib/rich-text/test-words";

const folded = (...story: Parameters<typeof testStory>) =>
  foldAnalyses(
    testEdition({
      sections: [{ title: "", stories: [testStory(...story)] }],
      highlights: [],
      corrections: [],
    }),
  ).sections[0]?.stories[0];

test("analysis is left out and said to be, whatever else is marked in it; the rest stays to the letter", () => {
  const story = folded(1, {
    headline: "One",
    body: doc(
      p(
        claimMark(uuid(1), "So it is"),
        ", ",
        analysisMark(uuid(2), "and so ", bold("it"), " will ", claimMark(uuid(3), "stay"), " "),
        "for now.",
      ),
      list([analysisMark(uuid(2), "A sign")]),
      p(analysisMark(uuid(9), "Nobody knows this mark.")),
    ),
    claims: [testClaim(1, "So it is"), testClaim(3, "stay")],
    analyses: [testAnalysis(2, "and so it will stay")],
    why: doc(p("Because.")),
  });
  expect(plainText(story?.body ?? doc()).replaceAll(/\s+/gu, " ")).toBe(
    "So it is, […] for now. […] Nobody knows this mark.",
  );
  expect(story?.whyItMattersText).toBe("Because.");
  expect(story?.analyses[0]?.text).toBe("and so it will stay");
});

test("an issue without analysis has nothing to fold", () => {
  const plain = testStory(1, { headline: "One", body: doc(p("One")) });
  const edition = testEdition({
    sections: [{ title: "", stories: [plain] }],
    highlights: [],
    corrections: [],
  });
  expect(hasAnalysis(edition)).toBe(false);
  expect(foldAnalyses(edition).sections).toEqual(edition.sections);
  expect(hasAnalysis(testEdition())).toBe(true);
});
