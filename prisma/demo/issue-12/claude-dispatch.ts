import { type DemoStory, statement } from "@/prisma/demo/content";
import { analysis, body, claim, p } from "@/prisma/demo/notation";
import { coworkHelp } from "@/prisma/demo/sources";

export const claudeDispatch: DemoStory = {
  key: "claude-dispatch",
  headline: "Claude Cowork Dispatch — leave the task, keep the machine on",
  author: "editor",
  state: "approved",
  sources: [coworkHelp],
  body: body(
    p`${claim(
      "dispatch-preview",
      "Dispatch is a research preview inside Cowork, for people on the Pro and Max plans",
    )}. ${claim(
      "dispatch-thread",
      `It keeps one thread with Claude going across telephone and desktop, while the work is done on the user’s own
      computer, with the local files, connectors and plugins already set up there`,
    )}. One condition will raise a smile in anyone who ever kept a server in a cupboard: ${claim(
      "dispatch-awake",
      "the desktop app has to be open and the computer awake, or nothing runs",
    )}.`,

    p`The safety notes are blunt. ${claim(
      "dispatch-safety",
      `An instruction sent from a telephone, Anthropic warns, may set off real actions on the desktop: in files, in
      connected services, in the browser`,
    )}. ${analysis(
      "dispatch-manners",
      `What is new is a matter of manners more than of machinery. A request is made, left, and come back to, as one
      does with a colleague`,
    )}.`,

    p`${analysis(
      "dispatch-openclaw",
      `It should not be filed beside OpenClaw. That is a kit for those who put agents together; this is a feature for
      people who would as soon not be told that one is involved`,
    )}.`,
  ),
  why: {
    words: body(
      p`Nobody should hang anything important on a preview that ends when the lid is shut. It is worth watching for the
      questions that a chat window never had to answer: who notices that a job has died, what it was allowed to touch, and whether it still knows what it was for.`,
    ),
    analysis: {
      restsOn: ["dispatch-thread", "dispatch-awake", "dispatch-safety"],
      counterargument:
        "Scheduled jobs and remote control are old. What is new may prove to be the packaging.",
    },
  },
  claims: {
    "dispatch-preview": statement("Anthropic"),
    "dispatch-thread": statement("Anthropic"),
    "dispatch-awake": statement("Anthropic"),
    "dispatch-safety": statement("Anthropic"),
  },
  analyses: {
    "dispatch-manners": { restsOn: ["dispatch-thread"] },
    "dispatch-openclaw": { restsOn: ["dispatch-thread", "dispatch-preview"] },
  },
};
