import type { DemoIssue } from "@/prisma/demo/content";
import { claudeDispatch } from "@/prisma/demo/issue-12/claude-dispatch";
import { claudePartners } from "@/prisma/demo/issue-12/claude-partners";
import { maiImage2 } from "@/prisma/demo/issue-12/mai-image";
import { nvidiaAgents } from "@/prisma/demo/issue-12/nvidia-agents";
import { nvidiaGtc } from "@/prisma/demo/issue-12/nvidia-gtc";
import { workhorses } from "@/prisma/demo/issue-12/workhorses";
import { xiaomiRakuten } from "@/prisma/demo/issue-12/xiaomi-rakuten";
import { body, p } from "@/prisma/demo/notation";

export const issue12: DemoIssue = {
  number: 12,
  slug: "the-concrete-is-still-wet",
  title: "The concrete is still wet",
  standfirst:
    "Seven stories from the parts of the industry that are laid rather than launched: runtimes, contracts, price lists, and one computer that must not go to sleep.",
  week: { from: "2026-03-14", to: "2026-03-20" },
  introduction: body(
    p`It was a good week for announcements and a better one for small print. The launches will be forgotten at the
    usual rate. The terms they came with, on what runs where and what a
    million tokens costs, will be with us for longer.`,
    p`Nvidia argued at GTC that agents and robots are customers for machinery. Anthropic paid for people to install its
    product, and tried giving it work and leaving the room. Mistral and OpenAI restocked the shelf that most traffic
    is served from; Microsoft drew its own pictures; Xiaomi and Rakuten each brought a large model with a question
    attached about where it had been.`,
    p`The marks in the text say what a sentence stands on; where a claim has no passage behind it, we have none to show.
    Links lead to a publisher’s front page wherever we lack the exact address.`,
  ),
  highlights: [
    {
      text: "Nvidia argued for agents and robots in terms of machinery.",
      stories: ["nvidia-gtc", "nvidia-agents"],
    },
    { text: "Anthropic bought reach, and put a figure on it.", stories: ["claude-partners"] },
    {
      text: "Claude can be left a task from a telephone, provided the desktop stays awake.",
      stories: ["claude-dispatch"],
    },
    {
      text: "Mistral and OpenAI restocked the cheap shelf; Microsoft drew its own pictures.",
      stories: ["workhorses", "mai-image"],
    },
    {
      text: "Xiaomi and Rakuten released large models whose origins take some explaining.",
      stories: ["xiaomi-rakuten"],
    },
  ],
  thesis: ["Read one after another, they are a single story.", "The water gets cheaper. The pipes do not."],
  sections: [
    { title: "Hardware and infrastructure", stories: [nvidiaGtc, nvidiaAgents, claudeDispatch] },
    { title: "Enterprise AI", stories: [claudePartners] },
    { title: "The efficiency race", stories: [workhorses, maiImage2] },
    { title: "Global contenders", stories: [xiaomiRakuten] },
  ],
  closing: body(
    p`Seven stories, and hardly a benchmark among them. Capability still counts, and somebody will announce more of it
    before we next go out. But capability can be rented, and this week was about the leases: who holds them, what they
    forbid, and how long they run.`,
    p`Concrete looks much the same before it sets as after. The time to ask where the pipes are going is now.`,
  ),
  feedbackPrompt: "Did this issue help? Tell us which sentence you would have checked next.",
  publishedAt: "2026-03-21T07:00:00.000Z",
};
