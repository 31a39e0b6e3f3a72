import { type DemoStory, fact, statement } from "@/prisma/demo/content";
import { analysis, body, claim, p, table } from "@/prisma/demo/notation";
import { gptMini, mistralDocs } from "@/prisma/demo/sources";

export const workhorses: DemoStory = {
  key: "workhorses",
  headline: "Mistral Small 4 and GPT-5.4 mini — the workhorses are reshod",
  author: "contributor",
  state: "approved",
  sources: [mistralDocs, gptMini],
  body: body(
    p`${claim(
      "workhorses-hybrid",
      "Mistral offers Small 4 as one model for three trades: following instructions, reasoning and writing code",
    )}. ${claim(
      "workhorses-mistral",
      `The documentation gives 119B parameters with 6.5B of them active, a context window of 256k tokens, and a price
      per million tokens of $0.15 in and $0.60 out`,
    )}. Between five and six per cent of the model is at work at a time.`,

    p`${claim("workhorses-base", "The base GPT-5.4 has been out since 5 March 2026")}; its two juniors are new. ${claim(
      "workhorses-mini",
      `GPT-5.4 mini comes by way of the API, Codex and ChatGPT, can use tools and operate a computer, holds 400k tokens
      of context, and costs $0.75 per million tokens in and $4.50 out`,
    )}. ${claim("workhorses-nano", "GPT-5.4 nano is sold through the API alone, at $0.20 and $1.25")}.`,

    table(
      ["Model", "Input, 1M tokens", "Output, 1M tokens", "Where it fits"],
      ["GPT-5.4 mini", "$0.75", "$4.50", "Tools and mixed media, short of the frontier"],
      ["GPT-5.4 nano", "$0.20", "$1.25", "Sorting and routing in bulk"],
      ["Mistral Small 4", "$0.15", "$0.60", "Open weights, on machines of your own"],
    ),

    p`By our arithmetic a million tokens each way comes to $5.25 on mini, $1.45 on nano and $0.75 on Small 4. ${analysis(
      "workhorses-component",
      `The gaps between them matter less than the level. At these prices a model stops being a line in the budget and
      becomes a component, chosen once by an engineer and thought of again only when it fails`,
    )}.`,
  ),
  why: {
    words: body(
      p`Most requests are dull, and the dull ones make up the invoice. When a model good enough for them costs cents, what
      decides is whether it answers on time, fits the code already there, and is still on sale next year. Open weights
      add an answer that no price list can: keep your own copy.`,
    ),
    analysis: {
      restsOn: ["workhorses-mistral", "workhorses-mini", "workhorses-nano"],
      counterargument:
        "List prices leave out the checking. A cheap model that is wrong more often can be the dear one.",
    },
  },
  claims: {
    "workhorses-hybrid": statement("Mistral"),
    "workhorses-mistral": statement("Mistral"),
    "workhorses-base": fact(),
    "workhorses-mini": statement("OpenAI"),
    "workhorses-nano": statement("OpenAI"),
  },
  analyses: {
    "workhorses-component": { restsOn: ["workhorses-mistral", "workhorses-mini", "workhorses-nano"] },
  },
};
