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
    p`The same stage held a software announcement. ${claim(
      "agents-nemoclaw",
      "Nvidia introduced NemoClaw as part of its effort to have enterprise agents run locally",
    )}, and ${claim(
      "agents-openshell",
      `presented OpenShell as the runtime around them: the layer that adds rules on privacy, security and policy to
      whatever an agent sets out to do`,
    )}. ${claim(
      "agents-control",
      "The aim, as Nvidia states it, is that an organisation keeps more control over agents on its own machines",
    )}.`,

    p`Objections to agents at work are seldom about intelligence. They are about reach: which files, which networks,
    whose records. ${analysis(
      "agents-separation",
      `A stack in which one part decides what to attempt and another decides what is permitted meets that objection
      more squarely than a cleverer model would`,
    )}. It has the further merit of being easy to draw on a whiteboard for the person who has to sign.`,

    p`${claim("agents-hardware", "RTX PCs and DGX Spark are the machines named in the post's title")}; ${claim(
      "agents-models",
      "the models supported include open-weight ones, Mistral Small 4 and variants of Qwen among them",
    )}. Small 4 turns up again further down this page, with its price attached. ${analysis(
      "agents-desk",
      "The pairing suggests that a useful agent is thought to fit under a desk",
    )}, which a year or two ago was where one kept the paper for the printer.`,
  ),
  why: {
    words: body(
      p`Silicon, runtime, rulebook, list of models: Nvidia now has something to offer in every row of the diagram. For
      a firm whose documents may not leave the building, an agent that stays inside and can be told no is a
      condition of purchase. And the supplier that wrote the rules by which it is told no will be awkward to remove
      later on.`,
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
