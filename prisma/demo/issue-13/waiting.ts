import { commitment, type DemoStory, fact } from "@/prisma/demo/content";
import { body, claim, list, p } from "@/prisma/demo/notation";
import { partnerNetwork, rakutenAi } from "@/prisma/demo/sources";

export const xiaomiSource: DemoStory = {
  key: "xiaomi-source",
  headline: "Xiaomi — the announcement that we still lack",
  author: "contributor",
  state: "drafting",
  follows: "xiaomi-rakuten",
  sources: [],
  body: body(
    p`Issue 12 gave the company’s figures for MiMo-V2-Pro at second hand. Either we find its own text this week, or the
    story waits.`,
  ),
  claims: {},
  analyses: {},
};

/** Stories without an issue. */
export const backlog: DemoStory[] = [
  {
    key: "geniac",
    headline: "GENIAC — what a public programme buys",
    author: "contributor",
    state: "drafting",
    sources: [rakutenAi],
    body: body(
      p`${claim("geniac-rakuten", "Rakuten AI 3.0 was released as part of GENIAC, under Apache 2.0")}. Who else takes
      part, what the programme pays for, and whether it asks where the weights began.`,
    ),
    claims: { "geniac-rakuten": fact() },
    analyses: {},
  },
  {
    key: "certificate",
    headline: "Claude Certified Architect — who marks the papers?",
    author: "editor",
    state: "drafting",
    sources: [partnerNetwork],
    body: body(
      p`Worth half a page once the first certificates are out. ${claim(
        "certificate-thirty",
        "Accenture alone has 30,000 people in training",
      )}.`,
      list(
        p`What the Foundations level asks, and of whom`,
        p`Whether it lapses`,
        p`What it costs those who are not partners`,
      ),
    ),
    claims: {
      "certificate-thirty": commitment("Accenture", {
        speakerRole: "as quoted in Anthropic’s announcement",
        utteredAt: "2026-03-12",
        resolutionCriteria:
          "Kept when Accenture or Anthropic reports 30,000 people trained; no date was given.",
      }),
    },
    analyses: {},
  },
];
