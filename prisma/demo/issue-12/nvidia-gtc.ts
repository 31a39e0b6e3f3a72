import { type DemoStory, fact, forecast, statement } from "@/prisma/demo/content";
import { analysis, body, claim, p } from "@/prisma/demo/notation";
import { gtcUpdates, physicalAi } from "@/prisma/demo/sources";

export const nvidiaGtc: DemoStory = {
  key: "nvidia-gtc",
  headline: "Nvidia GTC 2026 — agents move into the basement",
  author: "editor",
  state: "approved",
  sources: [gtcUpdates, physicalAi],
  body: body(
    p`${claim(
      "gtc-trillion",
      "Nvidia puts the revenue open to its Blackwell and Rubin systems at more than $1 trillion through 2027",
    )}. None of it is booked. A supplier’s estimate of its own market is a forecast by the party that would collect:
    write it down, date it, and look again when it falls due.`,

    p`The reasoning under the figure will outlive it. ${claim(
      "gtc-inference",
      `A program that plans, calls tools, hands parts of the job to other programs and never quite stops will, on
      Nvidia’s account, get through far more tokens than a person typing into a chat`,
    )}. Running models then becomes the business that grows. ${analysis(
      "gtc-cheaper",
      "If so, a falling price per token does not shrink the bill for machines. It makes room for a larger one",
    )}.`,

    p`Less was written about the robots. ${claim("gtc-cosmos", "Nvidia announced Cosmos 3")}, ${claim(
      "gtc-world-model",
      "which it calls a world foundation model, for generating synthetic worlds and reasoning about physical ones",
    )}. ${claim(
      "gtc-groot",
      "It also enlarged Isaac and Isaac GR00T, the latter with GR00T N1.7 for humanoid machines",
    )}, and ${claim("gtc-partners", "named ABB, FANUC, KUKA and Yaskawa among its partners")}. ${analysis(
      "gtc-bottleneck",
      `Together they exchange one bottleneck for another: what a robot had to learn in the world it rehearses in
      simulation, and a shortage of data becomes a shortage of compute`,
    )}. Nvidia, as it happens, stocks the second.`,
  ),
  why: {
    words: body(
      p`Discount the trillion as heavily as you like; the shape of the offer stays the same. Agents and robots are to
      be two tenants of one building, run on equipment from a single supplier. A customer who accepts half of the
      argument still ends up in a queue at the same door.`,
    ),
    analysis: {
      restsOn: ["gtc-trillion", "gtc-inference", "gtc-cosmos", "gtc-groot"],
      counterargument:
        "A forecast is also a sales document. This one would read much the same if demand were about to slow.",
    },
  },
  claims: {
    "gtc-trillion": forecast("Nvidia", {
      horizonAt: "2027-12-31",
      resolutionCriteria:
        "Yes if Nvidia’s reported revenue from Blackwell and Rubin systems, added up through the end of 2027, exceeds $1 trillion; no if it does not; ambiguous if Nvidia does not report it in a way that can be added up.",
    }),
    "gtc-inference": statement("Nvidia"),
    "gtc-cosmos": fact(),
    "gtc-world-model": statement("Nvidia"),
    "gtc-groot": fact(),
    "gtc-partners": statement("Nvidia"),
  },
  analyses: {
    "gtc-cheaper": {
      restsOn: ["gtc-inference"],
      counterargument:
        "Agents that waste tokens can be rewritten to waste fewer, and their owners see the bill.",
    },
    "gtc-bottleneck": { restsOn: ["gtc-cosmos", "gtc-world-model", "gtc-groot"] },
  },
};
