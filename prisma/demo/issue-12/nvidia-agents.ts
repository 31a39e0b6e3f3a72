import { type DemoStory, fact, statement } from "@/prisma/demo/content";
import { analysis, body, claim, p } from "@/prisma/demo/notation";
import { localAgents } from "@/prisma/demo/sources";

export const nvidiaAgents: DemoStory = {
  key: "nvidia-agents",
  headline: "NemoClaw and OpenShell — agents with a chaperone",
  author: "editor",
  state: "approved",
  sources: [localAgents],
  body: body(
    p`${claim(
      "agents-nemoclaw",
      "Nvidia used GTC to introduce NemoClaw, part of its effort to have enterprise agents run locally",
    )}, and ${claim(
      "agents-openshell",
      `presented OpenShell as the runtime around them: the layer that adds rules on privacy, security and policy to
      whatever an agent sets out to do`,
    )}. ${claim(
      "agents-control",
      "The stated aim is to leave organisations more control over agents on their own machines",
    )}.`,

    p`Objections to agents at work are mostly about reach: which files, which networks, whose records. ${analysis(
      "agents-separation",
      `A stack in which one part decides what to attempt and another what is permitted meets that objection more
      squarely than a cleverer model would`,
    )}.`,

    p`${claim("agents-hardware", "RTX PCs and DGX Spark are the machines named in the post’s title")}; ${claim(
      "agents-models",
      "the models supported include open-weight ones, Mistral Small 4 and variants of Qwen among them",
    )}. ${analysis(
      "agents-desk",
      "The pairing suggests that a useful agent is thought to fit under a desk",
    )}.`,
  ),
  why: {
    words: body(
      p`Count the layers, and there is an Nvidia product in each. For a firm whose documents may not leave the building,
      an agent that stays inside and can be told no is a condition of purchase. The supplier that wrote the rules for
      telling it will be awkward to remove.`,
    ),
    analysis: {
      restsOn: ["agents-nemoclaw", "agents-openshell", "agents-models"],
      counterargument:
        "Customers who need guardrails most may want them from someone other than the seller of what is guarded.",
    },
  },
  claims: {
    "agents-nemoclaw": fact(),
    "agents-openshell": statement("Nvidia"),
    "agents-control": statement("Nvidia"),
    "agents-hardware": fact(),
    "agents-models": statement("Nvidia"),
  },
  analyses: {
    "agents-separation": { restsOn: ["agents-openshell"] },
    "agents-desk": { restsOn: ["agents-hardware", "agents-models"] },
  },
};
