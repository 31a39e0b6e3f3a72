import { type DemoStory, forecast, statement } from "@/prisma/demo/content";
import { analysis, body, claim, list, p } from "@/prisma/demo/notation";
import { coworkHelp, gtcUpdates } from "@/prisma/demo/sources";

export const rubinForecast: DemoStory = {
  key: "rubin-forecast",
  headline: "The Rubin forecast — a trillion, with a date on it",
  author: "editor",
  state: "drafting",
  follows: "nvidia-gtc",
  sources: [gtcUpdates],
  body: body(
    p`Last week we wrote down a number: ${claim(
      "rubin-trillion",
      "Nvidia sees more than $1 trillion of revenue open to Blackwell and Rubin through 2027",
    )}. A forecast does a reader some good only if it is said beforehand what would settle it. Ours is a plain test: the
    revenue that Nvidia reports from those systems, added up on the last day of 2027.`,
    p`${analysis(
      "rubin-open",
      "Revenue that is open to a company is not revenue it has been promised, and the gap is where the argument will be",
    )}. Before this runs we should know:`,
    list(
      p`whether the figure counts orders, shipments or neither`,
      p`how much of it had been said before GTC`,
      p`what inference is assumed to contribute`,
    ),
  ),
  claims: {
    "rubin-trillion": forecast("Nvidia", {
      horizonAt: "2027-12-31",
      resolutionCriteria:
        "Reported revenue from Blackwell and Rubin systems, added up through the end of 2027, exceeds $1 trillion.",
    }),
  },
  analyses: { "rubin-open": { restsOn: ["rubin-trillion"] } },
};

export const dispatchAgain: DemoStory = {
  key: "dispatch-again",
  headline: "Dispatch — will the preview outlive March?",
  author: "contributor",
  state: "drafting",
  follows: "claude-dispatch",
  sources: [coworkHelp],
  body: body(
    p`When we last looked, ${claim(
      "dispatch-then",
      "Dispatch was a research preview for the Pro and Max plans, tied to a computer that has to stay awake",
    )}. On Thursday I will read the help page again and set the two versions side by side.`,
    list(
      p`Still called a preview? Still two plans?`,
      p`What becomes of a task when the machine does go to sleep`,
      p`Any change to the safety notes`,
    ),
  ),
  claims: { "dispatch-then": statement("Anthropic") },
  analyses: {},
};
