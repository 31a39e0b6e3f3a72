import type { DemoIssue } from "@/prisma/demo/content";
import { dispatchAgain, rubinForecast } from "@/prisma/demo/issue-13/following-up";
import { thousandRequests } from "@/prisma/demo/issue-13/prices";
import { xiaomiSource } from "@/prisma/demo/issue-13/waiting";
import { body, p } from "@/prisma/demo/notation";

/** Half written, as a Tuesday’s draft is. */
export const issue13: DemoIssue = {
  number: 13,
  slug: "what-sets-and-what-stays-soft",
  title: "What sets, and what stays soft",
  standfirst: "",
  week: { from: "2026-03-21", to: "2026-03-27" },
  introduction: body(
    p`A week for going back. Several stories of the last issue ended on a question, and a digest that asks questions
    ought to be seen returning for the answers.`,
  ),
  highlights: [
    { text: "A forecast of a trillion gets the test it will be judged by.", stories: ["rubin-forecast"] },
    { text: "What a thousand ordinary requests cost on three price lists.", stories: ["thousand-requests"] },
  ],
  thesis: [],
  sections: [
    { title: "Following up", stories: [rubinForecast, dispatchAgain] },
    { title: "Prices", stories: [thousandRequests] },
    { title: "Elsewhere", stories: [xiaomiSource] },
  ],
  closing: body(p``),
  feedbackPrompt: "",
  publishedAt: null,
};
