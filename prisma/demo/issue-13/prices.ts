import { type DemoStory, statement } from "@/prisma/demo/content";
import { analysis, body, claim, p, table } from "@/prisma/demo/notation";
import { gptMini, mistralDocs } from "@/prisma/demo/sources";

export const thousandRequests: DemoStory = {
  key: "thousand-requests",
  headline: "A thousand requests — what the cheap shelf costs in practice",
  author: "contributor",
  state: "inReview",
  follows: "workhorses",
  sources: [mistralDocs, gptMini],
  body: body(
    p`Prices per million tokens are quoted so that nobody can picture them. Take a thousand ordinary requests instead,
    each with 2,000 tokens going in and 500 coming out. At the prices given last week, ${claim(
      "thousand-openai",
      "OpenAI’s of $0.75 and $4.50 for GPT-5.4 mini and of $0.20 and $1.25 for nano",
    )}, and ${claim("thousand-mistral", "Mistral’s of $0.15 and $0.60 for Small 4")}, the bill is:`,
    table(
      ["Model", "2 million in", "Half a million out", "Together"],
      ["GPT-5.4 mini", "$1.50", "$2.25", "$3.75"],
      ["GPT-5.4 nano", "$0.40", "$0.63", "$1.03"],
      ["Mistral Small 4", "$0.30", "$0.30", "$0.60"],
    ),
    p`${analysis(
      "thousand-output",
      "On the two OpenAI models the answer costs more than the question, though it is a quarter as long. Brevity is the discount that nobody advertises",
    )}.`,
  ),
  why: {
    words: body(
      p`A saving of three dollars in a thousand requests is nothing to a person and a salary to a service. Which of the
      two is reading decides whether the table is dull.`,
    ),
  },
  claims: {
    "thousand-openai": statement("OpenAI"),
    "thousand-mistral": statement("Mistral"),
  },
  analyses: { "thousand-output": { restsOn: ["thousand-openai"] } },
};
