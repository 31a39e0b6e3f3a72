import { type DemoStory, fact } from "@/prisma/demo/content";
import { analysis, body, claim, p } from "@/prisma/demo/notation";
import { webAnnotation } from "@/prisma/demo/sources";

export const evidence: DemoStory = {
  key: "house-evidence",
  headline: "The evidence — a passage, and what it was cut from",
  author: "contributor",
  state: "approved",
  sources: [webAnnotation],
  body: body(
    p`A link proves that a page exists. It does not prove that the page says what it is cited for, or says it still.
    ${claim(
      "house-snapshot",
      "Evidence in Plumbline is therefore a passage of a snapshot: the text of a source as it was on one day, kept with its hash",
    )}. ${claim(
      "house-selector",
      `The passage is held twice over, by its words with some of the text on either side and by its place in the
      snapshot, in the manner of the W3C’s Web Annotation model`,
    )}.`,
    p`${claim("house-bare", "A claim may be published without evidence, and the page then says that it has none")}. ${analysis(
      "house-honest",
      "A gap that shows is worth more to a reader than a footnote that leads nowhere in particular",
    )}. The issue after this one is a demonstration and has many such gaps: its only snapshot holds words that had
    been quoted elsewhere already, and is labelled a demo excerpt.`,
  ),
  why: {
    words: body(
      p`Pages change after they are cited, usually without ill will. A passage with a date on it lets the argument
      continue from what was said at the time.`,
    ),
    analysis: { restsOn: ["house-snapshot", "house-bare"] },
  },
  claims: { "house-snapshot": fact(), "house-selector": fact(), "house-bare": fact() },
  analyses: { "house-honest": { restsOn: ["house-bare"] } },
};
