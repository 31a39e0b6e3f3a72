import type { DemoIssue } from "@/prisma/demo/content";
import { editions } from "@/prisma/demo/issue-11/editions";
import { evidence } from "@/prisma/demo/issue-11/evidence";
import { marks } from "@/prisma/demo/issue-11/marks";
import { body, p } from "@/prisma/demo/notation";

export const issue11: DemoIssue = {
  number: 11,
  slug: "how-to-read-the-marks",
  title: "How to read the marks",
  standfirst: "A house issue: three short notes on how this digest says what it knows, and how it knows it.",
  week: { from: "2026-03-07", to: "2026-03-13" },
  introduction: body(
    p`A plumb line is a weight on a string. It does not build the wall; it shows whether the wall is upright, and it
    shows the mason first. This issue has no news in it. It explains the string.`,
  ),
  highlights: [
    { text: "Every sentence that needs a mark has one, with a word beside it.", stories: ["house-marks"] },
    {
      text: "Evidence is a passage with a date, and its absence is shown as well.",
      stories: ["house-evidence"],
    },
    { text: "What has been published stays published, mistakes included.", stories: ["house-editions"] },
  ],
  thesis: ["A sentence ought to show what it stands on."],
  sections: [
    { title: "Reading", stories: [marks, evidence] },
    { title: "Keeping", stories: [editions] },
  ],
  closing: body(
    p`Next week there will be news, and the marks will have something to do. Should you come upon a sentence that leans,
    tell us which one.`,
  ),
  feedbackPrompt: "Is a mark unclear? Write to the editors.",
  publishedAt: "2026-03-14T07:00:00.000Z",
};
