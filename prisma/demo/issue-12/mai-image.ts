import { type DemoStory, fact, statement } from "@/prisma/demo/content";
import { analysis, body, claim, p } from "@/prisma/demo/notation";
import { maiImage } from "@/prisma/demo/sources";

const announced = "2026-03-19";

export const maiImage2: DemoStory = {
  key: "mai-image",
  headline: "Microsoft MAI-Image-2 — third place, own stable",
  author: "editor",
  state: "approved",
  sources: [maiImage],
  body: body(
    p`${claim("mai-release", "Microsoft brought out MAI-Image-2 on 19 March")}. ${claim(
      "mai-rank",
      "The company puts its model family at #3 on the Arena.ai leaderboard",
    )}, and ${claim(
      "mai-top-three",
      "concludes that MAI is among the three best text-to-image laboratories anywhere",
    )}. Placings last about as long as milk. Who made the model does not change.`,

    p`${claim(
      "mai-year-ago",
      "A year ago the pictures in Bing and Copilot leant a good deal harder on OpenAI than they do now",
    )}. ${analysis(
      "mai-choice",
      "A family of models made in house is a means of leaning less, and of deciding when",
    )}. ${claim(
      "mai-creative",
      `The announcement dwells on creative quality, photorealism among it, and on words set inside an image`,
    )}. ${analysis(
      "mai-office",
      `Slides and leaflets ask for exactly that, so the place to look for this model is office software`,
    )}.`,
  ),
  why: {
    words: body(
      p`Treat the ranking as a receipt: something once bought in is now made on the premises. No one has to
      walk out of a partnership for its terms to shift. It is enough that one side could, and that both have done
      the sum.`,
    ),
    analysis: {
      restsOn: ["mai-release", "mai-rank", "mai-year-ago"],
      counterargument:
        "Third on a leaderboard need not be third in a product, and how much of Bing or Copilot this model will serve is more than we know.",
    },
  },
  claims: {
    "mai-release": fact(),
    "mai-rank": statement("Microsoft", { utteredAt: announced }),
    "mai-top-three": statement("Microsoft", { utteredAt: announced }),
    "mai-year-ago": fact(),
    "mai-creative": statement("Microsoft", { utteredAt: announced }),
  },
  analyses: {
    "mai-choice": { restsOn: ["mai-release", "mai-year-ago"] },
    "mai-office": { restsOn: ["mai-creative"] },
  },
};
