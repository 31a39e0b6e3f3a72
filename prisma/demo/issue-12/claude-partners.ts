import { commitment, type DemoStory, fact, quotation, statement } from "@/prisma/demo/content";
import { analysis, body, claim, p } from "@/prisma/demo/notation";
import { partnerNetwork } from "@/prisma/demo/sources";

const announced = "2026-03-12";

export const claudePartners: DemoStory = {
  key: "claude-partners",
  headline: "Claude Partner Network — the sales force is someone else’s",
  author: "editor",
  state: "approved",
  sources: [partnerNetwork],
  body: body(
    p`${claim("partners-launch", "Anthropic launched the network on 12 March")}, two days before our week begins. ${claim(
      "partners-million",
      "The company is committing an initial $100 million to it for 2026",
    )}. ${claim(
      "partners-purpose",
      `Its members help other firms take up Claude, and get training, technical support and joint market development`,
    )}.`,

    p`${claim("partners-names", "Four names lead the announcement: Accenture, Deloitte, Cognizant and Infosys")}. ${claim(
      "partners-accenture",
      "Accenture reports that it is training 30,000 of its people on Claude",
    )}. ${claim(
      "partners-fivefold",
      "Anthropic undertakes to make the team that looks after such partners five times its size",
    )}, and ${claim(
      "partners-certificate",
      "has begun a technical certification whose first rung is called Claude Certified Architect, Foundations",
    )}.`,

    p`Claude, in Anthropic’s words, is “${claim(
      "partners-clouds",
      "the only frontier AI model available on all three leading cloud providers: AWS, Google Cloud, and Microsoft",
    )}”. ${analysis(
      "partners-permission",
      `To a buyer whose cloud contract is already signed that means one meeting fewer, and purchases have been
      decided by less`,
    )}.`,
  ),
  why: {
    words: body(
      p`A benchmark is read once; the consultant is in the building every day. Should thirty thousand of them arrive
      with the same product in their hands, the choice of model will often have been made before anybody asks which
      is best. Ground held by people who earn a living on it is cheap to defend.`,
    ),
    analysis: {
      restsOn: ["partners-million", "partners-accenture", "partners-clouds"],
      counterargument:
        "Consultancies train on everything that clients ask for. A certificate binds nobody to a supplier.",
    },
  },
  claims: {
    "partners-launch": fact(),
    "partners-million": commitment("Anthropic", {
      utteredAt: announced,
      horizonAt: "2026-12-31",
      resolutionCriteria:
        "Kept if Anthropic reports at least $100 million committed to the Claude Partner Network in 2026.",
    }),
    "partners-purpose": statement("Anthropic", { utteredAt: announced }),
    "partners-names": statement("Anthropic", { utteredAt: announced }),
    "partners-accenture": commitment("Accenture", {
      speakerRole: "as quoted in Anthropic’s announcement",
      utteredAt: announced,
      resolutionCriteria:
        "Kept when Accenture or Anthropic reports 30,000 people trained; no date was given.",
    }),
    "partners-fivefold": commitment("Anthropic", {
      utteredAt: announced,
      resolutionCriteria: "Kept when Anthropic reports a fivefold partner team; no date was given.",
    }),
    "partners-certificate": statement("Anthropic", { utteredAt: announced }),
    "partners-clouds": quotation("Anthropic", {
      utteredAt: announced,
      evidence: [
        {
          source: partnerNetwork,
          exact:
            "the only frontier AI model available on all three leading cloud providers: AWS, Google Cloud, and Microsoft",
        },
      ],
    }),
  },
  analyses: {
    "partners-permission": { restsOn: ["partners-clouds"] },
  },
};
